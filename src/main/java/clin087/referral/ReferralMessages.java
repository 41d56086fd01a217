package clin087.referral;

import clin087.policy.Fact;

/** What is said of a wrong referral, whether it is in JSON or a row of a table. */
final class ReferralMessages {
  static final String FIELD_ONCE = "expected this field once";
  static final String VALUE_ONCE = "expected each value at most once";
  static final String NO_CONTROL = "expected no control characters";

  private ReferralMessages() {}

  static String required(Fact fact) {
    return "expected " + fact.path() + ": " + fact.question();
  }

  static String tooLong(Fact fact) {
    return "expected at most " + fact.limits().maxLength() + " characters";
  }

  /**
   * What one fact states about another contradicts the referral, or a third fact.
   *
   * @param value what it states about the other
   */
  static String contradiction(Fact fact, Fact other, long value) {
    return "expected "
        + String.join(", ", other.words(value))
        + ", as "
        + fact.path()
        + " states, or no "
        + fact.path();
  }
}
