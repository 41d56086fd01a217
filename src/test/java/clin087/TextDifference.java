package clin087;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

/** Compares two documents, and shows where they differ rather than both. */
public final class TextDifference {
  private static final int MOST_LINES = 12;

  private TextDifference() {}

  /**
   * Fails where the texts differ, with the lines between what they have in common at both ends.
   *
   * @param name what the text is, such as the name of its file
   */
  public static void assertSame(String name, String expected, String actual) {
    if (!expected.equals(actual)) {
      fail(of(name, expected, actual));
    }
  }

  private static String of(String name, String expected, String actual) {
    List<String> old = List.of(expected.split("\n", -1));
    List<String> now = List.of(actual.split("\n", -1));
    int shorter = Math.min(old.size(), now.size());
    int start = 0;
    while (start < shorter && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    return name
        + ", from line "
        + (start + 1)
        + "\n"
        + marked("- ", old.subList(start, old.size() - end))
        + marked("+ ", now.subList(start, now.size() - end));
  }

  private static String marked(String mark, List<String> lines) {
    StringBuilder marked = new StringBuilder();
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      marked.append(mark).append(line).append('\n');
    }
    int more = lines.size() - MOST_LINES;
    return more > 0
        ? marked.append(mark).append("and ").append(more).append(" more lines\n").toString()
        : marked.toString();
  }
}
