package clin087.referral;

import clin087.text.Characters;
import clin087.text.Utf8OrAnsi;
import java.nio.charset.StandardCharsets;

/**
 * Finds the ends of a table's records. A record ends with a line, but not inside a cell in
 * quotation marks. As for the library that splits records, a mark opens a cell only at its
 * beginning, after blanks at most.
 */
final class RecordScan {
  private final byte separator;
  private final Scan scan = new Scan();

  /** Whether the last record has only empty cells, with ASCII white space at most. */
  boolean isBlank;

  /** How many line ends are inside its cells. */
  int breaks;

  /** The beginning of the cell with a quotation mark that nothing closes; -1 if there is none. */
  int open;

  RecordScan(char separator) {
    this.separator = (byte) separator;
  }

  /** The end of the record: the end of a line, or {@code to}. */
  int end(byte[] bytes, int from, int to) {
    isBlank = true;
    breaks = 0;
    open = -1;
    int at = from;
    while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
      int next = scan.endOfPlain(bytes, at, to);
      if (next > at) {
        isBlank = isBlank && areEmpty(bytes, at, next);
        at = next;
      } else if (bytes[at] == '"' && opens(bytes, from, at)) {
        at = afterQuoted(bytes, at, to);
      } else {
        isBlank = isBlank && areEmpty(bytes, at, at + 1);
        at++;
      }
    }
    while (open > from && isSpace(bytes[open - 1]) && bytes[open - 1] != separator) {
      open--;
    }
    return at;
  }

  /** Whether a quotation mark is at the beginning of a cell, after blanks at most. */
  private boolean opens(byte[] bytes, int from, int quote) {
    int before = quote - 1;
    while (before >= from && bytes[before] != separator && isSpace(bytes[before])) {
      before--;
    }
    return before < from || bytes[before] == separator;
  }

  /** Whether a record has only empty cells, with white space that is not ASCII in some of them. */
  boolean isWhite(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' && bytes[i] != '"' && bytes[i] != separator) {
        return false;
      }
    }
    StringBuilder record = new StringBuilder(Utf8OrAnsi.text(bytes, from, to));
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (c >= '\u0080' && Characters.isWhite(c)) {
        record.setCharAt(i, ' ');
      }
    }
    byte[] plain = record.toString().getBytes(StandardCharsets.UTF_8);
    RecordScan again = new RecordScan((char) separator);
    again.end(plain, 0, plain.length);
    return again.isBlank;
  }

  private int afterQuoted(byte[] bytes, int quote, int to) {
    open = quote;
    int at = quote + 1;
    while (at < to) {
      int plain = scan.endOfPlain(bytes, at, to);
      isBlank = isBlank && areSpaces(bytes, at, plain);
      at = plain;
      if (at == to) {
        return to;
      }
      byte b = bytes[at++];
      if (b == '"') {
        if (at == to || bytes[at] != '"') {
          open = -1;
          return at;
        }
        isBlank = false;
        at++;
      } else if (b == '\n' || (b == '\r' && (at == to || bytes[at] != '\n'))) {
        breaks++;
      } else if (!isSpace(b) && b != '\r') {
        isBlank = false;
      }
    }
    return to;
  }

  private static boolean areSpaces(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isSpace(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether some bytes are nothing but separators and spaces. */
  private boolean areEmpty(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != separator && !isSpace(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }
}
