package clin087.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The words and options after a command's name. */
interface Arguments {
  /** A command line that picocli has parsed. */
  static Arguments of(ParseResult parsed) {
    return new Parsed(parsed);
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
}
