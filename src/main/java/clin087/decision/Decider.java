package clin087.decision;

import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Step;
import clin087.decision.Situation.Ask;
import clin087.policy.Clause;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import clin087.proof.PolicyCompletions;
import clin087.referral.Referral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides referrals by one policy. Facts that a referral does not state are unknown, and handled
 * exactly: a verdict is given if every way to fill in the unknown facts leads to it.
 */
public final class Decider {
  private final Policy policy;
  private final List<Fact> factsOfRules;
  private final Assumptions assumptions;

  /** For each fact of the rules, the first rule that names it. */
  private final int[] firstNamedBy;

  private final long asOf;
  private final PolicyCompletions completions;
  private final Implications implications;

  /**
   * @param asOf the date of the check
   * @param options the values to assume for referrals that do not state them
   */
  public Decider(Policy policy, LocalDate asOf, List<Setting> options) {
    this(policy, asOf, options, List.of(), new PolicyCompletions(policy, asOf));
  }

  /**
   * A decider that leaves some facts unknown that the policy would assume, to find out whether they
   * matter.
   *
   * @param open those facts
   */
  public Decider(Policy policy, LocalDate asOf, List<Setting> options, List<Fact> open) {
    this(policy, asOf, options, open, new PolicyCompletions(policy, asOf));
  }

  Decider(Policy policy, LocalDate asOf, List<Setting> options, PolicyCompletions completions) {
    this(policy, asOf, options, List.of(), completions);
  }

  private Decider(
      Policy policy,
      LocalDate asOf,
      List<Setting> options,
      List<Fact> open,
      PolicyCompletions completions) {
    this.completions = completions;
    this.implications = new Implications(completions, policy.rules().size());
    this.policy = policy;
    this.factsOfRules = policy.factsOfRules();
    this.firstNamedBy = firstNamedBy(policy, factsOfRules);
    this.assumptions = new Assumptions(policy.facts(), options, open);
    this.asOf = asOf.toEpochDay();
  }

  /** The decision on a referral, with its trace. */
  public Decision decide(Referral referral) {
    return decide(situation(referral), true);
  }

  Situation situation(Referral referral) {
    return new Situation(assumptions, referral, asOf);
  }

  /**
   * The answer of a referral, as far as the policy distinguishes it: values that no condition tells
   * apart are the same answer.
   */
  long answer(Ask ask, Referral referral) {
    Fact fact = ask.fact();
    return switch (ask.about()) {
      case VALUE -> representative(fact, assumptions.value(referral, fact));
      case ORIGIN -> {
        Assumption.By by = assumptions.origin(referral, fact);
        yield by == null ? 0 : by == Assumption.By.POLICY ? 1 : 2;
      }
      case STATEMENT -> referral.stated(fact) == Fact.UNSTATED ? 0 : 1;
    };
  }

  private long representative(Fact fact, long value) {
    boolean few = fact.type() == FactType.BOOLEAN || fact.type() == FactType.CHOICE;
    return few || value == Fact.UNSTATED
        ? value
        : completions.variables().representative(fact, value);
  }

  Decision decide(Situation situation, boolean explained) {
    Evaluation evaluation = evaluate(situation);
    boolean settled = evaluation.isSettled();
    List<Rule> deciding = evaluation.deciding;
    int last = deciding.get(deciding.size() - 1).index();
    List<Clause> clauses = evaluation.clauses();
    List<Rule> alsoMet = settled ? alsoMet(evaluation) : List.of();
    List<Notice> cautions = new Cautions(evaluation, alsoMet).raised(policy.cautions());
    List<Rule> attentive = attentive(evaluation);
    List<NextStep> actions = actions(evaluation, attentive);
    return new Decision(
        evaluation.verdict(),
        NextSteps.of(attentive),
        deciding,
        clauses,
        settled ? Clauses.seeAlso(deciding, clauses) : List.of(),
        action(evaluation.verdict(), actions),
        actions,
        alsoMet,
        settled ? afterwards(situation, evaluation.verdict()) : null,
        evaluation.possible,
        evaluation.missing(),
        actions.size() > 1 ? evaluation.missingForAction() : List.of(),
        assumed(situation, last),
        cautions,
        explained ? trace(evaluation, situation, last) : List.of());
  }

  private Evaluation evaluate(Situation situation) {
    return new Evaluation(policy, factsOfRules, situation, completions);
  }

  private List<Rule> attentive(Evaluation evaluation) {
    List<Rule> attentive = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.attention() && evaluation.truth(rule) == Truth.TRUE) {
        attentive.add(rule);
      }
    }
    return attentive;
  }

  /**
   * The next steps of the deciding rules. If they differ and the verdict is open, only that of the
   * first attentive rule, if there is one.
   */
  private static List<NextStep> actions(Evaluation evaluation, List<Rule> attentive) {
    List<NextStep> actions = NextSteps.of(evaluation.deciding);
    if (evaluation.isSettled() || actions.size() == 1) {
      return actions;
    }
    return attentive.isEmpty() ? List.of() : NextSteps.of(attentive.subList(0, 1));
  }

  private static @Nullable String action(Verdict verdict, List<NextStep> actions) {
    return switch (actions.size()) {
      case 0 -> verdict.action();
      case 1 -> actions.get(0).action();
      default -> null;
    };
  }

  private List<Rule> alsoMet(Evaluation evaluation) {
    List<Rule> met = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.verdict().index() == evaluation.verdict().index()
          && !(rule.when() instanceof Otherwise)
          && !evaluation.deciding.contains(rule)
          && evaluation.truth(rule) == Truth.TRUE
          && !implications.isImplied(rule, evaluation.deciding)) {
        met.add(rule);
      }
    }
    return met;
  }

  private @Nullable Afterwards afterwards(Situation situation, Verdict verdict) {
    if (verdict.afterwards().isEmpty()) {
      return null;
    }
    Evaluation then = evaluate(situation.with(verdict.afterwards()));
    return new Afterwards(then.verdict(), then.clauses(), then.missing());
  }

  private List<Assumption> assumed(Situation situation, int last) {
    List<Assumption> assumed = new ArrayList<>();
    for (int i = 0; i < firstNamedBy.length && firstNamedBy[i] <= last; i++) {
      Assumption assumption = situation.assumption(factsOfRules.get(i));
      if (assumption != null) {
        assumed.add(assumption);
      }
    }
    return assumed;
  }

  private static int[] firstNamedBy(Policy policy, List<Fact> facts) {
    int[] first = new int[facts.size()];
    int found = 0;
    for (Rule rule : policy.rules()) {
      for (Fact fact : rule.facts()) {
        if (found < first.length && facts.get(found).equals(fact)) {
          first[found++] = rule.index();
        }
      }
    }
    return first;
  }

  private List<Step> trace(Evaluation evaluation, Situation situation, int last) {
    List<Step> trace = new ArrayList<>();
    for (Rule rule : policy.rules().subList(0, last + 1)) {
      List<Long> values = new ArrayList<>();
      for (Fact fact : rule.facts()) {
        values.add(situation.value(fact));
      }
      trace.add(new Step(rule, evaluation.truth(rule), values));
    }
    return trace;
  }
}
