package clin087.analysis;

/** Codes of a fact beside each other, from the least to the greatest. */
public record Interval(long min, long max) {
  public Interval {
    if (min > max) {
      throw new IllegalArgumentException(min + " > " + max);
    }
  }
}
