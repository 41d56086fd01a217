package clin087.referral;

import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a referral.
 *
 * @param referral null if there are problems
 * @param reference the referral's own reference, if it could be read
 * @param problems in the order of the text
 */
public record ReferralReading(
    @Nullable Referral referral, @Nullable String reference, List<Problem> problems) {

  static ReferralReading wrong(@Nullable String reference, Problem problem) {
    return new ReferralReading(null, reference, List.of(problem));
  }

  /** Whether it is not JSON, so that its end is unknown. */
  boolean isBroken() {
    return !problems.isEmpty() && problems.get(0).kind() == ReferralProblem.NOT_JSON;
  }
}
