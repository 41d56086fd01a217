package clin087.yaml;

import clin087.policy.Place;
import clin087.problem.Problem;
import clin087.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of one policy, collected while it is read. */
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private int gaps;

  /** Says that a file is read now, whose problems come after those of earlier files. */
  public void open(String file) {
    files.add(file);
  }

  public void add(String code, Place at, String message) {
    problems.add(new Problem(code, at.file(), "", at.line(), at.column(), message));
  }

  /** Something without which no referral is decided, but the policy can still be analysed. */
  public void addGap(String code, Place at, String message) {
    gaps++;
    add(code, at, message);
  }

  /** A name that is not known, with the nearest of those that are. */
  public void unknown(String what, Node.Scalar name, Iterable<String> known) {
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

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether what was read can be analysed all the same. */
  public boolean areGaps() {
    return gaps == problems.size();
  }

  /** All of them, file by file, in the order of each. */
  public List<Problem> sorted() {
    if (problems.isEmpty()) {
      return List.of();
    }
    problems.sort(
        Comparator.<Problem>comparingInt(problem -> files.indexOf(problem.file()))
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column));
    return List.copyOf(problems);
  }
}
