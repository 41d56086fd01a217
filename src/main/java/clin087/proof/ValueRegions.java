package clin087.proof;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Limits;
import clin087.policy.Operand;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values of a fact, cut into regions: the values of one region pass the same comparisons of the
 * policy, so that one of them can stand for all.
 */
public final class ValueRegions {
  /** Where runs of equal values begin, in ascending order. */
  private final long[] starts;

  /** The region of the run that begins at the same position of {@code starts}. */
  private final int[] region;

  private final long[] representatives;

  private ValueRegions(long[] starts, int[] region, long[] representatives) {
    this.starts = starts;
    this.region = region;
    this.representatives = representatives;
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
      // of the days before all others the last, which people can make something of
      boolean dawn = starts[first[i]] == Limits.FIRST_DAY && first[i] + 1 < starts.length;
      representatives[i] = dawn ? starts[first[i] + 1] - 1 : starts[first[i]];
    }
    return new ValueRegions(starts, region, representatives);
  }

  /** Absent and present: the regions of one member of a set. */
  static ValueRegions ofMember(long bit) {
    return new ValueRegions(new long[] {0, bit}, new int[] {0, 1}, new long[] {0, bit});
  }

  public int size() {
    return representatives.length;
  }

  /** A value of the region. */
  public long representative(int region) {
    return representatives[region];
  }

  /** The region that a value lies in. */
  public int of(long value) {
    int at = starts.length - 1;
    while (at > 0 && starts[at] > value) {
      at--;
    }
    return region[at];
  }

  /** The value that stands for the region that a value lies in. */
  public long representativeOf(long value) {
    return representatives[of(value)];
  }

  private static long[] starts(Fact fact, List<Comparison> comparisons, long asOf) {
    long min = fact.limits().min(asOf);
    // where no day is allowed, the first one stands for what nobody can state
    long max = Math.max(min, fact.limits().max(asOf));
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

  private static boolean alike(long a, long b, List<Comparison> comparisons, long asOf) {
    for (Comparison comparison : comparisons) {
      if (comparison.test(a, asOf) != comparison.test(b, asOf)) {
        return false;
      }
    }
    return true;
  }
}
