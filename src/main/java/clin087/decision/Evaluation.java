package clin087.decision;

import clin087.decision.Decision.Question;
import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import clin087.proof.Completions;
import clin087.proof.Reach;
import clin087.proof.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a policy, tried on what is known of one referral. */
final class Evaluation {
  private final Policy policy;
  private final List<Fact> factsOfRules;
  private final Situation situation;
  private final Completions completions;
  private final @Nullable Truth[] truths;

  /** The rules that decide in some completion. */
  final List<Rule> deciding = new ArrayList<>();

  /** Their verdicts, each once. */
  final List<Verdict> possible = new ArrayList<>();

  /** The facts that can change the verdict. */
  final List<Fact> missing = new ArrayList<>();

  Evaluation(Policy policy, List<Fact> factsOfRules, Situation situation, Completions completions) {
    this.policy = policy;
    this.factsOfRules = factsOfRules;
    this.situation = situation;
    this.completions = completions;
    this.truths = new @Nullable Truth[policy.rules().size()];
    settle(completions.reach(situation));
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
    return completions.truth(condition, situation);
  }

  /** What is to be asked for. */
  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (Fact fact : missing) {
      questions.add(new Question(fact, List.of()));
    }
    return questions;
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

  private void settle(Reach reach) {
    BitSet facts = new BitSet();
    for (Variable variable : reach.forVerdict()) {
      facts.set(variable.fact().index());
    }
    for (Fact fact : factsOfRules) {
      if (facts.get(fact.index())) {
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
}
