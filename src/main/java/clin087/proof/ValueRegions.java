package clin087.proof;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Limits;
import clin087.policy.Operand;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Divides the values of a fact into regions. The values of a region pass the same comparisons of
 * the policy, so that one of them can represent all.
 */
public final class ValueRegions {
  /** The beginnings of the runs of values that pass the same comparisons, ascending. */
  private final long[] starts;

  /** The region of each run, in the order of {@code starts}. */
  private final int[] region;

  private final long[] representatives;

  /** The greatest value that a referral may state. */
  private final long most;

  private ValueRegions(long[] starts, int[] region, long[] representatives, long most) {
    this.starts = starts;
    this.region = region;
    this.representatives = representatives;
    this.most = most;
  }

  /** The regions of a fact that is not a set. */
  static ValueRegions of(Fact fact, List<Comparison> comparisons, long asOf) {
    long[] starts = starts(fact, comparisons, asOf);
    int[] region = new int[starts.length];
    int[] first = new int[starts.length];
    int count = 0;
    for (int i = 0; i < starts.length; i++) {
      int same = 0;
      while (same < count && !alike(starts[first[same]], starts[i], comparisons, asOf)) {
        same++;
      }
      if (same == count) {
        first[count++] = i;
      }
      region[i] = same;
    }
    long[] representatives = new long[count];
    for (int i = 0; i < count; i++) {
      // of the first run of days, the last day: year 0 would puzzle people
      boolean dawn = starts[first[i]] == Limits.FIRST_DAY && first[i] + 1 < starts.length;
      representatives[i] = dawn ? starts[first[i] + 1] - 1 : starts[first[i]];
    }
    return new ValueRegions(starts, region, representatives, most(fact, asOf));
  }

  /** The regions of one member of a set: absent and present. */
  static ValueRegions ofMember(long bit) {
    return new ValueRegions(new long[] {0, bit}, new int[] {0, 1}, new long[] {0, bit}, bit);
  }

  public int size() {
    return representatives.length;
  }

  /** The value that represents a region. */
  public long representative(int region) {
    return representatives[region];
  }

  /** The region of a value. */
  public int of(long value) {
    int at = starts.length - 1;
    while (at > 0 && starts[at] > value) {
      at--;
    }
    return region[at];
  }

  /**
   * The value that represents the region of a value. A day that no referral may state on this date
   * of the check, such as a default that has passed, represents itself.
   */
  public long representativeOf(long value) {
    return value < starts[0] || value > most ? value : representatives[of(value)];
  }

  private static long[] starts(Fact fact, List<Comparison> comparisons, long asOf) {
    long min = fact.limits().min(asOf);
    long max = most(fact, asOf);
    if (!fact.type().isOrdered()) {
      long[] all = new long[(int) (max - min) + 1];
      for (int i = 0; i < all.length; i++) {
        all[i] = min + i;
      }
      return all;
    }
    SortedSet<Long> starts = new TreeSet<>();
    starts.add(min);
    for (Comparison comparison : comparisons) {
      for (Operand operand : comparison.operands()) {
        starts.add(operand.code(asOf));
        starts.add(operand.code(asOf) + 1);
      }
    }
    SortedSet<Long> allowed = starts.subSet(min, max + 1);
    long[] sorted = new long[allowed.size()];
    int i = 0;
    for (long start : allowed) {
      sorted[i++] = start;
    }
    return sorted;
  }

  /** If no day is allowed, the first one represents what nobody can state. */
  private static long most(Fact fact, long asOf) {
    return Math.max(fact.limits().min(asOf), fact.limits().max(asOf));
  }

  private static boolean alike(long a, long b, List<Comparison> comparisons, long asOf) {
    for (Comparison comparison : comparisons) {
      if (comparison.test(a, asOf) != comparison.test(b, asOf)) {
        return false;
      }
    }
    return true;
  }
}
