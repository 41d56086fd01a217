package clin087.cases;

import clin087.policy.Place;
import clin087.referral.Referral;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An example of what a policy has to decide.
 *
 * @param name a sentence that says what it is an example of
 * @param at its place in its file
 * @param asOf the date of the check; null if the case does not state one
 * @param referral the referral, without a reference
 * @param expected the expectations, at least of the verdict
 */
public record Case(
    String name,
    Place at,
    @Nullable LocalDate asOf,
    Referral referral,
    List<Expectation> expected) {
  public Case {
    expected = List.copyOf(expected);
  }

  /**
   * The expectation of one aspect of the decision.
   *
   * @param words the expected values, in order
   */
  public record Expectation(Aspect aspect, List<String> words) {
    public Expectation {
      words = List.copyOf(words);
    }
  }
}
