package clin087.referral;

import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of one referral while it is read: at most {@link Problem#MOST} are listed. */
final class Drafts {
  /**
   * A problem whose line and column are not known yet.
   *
   * @param place where it is; a larger one comes later in the source
   */
  record Draft(ReferralProblem kind, String path, int place, String message) {}

  private final List<Draft> listed = new ArrayList<>(0);
  private int found;

  void add(ReferralProblem kind, String path, int place, String message) {
    if (!isFull()) {
      listed.add(new Draft(kind, path, place, message));
    }
    found++;
  }

  /** How many there are, with those that are not listed. */
  int found() {
    return found;
  }

  /** Whether no more problems are listed. */
  boolean isFull() {
    return listed.size() == Problem.MOST;
  }

  /** Those that are listed, by their places; the last one says so if there are others. */
  List<Draft> inOrder() {
    List<Draft> sorted = new ArrayList<>(listed);
    sorted.sort(Comparator.comparingInt(Draft::place));
    if (found > Problem.MOST) {
      Draft last = sorted.remove(Problem.MOST - 1);
      sorted.add(
          new Draft(last.kind(), last.path(), last.place(), last.message() + Problem.OTHERS));
    }
    return sorted;
  }
}
