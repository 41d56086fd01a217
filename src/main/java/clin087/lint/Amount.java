package clin087.lint;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number with its unit. A year is twelve months and a week seven days, so that the same period is
 * the same amount in whichever words.
 *
 * @param unit empty where none is stated
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

  /** The singular: "points" is the unit "point". */
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

  /** Whether it can be the same, one of them perhaps without its unit. */
  boolean fits(Amount other) {
    if (unit.equals(other.unit)) {
      return value.compareTo(other.value) == 0;
    }
    // "over 18" is eighteen years where the fact says so
    return (unit.isEmpty() && fitsBare(other)) || (other.unit.isEmpty() && other.fitsBare(this));
  }

  private boolean fitsBare(Amount other) {
    return value.compareTo(other.value) == 0
        || (other.unit.equals(MONTH) && times(value, MONTHS).compareTo(other.value) == 0)
        || (other.unit.equals(DAY) && times(value, DAYS).compareTo(other.value) == 0);
  }
}
