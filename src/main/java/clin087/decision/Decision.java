package clin087.decision;

import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a referral, and why.
 *
 * @param verdict the one verdict of every completion, or the policy's verdict for missing facts
 * @param deciding the rules that decide in some completion, in the policy's order; empty when the
 *     verdict is open
 * @param clauses those of the deciding rules, or those that ask for the missing facts
 * @param alsoMet rules with the same verdict that are met too
 * @param afterwards what follows once the next step is done, where the verdict says what that makes
 *     true
 * @param possible the verdicts that some completion reaches
 * @param missing the facts whose values can change the verdict
 * @param assumed what was assumed, as far as it was looked at
 * @param trace what was looked at, rule by rule
 */
public record Decision(
    Verdict verdict,
    List<Rule> deciding,
    List<Clause> clauses,
    String action,
    List<Rule> alsoMet,
    @Nullable Afterwards afterwards,
    List<Verdict> possible,
    List<Fact> missing,
    List<Assumption> assumed,
    List<Notice> cautions,
    List<Step> trace) {
  public Decision {
    deciding = List.copyOf(deciding);
    clauses = List.copyOf(clauses);
    alsoMet = List.copyOf(alsoMet);
    possible = List.copyOf(possible);
    missing = List.copyOf(missing);
    assumed = List.copyOf(assumed);
    cautions = List.copyOf(cautions);
    trace = List.copyOf(trace);
  }

  /** The decision that follows the next step. */
  public record Afterwards(Verdict verdict, List<Clause> clauses, List<Fact> missing) {
    public Afterwards {
      clauses = List.copyOf(clauses);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Something that a person should look at.
   *
   * @param first whether it comes before everything else
   */
  public record Notice(String code, String message, boolean first) {}

  /**
   * One rule that was looked at.
   *
   * @param values the codes of the rule's facts, in their order, {@link Fact#UNSTATED} where
   *     unknown
   */
  public record Step(Rule rule, Truth result, List<Long> values) {
    public Step {
      values = List.copyOf(values);
    }
  }

  /** The rule that the decision names: the first of those that decide; null when it is open. */
  public @Nullable Rule rule() {
    return deciding.isEmpty() ? null : deciding.get(0);
  }

  /** Whether every completion gives the same verdict. */
  public boolean isSettled() {
    return !deciding.isEmpty();
  }
}
