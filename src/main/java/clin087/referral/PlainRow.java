package clin087.referral;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits plain records of a table into cells, several times as fast as the library. In a plain
 * record, quotation marks do nothing but enclose whole cells. The library splits every other
 * record, right or wrong. Both split a plain record the same.
 */
final class PlainRow {
  /** The text of a cell that nobody reads. */
  private static final String SOMETHING = "something";

  private final byte separator;
  private final Scan scan = new Scan();
  private boolean ascii;

  PlainRow(char separator) {
    this.separator = (byte) separator;
  }

  /**
   * The cells of a record in UTF-8; null if it is not plain.
   *
   * @param unread the columns of which only the presence of a value is reported: often the longest,
   *     of which no text is made
   */
  @Nullable List<String> cells(byte[] bytes, int from, int to, boolean... unread) {
    List<String> cells = new ArrayList<>();
    ascii = true;
    int at = from;
    while (true) {
      boolean quoted = at < to && bytes[at] == '"';
      int begin = quoted ? at + 1 : at;
      int end = quoted ? endOfQuoted(bytes, begin, to) : endOfCell(bytes, begin, to);
      if (end < 0) {
        return null;
      }
      boolean visible = begin < end && bytes[begin] > ' ';
      cells.add(
          visible && cells.size() < unread.length && unread[cells.size()]
              ? SOMETHING
              : text(bytes, begin, end));
      at = quoted ? end + 1 : end;
      if (at == to) {
        return cells;
      }
      at++;
    }
  }

  /** Whether the record that was split last is ASCII. */
  boolean isAscii() {
    return ascii;
  }

  private String text(byte[] bytes, int begin, int end) {
    // the same for ASCII, and faster
    return begin == end ? "" : new String(bytes, begin, end - begin, ascii ? ISO_8859_1 : UTF_8);
  }

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

  /** The place of the quotation mark that closes a cell and ends it. */
  private int endOfQuoted(byte[] bytes, int from, int to) {
    int at = scan.endOfPlain(bytes, from, to);
    while (at < to && bytes[at] != '"') {
      byte b = bytes[at++];
      if (b == '\n' || b == '\r') {
        return -1;
      }
      ascii &= b >= 0;
      at = scan.endOfPlain(bytes, at, to);
    }
    boolean closes = at < to && (at + 1 == to || bytes[at + 1] == separator);
    return closes ? at : -1;
  }
}
