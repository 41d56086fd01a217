package clin087.policy;

/**
 * The limits of a fact's values.
 *
 * @param declaredMin the least code that is allowed; of a date also {@link #TODAY}
 * @param declaredMax the greatest code that is allowed; of a date also {@link #TODAY}
 * @param decimals how many decimal places a decimal has
 * @param unit the unit of a number; empty when it has none
 * @param required whether a referral must state it
 * @param maxLength the length of a text in code points; 0 if it is not limited
 * @param controlCharacters whether a text may contain control characters
 */
public record Limits(
    long declaredMin,
    long declaredMax,
    int decimals,
    String unit,
    boolean required,
    int maxLength,
    boolean controlCharacters) {

  /** The date of the check, as the limit of a date. */
  public static final long TODAY = Long.MIN_VALUE + 1;

  /** The day 0000-01-01. */
  public static final long FIRST_DAY = -719_528;

  /** The day 9999-12-31. */
  public static final long LAST_DAY = 2_932_896;

  /** The least code that is allowed on some date of the check. */
  public long min() {
    return declaredMin == TODAY ? FIRST_DAY : declaredMin;
  }

  /** The greatest code that is allowed on some date of the check. */
  public long max() {
    return declaredMax == TODAY ? LAST_DAY : declaredMax;
  }

  /** The least code that is allowed on a date of the check. */
  public long min(long asOf) {
    return declaredMin == TODAY ? asOf : declaredMin;
  }

  /**
   * The greatest code that is allowed on a date of the check; less than the least if none is
   * allowed.
   */
  public long max(long asOf) {
    return declaredMax == TODAY ? asOf : declaredMax;
  }

  /** Whether a code is allowed on a date of the check. */
  public boolean allows(long code, long asOf) {
    return code >= min(asOf) && code <= max(asOf);
  }

  /** A text, cut to the allowed length. */
  public String cut(String text) {
    return maxLength == 0 || text.codePointCount(0, text.length()) <= maxLength
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maxLength));
  }
}
