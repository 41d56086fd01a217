package clin087.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;

/**
 * Reads numbers and days as policy files and referrals write them. The code is {@link
 * Fact#UNSTATED} if the text is neither.
 */
final class WrittenNumbers {
  private static final int MOST_DIGITS = 40;
  private static final int MOST_INTEGER_DIGITS = 12;

  private WrittenNumbers() {}

  /** The code of a number, in units of its last decimal place. */
  static long decimal(String word, int decimals) {
    if (word.length() > MOST_DIGITS) {
      return Fact.UNSTATED;
    }
    try {
      BigDecimal value = new BigDecimal(word);
      // before any arithmetic, since 1e999999999 would have a billion digits
      if (value.precision() - (long) value.scale() > MOST_INTEGER_DIGITS
          || value.stripTrailingZeros().scale() > decimals) {
        return Fact.UNSTATED;
      }
      return value.setScale(decimals).unscaledValue().longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return Fact.UNSTATED;
    }
  }

  /** The code of a day of the calendar, {@code YYYY-MM-DD}. */
  static long day(String word) {
    if (word.length() != 10 || word.charAt(4) != '-' || word.charAt(7) != '-') {
      return Fact.UNSTATED;
    }
    int year = digits(word, 0, 4);
    int month = digits(word, 5, 7);
    int day = digits(word, 8, 10);
    if (year < 0
        || month < 1
        || month > 12
        || day < 1
        || (day > 28 && day > lengthOfMonth(year, month))) {
      return Fact.UNSTATED;
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  private static int lengthOfMonth(int year, int month) {
    // without java.time.Year and YearMonth, which take as long to load as a whole check
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return Month.of(month).length(leap);
  }

  /** The number that some digits form; -1 if there is any other character. */
  private static int digits(String word, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = word.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
