package clin087.report;

import clin087.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cells of one row of CSV, so that neither a spreadsheet nor a terminal acts on them.
 */
final class CsvRow {
  private final StringBuilder row = new StringBuilder();
  private boolean begun;

  /**
   * Adds a cell. An apostrophe makes text of a cell that a spreadsheet would run as a formula.
   *
   * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
   */
  CsvRow cell(@Nullable String value) {
    separate();
    String shown = value == null ? "" : Characters.visible(value);
    boolean formula = shown.length() > 1 && "=+-@".indexOf(shown.charAt(0)) >= 0;
    String harmless = formula ? "'" + shown : shown;
    if (harmless.indexOf(',') >= 0 || harmless.indexOf('"') >= 0) {
      row.append('"').append(harmless.replace("\"", "\"\"")).append('"');
    } else {
      row.append(harmless);
    }
    return this;
  }

  /** Adds empty cells. */
  CsvRow empty(int cells) {
    for (int i = 0; i < cells; i++) {
      separate();
    }
    return this;
  }

  /** Adds cells that have been written already. */
  CsvRow written(String cells) {
    separate();
    row.append(cells);
    return this;
  }

  private void separate() {
    if (begun) {
      row.append(',');
    }
    begun = true;
  }

  @Override
  public String toString() {
    return row.toString();
  }
}
