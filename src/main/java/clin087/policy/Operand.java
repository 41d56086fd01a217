package clin087.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right side of a comparison: a fixed value, or a day counted back from the date of the check.
 *
 * @param words as the policy states it
 * @param code the value's code, or how many units ago
 * @param ago the unit to count back in, or null for a fixed value
 */
public record Operand(String words, long code, @Nullable ChronoUnit ago) {

  /** The code to compare with, on the date of the check. */
  public long code(long asOf) {
    return ago == null ? code : LocalDate.ofEpochDay(asOf).minus(code, ago).toEpochDay();
  }
}
