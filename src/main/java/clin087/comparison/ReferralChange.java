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
 * @param otherwise what else is different although the verdict is the same
 * @param problems the problems of an invalid referral
 */
public record ReferralChange(
    String source,
    int index,
    @Nullable String reference,
    @Nullable String before,
    @Nullable String after,
    List<String> otherwise,
    List<Problem> problems) {
  public ReferralChange {
    otherwise = List.copyOf(otherwise);
    problems = List.copyOf(problems);
  }
}
