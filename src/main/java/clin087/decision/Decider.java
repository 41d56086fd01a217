package clin087.decision;

import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Step;
import clin087.decision.Situation.Ask;
import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import clin087.proof.Completions;
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
  private final Assumptions assumptions;

  /** For each of the facts of the rules, the first rule that names it. */
  private final int[] firstNamedBy;

  private final long asOf;
  private final Completions completions;

  /**
   * @param asOf the date of the check
   * @param options what to assume of referrals that do not state it
   */
  public Decider(Policy policy, LocalDate asOf, List<Setting> options) {
    this(policy, asOf, options, new Completions(policy, asOf));
  }

  Decider(Policy policy, LocalDate asOf, List<Setting> options, Completions completions) {
    this.completions = completions;
    this.policy = policy;
    this.factsOfRules = policy.factsOfRules();
    this.firstNamedBy = firstNamedBy(policy, factsOfRules);
    this.assumptions = new Assumptions(policy.facts(), options);
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
   * What a referral answers, as far as the policy cares: values that no condition tells apart are
   * the same answer.
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
    Verdict verdict = settled ? evaluation.possible.get(0) : policy.incomplete();
    int last = evaluation.deciding.get(evaluation.deciding.size() - 1).index();
    List<Rule> alsoMet = settled ? alsoMet(evaluation, verdict) : List.of();
    List<Clause> clauses = evaluation.clauses();
    List<Notice> cautions = cautions(evaluation, verdict, alsoMet);
    List<Rule> urgent = attention(evaluation);
    List<NextStep> actions = NextSteps.of(evaluation.deciding);
    if (!settled && actions.size() > 1) {
      actions = urgent.isEmpty() ? List.of() : NextSteps.of(urgent.subList(0, 1));
    }
    return new Decision(
        verdict,
        !urgent.isEmpty() || has(cautions),
        evaluation.deciding,
        clauses,
        settled ? seeAlso(evaluation.deciding, clauses) : List.of(),
        actions.isEmpty() ? verdict.action() : actions.size() == 1 ? actions.get(0).action() : null,
        actions,
        alsoMet,
        settled ? afterwards(situation, verdict) : null,
        evaluation.possible,
        settled ? List.of() : evaluation.questions(),
        List.of(),
        assumed(situation, last),
        cautions,
        explained ? trace(evaluation, situation, last) : List.of());
  }

  private Evaluation evaluate(Situation situation) {
    return new Evaluation(policy, factsOfRules, situation, completions);
  }

  private List<Rule> alsoMet(Evaluation evaluation, Verdict verdict) {
    List<Rule> met = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.verdict().index() == verdict.index()
          && !has(evaluation.deciding, rule)
          && evaluation.truth(rule) == Truth.TRUE) {
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
        settled ? List.of() : then.questions());
  }

  /** The rules marked so that hold in every completion. */
  private List<Rule> attention(Evaluation evaluation) {
    List<Rule> found = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.attention() && evaluation.truth(rule) == Truth.TRUE) {
        found.add(rule);
      }
    }
    return found;
  }

  private static boolean has(List<Notice> cautions) {
    for (Notice caution : cautions) {
      if (caution.attention()) {
        return true;
      }
    }
    return false;
  }

  private static List<String> seeAlso(List<Rule> deciding, List<Clause> clauses) {
    List<String> seeAlso = new ArrayList<>();
    for (Rule rule : deciding) {
      for (String clause : rule.seeAlso()) {
        if (!seeAlso.contains(clause) && !cites(clauses, clause)) {
          seeAlso.add(clause);
        }
      }
    }
    return seeAlso;
  }

  private static boolean cites(List<Clause> clauses, String id) {
    for (Clause clause : clauses) {
      if (clause.id().equals(id)) {
        return true;
      }
    }
    return false;
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

  private List<Notice> cautions(Evaluation evaluation, Verdict verdict, List<Rule> alsoMet) {
    List<Notice> notices = new ArrayList<>();
    for (Caution caution : policy.cautions()) {
      if (caution.outcome() != null && caution.outcome() != verdict.outcome()) {
        continue;
      }
      for (Rule rule : caution.notReported()) {
        if (evaluation.truth(rule) == Truth.TRUE && !isReported(rule, evaluation, alsoMet)) {
          notices.add(
              new Notice(caution.id(), rule.clause(), caution.message(rule), caution.attention()));
        }
      }
      if (caution.when() != null && evaluation.truth(caution.when()) == Truth.TRUE) {
        notices.add(
            new Notice(caution.id(), caution.clause(), caution.message(), caution.attention()));
      }
    }
    return notices;
  }

  /** Whether the answer has the clause of a rule. */
  private static boolean isReported(Rule rule, Evaluation evaluation, List<Rule> alsoMet) {
    String clause = rule.clause().id();
    return evaluation.isSettled() && (gives(evaluation.deciding, clause) || gives(alsoMet, clause));
  }

  private static boolean gives(List<Rule> rules, String clause) {
    for (Rule rule : rules) {
      if (rule.clause().id().equals(clause)) {
        return true;
      }
    }
    return false;
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

  private static boolean has(List<Rule> rules, Rule rule) {
    for (Rule other : rules) {
      if (other.index() == rule.index()) {
        return true;
      }
    }
    return false;
  }
}
