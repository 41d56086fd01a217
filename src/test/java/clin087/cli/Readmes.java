package clin087.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes the pages of documentation apart. */
final class Readmes {
  static final Path README = Path.of("README.md");
  static final Path REFERENCE = Path.of("policies", "REFERENCE.md");
  static final Path RECIPES = Path.of("examples", "README.md");
  static final Path POLICY_README = Path.of("policies", "README.md");

  private Readmes() {}

  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fenced blocks of a language. */
  static List<String> blocks(String text, String language) {
    return groups("(?s)```" + language + "\n(.*?)```", text);
  }

  /** What the first group of a pattern matches, wherever it does. */
  static List<String> groups(String regex, String text) {
    return matches(regex, text).stream().map(match -> match.group(1)).toList();
  }

  static List<MatchResult> matches(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().toList();
  }

  /** The part under a heading, up to the next of the same rank. */
  static String section(String text, String heading) {
    int begin = text.indexOf("\n## " + heading + "\n");
    int end = text.indexOf("\n## ", begin + 1);
    return text.substring(begin, end < 0 ? text.length() : end);
  }
}
