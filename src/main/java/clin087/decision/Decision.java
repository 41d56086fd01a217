package clin087.decision;

import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy decides about a referral, and why. A <i>completion</i> is any way to fill in what
 * the referral leaves unknown.
 *
 * @param verdict the verdict of every completion, or the policy's verdict for missing facts
 * @param attentive the next steps of the rules with attention that hold in every completion,
 *     whether or not they decide
 * @param deciding the rules that decide in some completion, in the policy's order
 * @param clauses the clauses of the deciding rules, or those that ask for the missing facts
 * @param seeAlso the further clauses of the deciding rules of a settled verdict
 * @param action the next step; null if the deciding rules differ in it
 * @param actions the next steps that rules give, in their order: {@code action} alone, or each of
 *     those that the missing facts decide between
 * @param alsoMet further rules with the same verdict that are met
 * @param afterwards what follows once the next step is done, if the verdict declares what that step
 *     makes true
 * @param possible the verdicts that some completion reaches
 * @param missing the facts that can change the verdict
 * @param missingForAction the facts that can change the next step of a settled verdict
 * @param assumed the assumptions that were looked at
 * @param cautions what a person should look at, whatever the verdict
 * @param trace what was looked at, rule by rule
 */
public record Decision(
    Verdict verdict,
    List<NextStep> attentive,
    List<Rule> deciding,
    List<Clause> clauses,
    List<String> seeAlso,
    @Nullable String action,
    List<NextStep> actions,
    List<Rule> alsoMet,
    @Nullable Afterwards afterwards,
    List<Verdict> possible,
    List<Question> missing,
    List<Question> missingForAction,
    List<Assumption> assumed,
    List<Notice> cautions,
    List<Step> trace) {
  public Decision {
    attentive = List.copyOf(attentive);
    deciding = List.copyOf(deciding);
    clauses = List.copyOf(clauses);
    seeAlso = List.copyOf(seeAlso);
    actions = List.copyOf(actions);
    alsoMet = List.copyOf(alsoMet);
    possible = List.copyOf(possible);
    missing = List.copyOf(missing);
    missingForAction = List.copyOf(missingForAction);
    assumed = List.copyOf(assumed);
    cautions = List.copyOf(cautions);
    trace = List.copyOf(trace);
  }

  /** A next step, with the clauses and rules that give it. */
  public record NextStep(String action, List<Clause> clauses, List<Rule> rules) {
    public NextStep {
      clauses = List.copyOf(clauses);
      rules = List.copyOf(rules);
    }

    /** Whether one of several next steps is this action. */
    public static boolean give(List<NextStep> steps, String action) {
      for (NextStep step : steps) {
        if (step.action().equals(action)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A fact to ask for.
   *
   * @param open the unknown members of a set that can matter; empty for other types
   */
  public record Question(Fact fact, List<Choice> open) {
    public Question {
      open = List.copyOf(open);
    }
  }

  /** The decision after the next step. */
  public record Afterwards(Verdict verdict, List<Clause> clauses, List<Question> missing) {
    public Afterwards {
      clauses = List.copyOf(clauses);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Something that a person should look at.
   *
   * @param attention whether it is a reason not to lose the referral
   */
  public record Notice(String code, @Nullable Clause clause, String message, boolean attention) {}

  /**
   * A rule that was looked at.
   *
   * @param values the codes of the rule's facts, in their order; {@link Fact#UNSTATED} for unknown
   *     ones
   */
  public record Step(Rule rule, Truth result, List<Long> values) {
    public Step {
      values = List.copyOf(values);
    }
  }

  /** The rule that decides alone; null if several do. */
  public @Nullable Rule rule() {
    return deciding.size() == 1 ? deciding.get(0) : null;
  }

  /** Whether the referral must not be lost: a rule or a caution says so. */
  public boolean attention() {
    if (!attentive.isEmpty()) {
      return true;
    }
    for (Notice caution : cautions) {
      if (caution.attention()) {
        return true;
      }
    }
    return false;
  }

  /** Whether every completion gives the same verdict. */
  public boolean isSettled() {
    return possible.size() == 1;
  }
}
