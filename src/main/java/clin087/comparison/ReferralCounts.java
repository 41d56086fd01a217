package clin087.comparison;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the real referrals that a revision decides differently. */
public final class ReferralCounts {
  /** The mark between the old verdict and the new one. */
  static final String BECOMES = " -> ";

  private long total;
  private long invalid;
  private long otherwise;
  private final SortedMap<String, Long> changes = new TreeMap<>();

  /** Counts a referral, and returns whether it has to be reported. */
  public boolean add(ReferralChange referral) {
    total++;
    String before = referral.before();
    String after = referral.after();
    if (before == null || after == null) {
      invalid++;
      return true;
    }
    boolean differs = !before.equals(after);
    if (differs) {
      changes.merge(before + BECOMES + after, 1L, Long::sum);
    } else if (!referral.otherwise().isEmpty()) {
      otherwise++;
      differs = true;
    }
    return differs;
  }

  public long total() {
    return total;
  }

  public long invalid() {
    return invalid;
  }

  /** How many referrals get the same verdict by other clauses, with another step or attention. */
  long otherwise() {
    return otherwise;
  }

  /** How many referrals get another verdict. */
  public long changed() {
    return changes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many referrals change, by the old verdict and the new one. */
  Map<String, Long> changes() {
    return changes;
  }
}
