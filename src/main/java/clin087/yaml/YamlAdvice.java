package clin087.yaml;

import clin087.text.NearestName;
import java.util.List;

/** Puts the reports of the YAML parser into words for people who do not know its terms. */
final class YamlAdvice {
  private record Advice(String reported, String words) {}

  /** The advice; the first that fits counts. */
  private static final List<Advice> ADVICE =
      List.of(
          new Advice("(TAB)", "a tab; indent with spaces"),
          new Advice(
              "that cannot start any token",
              "no text begins with this character; put the text in quotes"),
          new Advice(
              "unexpected character found",
              "'*' and '&' have a meaning of their own in YAML; put the text in quotes"),
          new Advice(
              "mapping values are not allowed",
              "a second ':' in this place; put the text in quotes, or check the indentation"),
          new Advice("unexpected end of stream", "the file ends here, but a quote is still open"),
          new Advice(
              "could not find expected ':'", "expected 'name: value', but one line has no ':'"),
          new Advice(
              "unknown escape character",
              "in double quotes, write '\\\\' for '\\'; or use single quotes"),
          new Advice("expected ',' or ']'", "expected ',' or ']' for the list in brackets"),
          new Advice("expected ',' or '}'", "expected ',' or '}' for the lines in braces"),
          new Advice(
              "expected <block end>",
              "this does not belong to the lines above it; check its indentation, and the quotes"
                  + " above"),
          new Advice(
              "sequence entries are not allowed",
              "begin a list below its name, with each '- ' on a line of its own"),
          new Advice("expected a comment or a line break", "begin the text on the next line"),
          new Advice("expected the node content", "expected a value"));

  private YamlAdvice() {}

  /**
   * The advice where a text in quotes ended before the place where the parser stopped; empty if it
   * did not.
   *
   * @param from where the last value begins, a character of the text
   * @param stopped where the parser stopped
   */
  static String ofQuotes(String text, int from, int stopped) {
    int end = stopped;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    char quote = from < end - 1 ? text.charAt(from) : ' ';
    if ((quote != '"' && quote != '\'') || text.charAt(end - 1) != quote) {
      return "";
    }
    long lines = text.substring(from, end).lines().count();
    if (lines > 1) {
      return "the text in quotes that begins on line "
          + text.substring(0, from + 1).lines().count()
          + " ends only here; close it where it should end";
    }
    return quote == '"'
        ? "the text in quotes ends before this; inside double quotes, write '\\\"' for '\"'"
        : "the text in quotes ends before this; write '' for an apostrophe inside single quotes";
  }

  /** The advice for a report of the parser; the report itself if there is none. */
  static String of(String reported) {
    for (Advice advice : ADVICE) {
      if (reported.contains(advice.reported)) {
        return advice.words;
      }
    }
    return NearestName.shorten(reported.lines().findFirst().orElse(""));
  }
}
