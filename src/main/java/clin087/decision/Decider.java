package clin087.decision;

import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Step;
import clin087.policy.Caution;
import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import clin087.referral.Referral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides referrals by one policy. What a referral does not state is unknown, and the decision is
 * exact about it: it is what every way to fill in the unknown facts agrees on.
 */
public final class Decider {
  private final Policy policy;
  private final List<Fact> factsOfRules;
  private final List<Setting> assumptions;
  private final long asOf;
  private final Variables variables;

  /** The facts whose values, or whose being stated, a decision depends on. */
  private final Fact[] essential;

  /** Whether a trace shows the value of the essential fact at the same position. */
  private final boolean[] shown;

  /**
   * @param asOf the date of the check
   * @param assumptions what to assume of referrals that do not state it
   */
  public Decider(Policy policy, LocalDate asOf, List<Setting> assumptions) {
    this.policy = policy;
    this.factsOfRules = policy.factsOfRules();
    this.assumptions = List.copyOf(assumptions);
    this.asOf = asOf.toEpochDay();
    List<Condition> conditions = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      conditions.add(rule.when());
    }
    for (Caution caution : policy.cautions()) {
      if (caution.when() != null) {
        conditions.add(caution.when());
      }
    }
    this.variables = new Variables(policy.facts(), conditions, this.asOf);
    this.essential = essential();
    this.shown = new boolean[essential.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = factsOfRules.contains(essential[i]);
    }
  }

  /** The decision on a referral, with its trace. */
  public Decision decide(Referral referral) {
    return decide(new Situation(policy.facts(), referral.stated(), assumptions, asOf));
  }

  /**
   * What tells a referral from others: two with the same essence get the same decision.
   *
   * @param exactValues whether values that no condition tells apart are to be told apart
   */
  long[] essence(Referral referral, boolean exactValues) {
    long[] essence = new long[essential.length];
    for (int i = 0; i < essential.length; i++) {
      Fact fact = essential[i];
      long value = referral.stated(fact);
      essence[i] =
          value == Fact.UNSTATED || (exactValues && shown[i])
              ? value
              : variables.representative(fact, value);
    }
    return essence;
  }

  private Decision decide(Situation situation) {
    Evaluation evaluation = evaluate(situation);
    boolean settled = evaluation.isSettled();
    Verdict verdict = settled ? evaluation.possible.get(0) : policy.incomplete();
    int last = evaluation.deciding.get(evaluation.deciding.size() - 1).index();
    List<Rule> deciding = settled ? evaluation.deciding : List.of();
    List<Rule> alsoMet = settled ? alsoMet(evaluation, verdict) : List.of();
    String action = settled ? deciding.get(0).action() : verdict.action();
    return new Decision(
        verdict,
        List.copyOf(deciding),
        evaluation.clauses(),
        action == null ? "" : action,
        alsoMet,
        settled ? afterwards(situation, verdict) : null,
        List.copyOf(evaluation.possible),
        settled ? List.of() : List.copyOf(evaluation.missing),
        assumed(situation, last),
        cautions(evaluation, verdict, deciding, alsoMet),
        trace(evaluation, situation, last));
  }

  private Fact[] essential() {
    boolean[] undoesAssumption = new boolean[policy.facts().size()];
    for (Fact fact : policy.facts()) {
      for (int other : fact.assumedUnless()) {
        undoesAssumption[other] = true;
      }
    }
    List<Fact> found = new ArrayList<>();
    for (Fact fact : policy.facts()) {
      if (variables.name(fact) || undoesAssumption[fact.index()]) {
        found.add(fact);
      }
    }
    return found.toArray(new Fact[0]);
  }

  private Evaluation evaluate(Situation situation) {
    return new Evaluation(policy, factsOfRules, situation, variables);
  }

  private List<Rule> alsoMet(Evaluation evaluation, Verdict verdict) {
    List<Rule> met = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.verdict().index() == verdict.index()
          && !has(evaluation.deciding, rule)
          && evaluation.truth(rule.when()) == Truth.TRUE) {
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
    boolean settled = then.isSettled();
    return new Afterwards(
        settled ? then.possible.get(0) : policy.incomplete(),
        then.clauses(),
        settled ? List.of() : List.copyOf(then.missing));
  }

  private List<Assumption> assumed(Situation situation, int last) {
    List<Assumption> assumed = new ArrayList<>();
    boolean[] named = new boolean[policy.facts().size()];
    for (Rule rule : policy.rules().subList(0, last + 1)) {
      for (Fact fact : rule.facts()) {
        Assumption assumption = situation.assumption(fact);
        if (assumption != null && !named[fact.index()]) {
          named[fact.index()] = true;
          assumed.add(assumption);
        }
      }
    }
    return assumed;
  }

  private List<Notice> cautions(
      Evaluation evaluation, Verdict verdict, List<Rule> deciding, List<Rule> alsoMet) {
    List<Notice> notices = new ArrayList<>();
    for (Caution caution : policy.cautions()) {
      for (Rule rule : caution.notReported()) {
        if (!has(deciding, rule)
            && !has(alsoMet, rule)
            && evaluation.truth(rule.when()) == Truth.TRUE) {
          notices.add(new Notice(caution.id(), caution.message(rule), true));
        }
      }
      if (caution.when() != null
          && (caution.outcome() == null || caution.outcome() == verdict.outcome())
          && evaluation.truth(caution.when()) == Truth.TRUE) {
        notices.add(new Notice(caution.id(), caution.message(), false));
      }
    }
    return notices;
  }

  private List<Step> trace(Evaluation evaluation, Situation situation, int last) {
    List<Step> trace = new ArrayList<>();
    for (Rule rule : policy.rules().subList(0, last + 1)) {
      List<Long> values = new ArrayList<>();
      for (Fact fact : rule.facts()) {
        values.add(situation.value(fact));
      }
      trace.add(new Step(rule, evaluation.truth(rule.when()), values));
    }
    return trace;
  }

  private static boolean has(List<Rule> rules, Rule rule) {
    for (Rule other : rules) {
      if (other.index() == rule.index()) {
        return true;
      }
    }
    return false;
  }
}
