package clin087.referral;

/**
 * Finds the ends of the records of a table, by the rules of the library that reads their cells: a
 * quotation mark opens a cell only where it begins, blanks before it apart.
 */
final class RecordScan {
  private final byte separator;

  /** Whether the record that was passed last has nothing but empty cells. */
  boolean isBlank;

  /** How many lines end inside its cells. */
  int breaks;

  /** The quotation mark that nothing closes; -1 where there is none. */
  int open;

  RecordScan(char separator) {
    this.separator = (byte) separator;
  }

  /** Where the record ends: at the end of a line, or {@code to}. */
  int end(byte[] bytes, int from, int to) {
    isBlank = true;
    breaks = 0;
    open = -1;
    boolean begins = true;
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '\n' || b == '\r') {
        return at;
      }
      if (begins && b == '"') {
        at = afterQuoted(bytes, at, to);
        begins = false;
        continue;
      }
      begins = b == separator || (begins && isSpace(b));
      isBlank &= b == separator || isSpace(b);
      at++;
    }
    return at;
  }

  private int afterQuoted(byte[] bytes, int quote, int to) {
    open = quote;
    int at = quote + 1;
    while (at < to) {
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

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }
}
