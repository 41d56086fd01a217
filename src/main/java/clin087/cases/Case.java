package clin087.cases;

import clin087.policy.Place;
import clin087.referral.Referral;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An example of what a policy is to decide.
 *
 * @param name says in a sentence what it is an example of
 * @param at where it stands
 * @param asOf the date of the check; null where the case does not depend on it
 * @param referral what is stated; it has no reference
 * @param expected what is expected of the decision, the verdict at least
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
   * What is expected of one aspect of the decision.
   *
   * @param words all of it, in order
   */
  public record Expectation(Aspect aspect, List<String> words) {
    public Expectation {
      words = List.copyOf(words);
    }
  }
}
