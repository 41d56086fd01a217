package clin087.problem;

import clin087.text.Characters;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows a line of a file with a caret below a place in it. */
public final class Excerpt {
  private static final int WIDEST = 100;

  private final Map<String, List<String>> lines = new HashMap<>();

  /** The line that was shown last, and its code points: a long line may have many problems. */
  private String last = "";

  private int[] points = new int[0];

  /**
   * Makes excerpts of files.
   *
   * @param files the bytes of each file by its name
   */
  public Excerpt(Map<String, byte[]> files) {
    files.forEach(
        (file, bytes) ->
            lines.put(file, new String(bytes, StandardCharsets.UTF_8).lines().toList()));
  }

  /**
   * The line of a problem and a line with the caret; of a long line, the part around the place.
   * Empty if there is no such line, or if it has characters that a terminal could act on.
   */
  public List<String> of(Problem problem) {
    List<String> of = lines.getOrDefault(problem.file(), List.of());
    if (problem.line() > of.size()) {
      return List.of();
    }
    int[] line = codePoints(of.get(problem.line() - 1));
    int at = Math.min(problem.column() - 1, line.length);
    int from = line.length <= WIDEST ? 0 : Math.max(0, at - WIDEST / 2);
    String shown = new String(line, from, Math.min(WIDEST, line.length - from));
    return Characters.hasControl(shown) ? List.of() : List.of(shown, " ".repeat(at - from) + "^");
  }

  private int[] codePoints(String line) {
    if (!last.equals(line)) {
      last = line;
      points = line.replace('\t', ' ').codePoints().toArray();
    }
    return points;
  }
}
