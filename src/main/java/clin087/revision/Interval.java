package clin087.revision;

/** A range of codes of a fact, from the least to the greatest. */
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
