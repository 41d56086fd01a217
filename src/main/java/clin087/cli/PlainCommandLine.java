package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command line without options, as most are: a command and its words. It needs no picocli,
 * which would take a quarter of the time of a check. Picocli handles every other command line,
 * right or wrong.
 */
final class PlainCommandLine {
  private final Environment environment;
  private final List<String> args;

  private PlainCommandLine(Environment environment, String... args) {
    this.environment = environment;
    this.args = Arrays.asList(args);
  }

  /** Runs the command; null if the command line is not plain. */
  static @Nullable ExitCode run(Environment environment, String... args) throws Failure {
    return isPlain(args) ? new PlainCommandLine(environment, args).run() : null;
  }

  private static boolean isPlain(String... args) {
    for (int i = 1; i < args.length; i++) {
      if (args[i].startsWith("-") && args[i].length() > 1) {
        return false;
      }
    }
    return args.length > 0;
  }

  private @Nullable ExitCode run() throws Failure {
    String first = args.get(0);
    if (first.equals(Commands.CHECK) && args.size() > 1) {
      return new CheckCommand(environment, CheckOptions.of(after(1))).run();
    }
    return first.equals(Commands.POLICY) && args.size() > 1
        ? run(Commands.subcommands(), args.get(1), after(2))
        : run(Commands.ownCommands(), first, after(1));
  }

  private Arguments after(int command) {
    return Arguments.of(args.subList(command, args.size()));
  }

  private @Nullable ExitCode run(List<Subcommand> known, String name, Arguments words)
      throws Failure {
    int count = words.words().size();
    for (Subcommand command : known) {
      boolean takes = count >= command.leastWords() && count <= command.mostWords();
      if (command.name().equals(name) && takes) {
        return command.run(environment, words);
      }
    }
    return null;
  }
}
