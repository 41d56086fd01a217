package clin087.decision;

import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import clin087.proof.Diagram;
import clin087.proof.Diagrams;
import clin087.proof.Solver;
import clin087.proof.Solver.Reach;
import clin087.proof.Variables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a policy, tried on what is known of one referral. */
final class Evaluation {
  private final Policy policy;
  private final List<Fact> factsOfRules;
  private final Situation situation;
  private final Variables variables;
  private final Solver solver;
  private final int mostChoices;
  private final @Nullable Truth[] truths;
  private @Nullable Diagrams diagrams;

  /** The rules that decide in some completion. */
  final List<Rule> deciding = new ArrayList<>();

  /** Their verdicts, each once. */
  final List<Verdict> possible = new ArrayList<>();

  /** The facts that can change the verdict. */
  final List<Fact> missing = new ArrayList<>();

  Evaluation(
      Policy policy,
      List<Fact> factsOfRules,
      Situation situation,
      Variables variables,
      Solver solver,
      int mostChoices) {
    this.solver = solver;
    this.mostChoices = mostChoices;
    this.policy = policy;
    this.factsOfRules = factsOfRules;
    this.situation = situation;
    this.variables = variables;
    this.truths = new @Nullable Truth[policy.rules().size()];
    List<Rule> open = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      Truth truth = truth(rule);
      if (truth == Truth.UNKNOWN) {
        open.add(rule);
      } else if (truth == Truth.TRUE) {
        settle(open, rule);
        return;
      }
    }
    throw new IllegalStateException("the last rule of a policy always holds");
  }

  boolean isSettled() {
    return possible.size() == 1;
  }

  /** Whether a rule's condition holds in every completion, in none, or in some. */
  Truth truth(Rule rule) {
    Truth known = truths[rule.index()];
    if (known == null) {
      known = truth(rule.when());
      truths[rule.index()] = known;
    }
    return known;
  }

  /** Whether a condition holds in every completion, in none, or in some. */
  Truth truth(Condition condition) {
    Truth truth = condition.evaluate(situation);
    if (truth != Truth.UNKNOWN) {
      return truth;
    }
    Diagram diagram = condition.fold(diagrams());
    return diagram.isResult() ? Truth.of(diagram.result == 1) : Truth.UNKNOWN;
  }

  /** The clauses of the rules that decide, or of the facts that are missing; each once. */
  List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    if (isSettled()) {
      for (Rule rule : deciding) {
        addOnce(clauses, rule.clause());
      }
    } else {
      for (Fact fact : missing) {
        if (fact.clause() != null) {
          addOnce(clauses, policy.clause(fact.clause()));
        }
      }
    }
    return clauses;
  }

  private static void addOnce(List<Clause> clauses, Clause clause) {
    for (Clause known : clauses) {
      if (known.id().equals(clause.id())) {
        return;
      }
    }
    clauses.add(clause);
  }

  private void settle(List<Rule> open, Rule certain) {
    Reach reach = reach(open, certain);
    for (Fact fact : factsOfRules) {
      if (reach.facts().get(fact.index())) {
        missing.add(fact);
      }
    }
    BitSet verdictsSeen = new BitSet();
    for (Rule rule : policy.rules()) {
      if (reach.rules().get(rule.index())) {
        deciding.add(rule);
        if (!verdictsSeen.get(rule.verdict().index())) {
          verdictsSeen.set(rule.verdict().index());
          possible.add(rule.verdict());
        }
      }
    }
  }

  private Reach reach(List<Rule> open, Rule certain) {
    if (open.isEmpty()) {
      BitSet only = new BitSet();
      only.set(certain.index());
      return new Reach(only, new BitSet());
    }
    diagrams().limit(mostChoices);
    try {
      Diagram rules = diagrams().result(certain.index());
      Diagram verdicts = diagrams().result(certain.verdict().index());
      for (int i = open.size() - 1; i >= 0; i--) {
        Rule rule = open.get(i);
        Diagram holds = rule.when().fold(diagrams());
        rules = diagrams().choose(holds, diagrams().result(rule.index()), rules);
        verdicts = diagrams().choose(holds, diagrams().result(rule.verdict().index()), verdicts);
      }
      return new Reach(rules.results(), verdicts.facts());
    } catch (Diagrams.TooLarge e) {
      return solver.reach(situation);
    } finally {
      diagrams = null; // the bound is for this alone
    }
  }

  private Diagrams diagrams() {
    if (diagrams == null) {
      diagrams = new Diagrams(situation, variables);
    }
    return diagrams;
  }
}
