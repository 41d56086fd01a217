package clin087.schema;

import clin087.policy.Policy;
import clin087.policy.Worded;
import java.util.Locale;

/** The JSON Schemas that the program offers. */
public enum Schema implements Worded {
  REFERRAL,
  POLICY,
  CASES,
  RESULT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word that the command line uses. */
  @Override
  public String word() {
    return word;
  }

  /** The schema, as a file. The schema of a policy file offers the names of this policy. */
  public byte[] of(Policy policy) {
    return switch (this) {
      case REFERRAL -> ReferralSchema.of(policy);
      case POLICY -> PolicySchema.of(policy);
      case CASES -> CasesSchema.of(policy);
      case RESULT -> ResultSchema.bytes();
    };
  }
}
