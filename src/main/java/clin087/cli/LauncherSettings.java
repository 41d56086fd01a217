package clin087.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher tells the program, because Java would take longer to find it out. The launcher
 * starts the program in the program's own folder {@code lib}.
 *
 * @param home the program's own folder; the current one if there is no launcher
 * @param workingFolder the caller's
 * @param terminal whether standard output is one
 * @param errorsShown whether standard error is one
 * @param columns of standard output, in digits; null if unknown
 * @param today the date; empty if unknown
 * @param version of the program; null if unknown
 * @param exitBase what to add to the exit code, so that the launcher can tell the program's own
 *     codes from those of a Java that failed
 */
record LauncherSettings(
    Path home,
    Path workingFolder,
    boolean terminal,
    boolean errorsShown,
    @Nullable String columns,
    String today,
    @Nullable String version,
    int exitBase) {

  static LauncherSettings told() {
    return new LauncherSettings(
        Path.of(System.getProperty("clin087.home", "")),
        Path.of(System.getProperty("clin087.cwd", "")),
        Boolean.getBoolean("clin087.terminal"),
        Boolean.getBoolean("clin087.errorsShown"),
        System.getProperty("clin087.columns"),
        System.getProperty("clin087.today", ""),
        System.getProperty("clin087.version"),
        Integer.getInteger("clin087.exitBase", 0));
  }
}
