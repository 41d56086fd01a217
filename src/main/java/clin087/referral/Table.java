package clin087.referral;

import org.jspecify.annotations.Nullable;

/** A table: what all its rows share, whatever thread reads them. */
final class Table {
  private final char separator;
  private final byte[] header;
  private final int line;
  private @Nullable TableColumns columns;
  private boolean isRead;

  /**
   * @param separator between the cells, an ASCII character
   * @param header the record that names the columns, as it is in the file
   * @param line of the header in the source, from 1
   */
  Table(char separator, byte[] header, int line) {
    this.separator = separator;
    this.header = header;
    this.line = line;
  }

  char separator() {
    return separator;
  }

  int line() {
    return line;
  }

  /**
   * The columns; null if the header cannot be split. They are made once, since a hostile header has
   * very many.
   */
  synchronized @Nullable TableColumns columns(ReferralFormat format, boolean ignoreUnknown) {
    if (!isRead) {
      Cells cells = new TableRows(separator).cells(header, line);
      columns = cells == null ? null : new TableColumns(cells, format, ignoreUnknown);
      isRead = true;
    }
    return columns;
  }
}
