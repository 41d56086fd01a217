package clin087.referral;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits plain records of a table into cells, several times as fast as the library. In a plain
 * record, quotation marks enclose whole cells, or are written twice in such a cell. The library
 * splits every other record, right or wrong. Both split a plain record the same.
 */
final class PlainRow {
  private static final int FEW = 64;

  /** How long an array of bounds is kept from one record to the next. */
  private static final int MOST_KEPT = 1 << 14;

  private final byte separator;
  private final Scan scan = new Scan();
  private boolean ascii;

  /** The bounds of the cells so far, in an array with room for more. */
  private int[] bounds = new int[FEW];

  PlainRow(char separator) {
    this.separator = (byte) separator;
  }

  /**
   * The bounds of the cells of a record, as {@link Cells} takes them; null if it is not plain.
   *
   * @param most how many cells are wanted
   */
  int @Nullable [] bounds(byte[] bytes, int from, int to, int most) {
    ascii = true;
    int count = 0;
    int at = from;
    while (true) {
      boolean quoted = at < to && bytes[at] == '"';
      int begin = quoted ? at + 1 : at;
      int end = quoted ? endOfQuoted(bytes, begin, to) : endOfCell(bytes, begin, to);
      if (end < 0) {
        return null;
      }
      if (count == bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * count);
      }
      if (count / 2 < most) {
        bounds[count++] = begin;
        bounds[count++] = end;
      }
      at = quoted ? end + 1 : end;
      if (at == to) {
        int[] found = Arrays.copyOf(bounds, count);
        bounds = bounds.length > MOST_KEPT ? new int[FEW] : bounds;
        return found;
      }
      at++;
    }
  }

  /** Whether the record that was split last is ASCII. */
  boolean isAscii() {
    return ascii;
  }

  /** The end of a cell without quotation marks; -1 if there is one in it. */
  private int endOfCell(byte[] bytes, int from, int to) {
    byte ends = separator; // a local, which the quick compiler keeps in a register
    int at = from;
    byte all = 0;
    while (at < to && bytes[at] != ends && bytes[at] != '"') {
      all |= bytes[at++];
    }
    ascii &= all >= 0;
    return at < to && bytes[at] == '"' ? -1 : at;
  }

  /** The place of the quotation mark that closes a cell; -1 if none does, or more follows it. */
  private int endOfQuoted(byte[] bytes, int from, int to) {
    int at = scan.endOfPlain(bytes, from, to);
    while (at < to) {
      byte b = bytes[at];
      if (b == '"') {
        at++;
        if (at == to || bytes[at] != '"') {
          boolean ends = at == to || bytes[at] == separator;
          return ends ? at - 1 : -1;
        }
      }
      ascii &= b >= 0;
      at = scan.endOfPlain(bytes, at + 1, to);
    }
    return -1;
  }
}
