package clin087.yaml;

import clin087.policy.Place;
import clin087.problem.Problem;
import clin087.text.NearestName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of one policy, collected while it is read: at most {@link Problem#MOST}. */
public final class Problems {
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private boolean areGaps = true;

  /** Begins another file, whose problems come after those of earlier files. */
  public void open(String file) {
    files.add(file);
  }

  public void add(PolicyProblem kind, Place at, String message) {
    areGaps = false;
    append(kind, at, message);
  }

  /** Adds a gap: a problem that prevents deciding referrals, but not analysing the policy. */
  public void addGap(PolicyProblem kind, Place at, String message) {
    append(kind, at, message);
  }

  private void append(PolicyProblem kind, Place at, String message) {
    if (problems.size() < Problem.MOST) {
      String words = problems.size() == Problem.MOST - 1 ? message + Problem.OTHERS : message;
      problems.add(new Problem(kind, at.file(), "", at.line(), at.column(), words));
    }
  }

  /** Adds an unknown name, with the nearest known one. */
  public void unknown(PolicyProblem kind, Node.Scalar name, Iterable<String> known) {
    // finding the nearest takes time
    String hint = problems.size() < Problem.MOST ? NearestName.hint(name.text(), known) : "";
    String shown = NearestName.shorten(name.text());
    add(kind, name.at(), kind.code().replace('-', ' ') + " '" + shown + "'" + hint);
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether all problems are gaps, so that the policy can be analysed. */
  public boolean areGaps() {
    return areGaps;
  }

  /** All problems, file by file, in the order of each file. */
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
