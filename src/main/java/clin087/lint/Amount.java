package clin087.lint;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number with its unit. Years are converted to months and weeks to days, so that equal periods in
 * different words are equal amounts.
 *
 * @param unit empty if none is stated
 */
record Amount(BigDecimal value, String unit) {
  private static final String MONTH = "month";
  private static final String DAY = "day";
  private static final int MONTHS = 12;
  private static final int DAYS = 7;

  static Amount of(BigDecimal value, String unit) {
    String one = unit.toLowerCase(Locale.ROOT).strip().replace("²", "2");
    return switch (one) {
      case "year", "years" -> new Amount(times(value, MONTHS), MONTH);
      case MONTH, "months" -> new Amount(times(value, 1), MONTH);
      case "week", "weeks" -> new Amount(times(value, DAYS), DAY);
      case DAY, "days" -> new Amount(times(value, 1), DAY);
      case "per cent", "percent" -> new Amount(times(value, 1), "%");
      default -> new Amount(times(value, 1), one.endsWith("s") ? cut(one) : one);
    };
  }

  /** The singular of a unit, such as "point" for "points". */
  private static String cut(String plural) {
    return plural.substring(0, plural.length() - 1);
  }

  private static BigDecimal times(BigDecimal value, int count) {
    return value.multiply(BigDecimal.valueOf(count)).stripTrailingZeros();
  }

  /** Whether it is a span of time. */
  boolean isPeriod() {
    return unit.equals(MONTH) || unit.equals(DAY);
  }

  /** Whether both can be the same, even if one has no unit. */
  boolean fits(Amount other) {
    if (unit.equals(other.unit)) {
      return value.compareTo(other.value) == 0;
    }
    // "over 18" means years if that is the fact's unit
    return (unit.isEmpty() && fitsBare(other)) || (other.unit.isEmpty() && other.fitsBare(this));
  }

  private boolean fitsBare(Amount other) {
    return value.compareTo(other.value) == 0
        || (other.unit.equals(MONTH) && times(value, MONTHS).compareTo(other.value) == 0)
        || (other.unit.equals(DAY) && times(value, DAYS).compareTo(other.value) == 0);
  }
}
