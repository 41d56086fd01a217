package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the command lines that people and scripts write most: a command and its words, and for a
 * check a format and a number of threads. They need no picocli, which would take a quarter of the
 * time of a check. Picocli handles every other command line, right or wrong.
 */
final class PlainCommandLine {
  private static final Map<String, String> OPTIONS =
      Map.of("-f", Options.FORMAT, "-j", CheckOptions.JOBS);

  private final Environment environment;
  private final List<String> args;

  private PlainCommandLine(Environment environment, String... args) {
    this.environment = environment;
    this.args = Arrays.asList(args);
  }

  /** Runs the command; null if the command line is not plain. */
  static @Nullable ExitCode run(Environment environment, String... args) throws Failure {
    return args.length > 0 ? new PlainCommandLine(environment, args).run() : null;
  }

  private @Nullable ExitCode run() throws Failure {
    String first = args.get(0);
    if (first.equals(Commands.CHECK)) {
      CheckOptions options = checkOptions(after(1));
      return options == null ? null : new CheckCommand(environment, options).run();
    }
    return first.equals(Commands.POLICY) && args.size() > 1
        ? run(Commands.subcommands(), args.get(1), after(2))
        : run(Commands.ownCommands(), first, after(1));
  }

  private List<String> after(int command) {
    return args.subList(command, args.size());
  }

  /** The options of a check, from the words after its name; null if these are not plain. */
  static @Nullable CheckOptions checkOptions(List<String> words) {
    Arguments plain = Arguments.plain(words, OPTIONS);
    return plain == null || plain.words().isEmpty() || plain.values(CheckOptions.JOBS).size() > 1
        ? null
        : CheckOptions.of(plain);
  }

  private @Nullable ExitCode run(List<Subcommand> known, String name, List<String> after)
      throws Failure {
    Arguments plain = Arguments.plain(after, Map.of());
    int count = plain == null ? -1 : plain.words().size();
    for (Subcommand command : known) {
      boolean takes = count >= command.leastWords() && count <= command.mostWords();
      if (plain != null && takes && command.name().equals(name)) {
        return command.run(environment, plain);
      }
    }
    return null;
  }
}
