package clin087.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The words and options after a command's name. */
interface Arguments {
  /** A command line that picocli has parsed. */
  static Arguments of(ParseResult parsed) {
    return new Parsed(parsed);
  }

  /**
   * The words after a command that picocli need not parse: there are no options, or only known ones
   * as scripts write them, such as {@code -f json}, each value a word of its own.
   *
   * @param options the known options: their short names, with the long ones
   * @return null if the command line is not plain
   */
  static @Nullable Arguments plain(List<String> args, Map<String, String> options) {
    List<String> words = new ArrayList<>();
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < args.size(); i++) {
      String option = options.get(args.get(i));
      if (option == null && !isOption(args.get(i))) {
        words.add(args.get(i));
      } else if (option == null || i + 1 == args.size() || isOption(args.get(i + 1))) {
        return null;
      } else {
        i++;
        values.putIfAbsent(option, new ArrayList<>()); // not by a lambda, which takes long to link
        values.get(option).add(args.get(i));
      }
    }
    return new Plain(words, values);
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && word.length() > 1;
  }

  /** The words that are neither an option nor its value. */
  List<String> words();

  /** The value of an option; null if it is not given. */
  @Nullable String value(String option);

  /** The values of an option that may be given several times. */
  List<String> values(String option);

  /** Whether a flag is given, and not withdrawn by {@code =false}. */
  boolean isGiven(String option);

  /** See {@link #of(ParseResult)}. */
  record Parsed(ParseResult result) implements Arguments {
    @Override
    public List<String> words() {
      return result.matchedPositionalValue(0, List.of());
    }

    @Override
    public @Nullable String value(String option) {
      return result.matchedOptionValue(option, (String) null);
    }

    @Override
    public List<String> values(String option) {
      return result.matchedOptionValue(option, List.of());
    }

    @Override
    public boolean isGiven(String option) {
      return result.matchedOptionValue(option, false);
    }
  }

  /** See {@link #plain}. */
  record Plain(List<String> words, Map<String, List<String>> options) implements Arguments {
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
