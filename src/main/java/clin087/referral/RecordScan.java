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
  /** Stands for white space that is not ASCII. */
  private static final byte WHITE = 1;

  private final byte separator;

  /** White space beside the blanks after which a quotation mark can open a cell. */
  private final byte white;

  private final Scan scan = new Scan();

  /** Whether the last record has only empty cells, with ASCII white space at most. */
  boolean isBlank;

  /** How many line ends are inside its cells. */
  int breaks;

  /** The beginning of the cell with a quotation mark that nothing closes; -1 if there is none. */
  int open;

  RecordScan(char separator) {
    this(separator, (byte) ' ');
  }

  private RecordScan(char separator, byte white) {
    this.separator = (byte) separator;
    this.white = white;
  }

  /** The end of the record: the end of a line, or {@code to}. */
  int end(byte[] bytes, int from, int to) {
    isBlank = true;
    breaks = 0;
    open = -1;
    int at = from;
    while (at < to && !isLineEnd(bytes[at])) {
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

  /**
   * Whether a record has only empty cells, with white space that is not ASCII in some of them. No
   * quotation mark opens a cell after such white space.
   */
  boolean isWhite(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean mayBeWhite = bytes[i] < 0 || isSpace(bytes[i]) || isLineEnd(bytes[i]);
      if (!mayBeWhite && bytes[i] != '"' && bytes[i] != separator) {
        return false;
      }
    }
    StringBuilder record = new StringBuilder(Utf8OrAnsi.text(bytes, from, to));
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (c >= '\u0080' && Characters.isWhite(c)) {
        record.setCharAt(i, (char) WHITE);
      }
    }
    byte[] plain = record.toString().getBytes(StandardCharsets.UTF_8);
    RecordScan again = new RecordScan((char) separator, WHITE);
    again.end(plain, 0, plain.length);
    return again.isBlank;
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  private int afterQuoted(byte[] bytes, int quote, int to) {
    open = quote;
    int at = quote + 1;
    while (at < to) {
      int plain = scan.endOfPlain(bytes, at, to);
      isBlank = isBlank && areWhite(bytes, at, plain);
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
      } else if (!isWhite(b) && b != '\r') {
        isBlank = false;
      }
    }
    return to;
  }

  private boolean areWhite(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isWhite(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether some bytes are nothing but separators and white space. */
  private boolean areEmpty(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != separator && !isWhite(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isWhite(byte b) {
    return isSpace(b) || b == white;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }
}
