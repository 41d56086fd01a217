package clin087.cli;

import clin087.text.Lines;
import org.jspecify.annotations.Nullable;

/** Facts about the terminal that standard output goes to, if it does. */
final class Terminal {
  private static final int NARROWEST = 40;

  /** The widest line; longer ones are hard to read. */
  private static final int WIDEST = 100;

  private static final int MOST_DIGITS = 4;

  private Terminal() {}

  /** Whether it shows colours, and its user wants them. */
  static boolean hasColor() {
    String type = System.getenv("TERM");
    return LauncherSettings.told().terminal()
        && !isEmpty(type)
        && !"dumb".equals(type)
        && isEmpty(System.getenv("NO_COLOR"));
  }

  /**
   * How many characters a line may have: the terminal's columns, or 80 if there is no terminal.
   * {@code COLUMNS} in the environment can make lines shorter, never longer, since it may belong to
   * another terminal.
   */
  static int width() {
    int columns = columns(LauncherSettings.told().columns(), Lines.WIDTH);
    columns = Math.min(columns, columns(System.getenv("COLUMNS"), columns));
    return Math.max(NARROWEST, Math.min(columns, WIDEST));
  }

  private static int columns(@Nullable String told, int otherwise) {
    int columns = 0;
    for (int i = 0; told != null && i < told.length(); i++) {
      int digit = told.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i == MOST_DIGITS) {
        return otherwise;
      }
      columns = 10 * columns + digit;
    }
    // a terminal that does not know its size reports 0
    return columns == 0 ? otherwise : columns;
  }

  private static boolean isEmpty(@Nullable String value) {
    return value == null || value.isEmpty();
  }
}
