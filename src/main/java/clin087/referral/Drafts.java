package clin087.referral;

import clin087.problem.ReferralProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The problems of one referral while it is read: at most 1,000 are listed, since more would help
 * nobody and fill the memory.
 */
final class Drafts {
  static final int MOST = 1000;

  private static final String LAST = "; further problems are not listed";

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
    return listed.size() == MOST;
  }

  /** Those that are listed, by their places; the last one says so if there are others. */
  List<Draft> inOrder() {
    List<Draft> sorted = new ArrayList<>(listed);
    sorted.sort(Comparator.comparingInt(Draft::place));
    if (found > MOST) {
      Draft last = sorted.remove(MOST - 1);
      sorted.add(new Draft(last.kind(), last.path(), last.place(), last.message() + LAST));
    }
    return sorted;
  }
}
