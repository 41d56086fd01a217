package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the command lines that people and scripts write most: a command and its words, and for a
 * check its formats ({@code -f}) and the number of threads ({@code -j}), each value a word of its
 * own. They need no picocli, which would take a quarter of the time of a check. Picocli handles
 * every other command line, right or wrong.
 */
final class PlainCommandLine {
  /** The options of a check that need no picocli: their short names, with the long ones. */
  private static final Map<String, String> OF_CHECK =
      Map.of("-f", Options.FORMAT, "-j", CheckOptions.JOBS);

  private PlainCommandLine() {}

  /** Runs the command; null if the command line is not plain. */
  static @Nullable ExitCode run(Environment environment, String... args) throws Failure {
    List<String> words = Arrays.asList(args);
    String first = words.isEmpty() ? "" : words.get(0);
    if (first.equals(Commands.CHECK)) {
      CheckOptions options = checkOptions(words.subList(1, words.size()));
      return options == null ? null : new CheckCommand(environment, options).run();
    }
    int named = first.equals(Commands.POLICY) ? 1 : 0;
    if (words.size() <= named) {
      return null;
    }
    List<Subcommand> known = named == 1 ? Commands.subcommands() : Commands.ownCommands();
    Subcommand command = Commands.find(known, words.get(named));
    Arguments arguments = arguments(words.subList(named + 1, words.size()), Map.of());
    if (command == null || arguments == null) {
      return null;
    }
    int count = arguments.words().size();
    return count >= command.leastWords() && count <= command.mostWords()
        ? command.run(environment, arguments)
        : null;
  }

  /** The options of a check, from the words after its name; null if these are not plain. */
  static @Nullable CheckOptions checkOptions(List<String> words) {
    Arguments arguments = arguments(words, OF_CHECK);
    return arguments == null
            || arguments.words().isEmpty()
            || arguments.values(CheckOptions.JOBS).size() > 1
        ? null
        : CheckOptions.of(arguments);
  }

  private static @Nullable Arguments arguments(List<String> words, Map<String, String> options) {
    List<String> others = new ArrayList<>();
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String option = options.get(words.get(i));
      if (option == null && !isOption(words.get(i))) {
        others.add(words.get(i));
      } else if (option == null || i + 1 == words.size() || isOption(words.get(i + 1))) {
        return null;
      } else {
        i++;
        values.putIfAbsent(option, new ArrayList<>()); // not by a lambda, which takes long to link
        values.get(option).add(words.get(i));
      }
    }
    return new Plain(others, values);
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && word.length() > 1;
  }

  /**
   * What a plain command line says.
   *
   * @param options the values of each option, by its long name
   */
  private record Plain(List<String> words, Map<String, List<String>> options) implements Arguments {
    @Override
    public @Nullable String value(String option) {
      List<String> values = values(option);
      return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public List<String> values(String option) {
      return options.getOrDefault(option, List.of());
    }

    @Override
    public boolean isGiven(String option) {
      return false;
    }
  }
}
