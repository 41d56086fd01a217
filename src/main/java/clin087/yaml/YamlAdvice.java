package clin087.yaml;

import clin087.text.NearestName;
import java.util.List;

/** What the YAML parser reports, in words for those who do not know its terms. */
final class YamlAdvice {
  private record Advice(String reported, String words) {}

  /** The first that fits counts. */
  private static final List<Advice> ADVICE =
      List.of(
          new Advice("(TAB)", "a tab; indent with spaces"),
          new Advice(
              "that cannot start any token",
              "no text begins with this character; put the text in quotes"),
          new Advice(
              "mapping values are not allowed",
              "a second ':' in this place; put the text in quotes, or check the indentation"),
          new Advice("unexpected end of stream", "the file ends here, but a quote is still open"),
          new Advice(
              "could not find expected ':'", "expected 'name: value', but one line has no ':'"),
          new Advice(
              "unknown escape character",
              "in double quotes '\\' is written '\\\\'; or use single ones"),
          new Advice("expected ',' or ']'", "expected ',' or ']' for the list in brackets"),
          new Advice("expected ',' or '}'", "expected ',' or '}' for what stands in braces"),
          new Advice(
              "expected <block end>",
              "this does not belong to what stands above it; check its indentation, and quotes above"),
          new Advice(
              "sequence entries are not allowed",
              "a list begins below its name, each '- ' on a line of its own"),
          new Advice("expected a comment or a line break", "the text begins on the next line"),
          new Advice("expected the node content", "expected a value"));

  private YamlAdvice() {}

  /** Advice in place of what the parser reported; that itself where there is none. */
  static String of(String reported) {
    for (Advice advice : ADVICE) {
      if (reported.contains(advice.reported)) {
        return advice.words;
      }
    }
    return NearestName.shorten(reported.lines().findFirst().orElse(""));
  }
}
