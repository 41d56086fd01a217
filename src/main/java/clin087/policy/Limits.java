package clin087.policy;

/**
 * What a fact's values are held to.
 *
 * @param min the least code that is allowed
 * @param max the greatest code that is allowed
 * @param decimals how many decimal places a decimal has
 * @param unit the unit of a number; empty when it has none
 * @param required whether a referral must state it
 * @param maxLength the length of a text in code points; 0 when it is not limited
 * @param controlCharacters whether a text may contain control characters
 */
public record Limits(
    long min,
    long max,
    int decimals,
    String unit,
    boolean required,
    int maxLength,
    boolean controlCharacters) {

  /** The day 0000-01-01. */
  public static final long FIRST_DAY = -719_528;

  /** The day 9999-12-31. */
  public static final long LAST_DAY = 2_932_896;

  /** A text, cut to the length that it may have. */
  public String cut(String text) {
    return maxLength == 0 || text.codePointCount(0, text.length()) <= maxLength
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maxLength));
  }
}
