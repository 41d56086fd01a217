package clin087.proof;

import clin087.policy.Fact;
import clin087.policy.Facts;
import java.time.LocalDate;

/**
 * The known facts of a referral: for each fact, by its index, the code that is stated or assumed.
 */
public final class KnownFacts implements Facts {
  private final long[] codes;
  private final long asOf;

  /**
   * @param codes by the index of their fact; {@link Fact#UNSTATED} if nothing is known
   * @param asOf the date of the check
   */
  public KnownFacts(long[] codes, LocalDate asOf) {
    this.codes = codes;
    this.asOf = asOf.toEpochDay();
  }

  @Override
  public long value(Fact fact) {
    return fact.isOutside() ? asOf : codes[fact.index()];
  }

  @Override
  public long asOf() {
    return asOf;
  }
}
