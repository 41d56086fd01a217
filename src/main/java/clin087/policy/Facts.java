package clin087.policy;

/** What is known of one referral. */
public interface Facts {
  /** The code of a fact's value, or {@link Fact#UNSTATED}. */
  long value(Fact fact);

  /** Whether the referral itself states the fact, at least in part. */
  default boolean isStated(Fact fact) {
    return value(fact) != Fact.UNSTATED;
  }

  /** The date of the check, in days since 1970-01-01. */
  long asOf();
}
