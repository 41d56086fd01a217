package clin087.revision;

/** Codes of a fact beside each other, from the least to the greatest. */
public record Interval(long min, long max) implements Comparable<Interval> {
  public Interval {
    if (min > max) {
      throw new IllegalArgumentException(min + " > " + max);
    }
  }

  @Override
  public int compareTo(Interval other) {
    return min == other.min ? Long.compare(max, other.max) : Long.compare(min, other.min);
  }
}
