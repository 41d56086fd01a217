package clin087.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of one policy file, collected while it is read. */
final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  void add(String code, Position at, String message) {
    problems.add(new Problem(code, "", at.line(), at.column(), message));
  }

  /** A name that is not known, with the nearest of those that are. */
  void unknown(String what, Node.Scalar name, Iterable<String> known) {
    add(
        "unknown-" + what,
        name.at(),
        "unknown "
            + what
            + " '"
            + Nearest.shorten(name.text())
            + "'"
            + Nearest.hint(name.text(), known));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** All of them, in the order of the file. */
  List<Problem> sorted() {
    problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return List.copyOf(problems);
  }
}
