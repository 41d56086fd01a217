package clin087.comparison;

import clin087.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision does to one real referral. Nothing of it is told but what names it.
 *
 * @param reference null where it could not be read
 * @param before the old verdict; null for an invalid referral
 * @param after the new one
 * @param problems why it is invalid
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
