package clin087.report;

import clin087.text.Characters;
import org.jspecify.annotations.Nullable;

/** The cells of one row of CSV, which neither a spreadsheet nor a terminal acts on. */
final class CsvRow {
  private final StringBuilder row = new StringBuilder();
  private boolean begun;

  /**
   * Adds a cell. One that a spreadsheet would run as a formula is made text by an apostrophe before
   * it.
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

  /** Adds cells without anything in them. */
  CsvRow empty(int cells) {
    for (int i = 0; i < cells; i++) {
      separate();
    }
    return this;
  }

  /** Adds cells of another row as they are written there. */
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
