package clin087.referral;

import clin087.text.Characters;
import clin087.text.Utf8OrAnsi;
import java.nio.charset.StandardCharsets;

/**
 * Finds the ends of a table's records by the rules of the library that reads their cells: a
 * quotation mark opens a cell only at its beginning, after blanks at most.
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
    boolean blank = true;
    boolean begins = true;
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '\n' || b == '\r') {
        break;
      }
      if (begins && b == '"') {
        at = afterQuoted(bytes, at, to);
        begins = false;
        continue;
      }
      begins = b == separator || (begins && isSpace(b));
      int next = begins ? at + 1 : endOfCell(bytes, at, to);
      blank = blank && (begins || areSpaces(bytes, at, next));
      at = next;
    }
    isBlank &= blank;
    while (open > from && isSpace(bytes[open - 1]) && bytes[open - 1] != separator) {
      open--;
    }
    return at;
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

  /** The end of a cell without quotation marks, or of what follows a closing one. */
  private int endOfCell(byte[] bytes, int from, int to) {
    byte ends = separator; // a local, which the quick compiler keeps in a register
    int at = from;
    while (at < to && bytes[at] != ends && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
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

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }
}
