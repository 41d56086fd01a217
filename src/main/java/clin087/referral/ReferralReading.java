package clin087.referral;

import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read where a referral should stand.
 *
 * @param referral null when there are problems
 * @param reference the referral's own reference, where it could be read
 * @param problems in the order of the text
 */
public record ReferralReading(
    @Nullable Referral referral, @Nullable String reference, List<Problem> problems) {

  static ReferralReading wrong(@Nullable String reference, Problem problem) {
    return new ReferralReading(null, reference, List.of(problem));
  }

  /** Whether it is no JSON, so that what follows cannot be told from it. */
  boolean isBroken() {
    return !problems.isEmpty() && problems.get(0).kind() == ReferralProblem.NOT_JSON;
  }
}
