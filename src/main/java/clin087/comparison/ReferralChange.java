package clin087.comparison;

import clin087.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision changes for a real referral, which only its names identify.
 *
 * @param reference null if it could not be read
 * @param before the old verdict; null for an invalid referral
 * @param after the new verdict
 * @param problems the problems of an invalid referral
 */
public record ReferralChange(
    String source,
    int index,
    @Nullable String reference,
    @Nullable String before,
    @Nullable String after,
    List<Problem> problems) {
  public ReferralChange {
    problems = List.copyOf(problems);
  }
}
