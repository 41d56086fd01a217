package clin087.comparison;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many real referrals a revision changes, and how. */
public final class ReferralCounts {
  /** What stands between the old verdict and the new one. */
  static final String BECOMES = " -> ";

  private long total;
  private long invalid;
  private final SortedMap<String, Long> changes = new TreeMap<>();

  /** Counts a referral; whether there is anything to tell of it. */
  public boolean add(ReferralChange referral) {
    total++;
    String before = referral.before();
    String after = referral.after();
    if (before == null || after == null) {
      invalid++;
      return true;
    }
    if (!before.equals(after)) {
      changes.merge(before + BECOMES + after, 1L, Long::sum);
    }
    return !before.equals(after);
  }

  public long total() {
    return total;
  }

  public long invalid() {
    return invalid;
  }

  /** How many get another verdict. */
  public long changed() {
    return changes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same, by the old verdict and the new one. */
  Map<String, Long> changes() {
    return changes;
  }
}
