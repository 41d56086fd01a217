package clin087.decision;

import clin087.decision.Decision.Question;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import clin087.proof.PolicyCompletions;
import clin087.proof.Reach;
import clin087.proof.ReferralCompletions;
import clin087.proof.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Evaluates the rules of a policy on what is known of one referral. */
final class Evaluation {
  private final Policy policy;
  private final List<Fact> factsOfRules;
  private final ReferralCompletions completions;
  private final Reach reach;

  /** The rules that decide in some completion. */
  final List<Rule> deciding = new ArrayList<>();

  /** The verdicts of the deciding rules, each once. */
  final List<Verdict> possible = new ArrayList<>();

  Evaluation(
      Policy policy, List<Fact> factsOfRules, Situation situation, PolicyCompletions ofPolicy) {
    this.policy = policy;
    this.factsOfRules = factsOfRules;
    this.completions = ofPolicy.of(situation);
    this.reach = completions.reach();
    BitSet seen = new BitSet();
    for (Rule rule : policy.rules()) {
      if (reach.rules().get(rule.index())) {
        deciding.add(rule);
        if (!seen.get(rule.verdict().index())) {
          seen.set(rule.verdict().index());
          possible.add(rule.verdict());
        }
      }
    }
  }

  boolean isSettled() {
    return possible.size() == 1;
  }

  /** The verdict of every completion, or the policy's for missing facts. */
  Verdict verdict() {
    return isSettled() ? possible.get(0) : policy.incomplete();
  }

  /** Whether a rule's condition holds in every completion, in none, or in some. */
  Truth truth(Rule rule) {
    return completions.truth(rule);
  }

  /** Whether a condition holds in every completion, in none, or in some. */
  Truth truth(Condition condition) {
    return completions.truth(condition);
  }

  /** The facts that can change the verdict; none if it is settled. */
  List<Question> missing() {
    return questions(reach.forVerdict());
  }

  /** The facts that can change the next step. */
  List<Question> missingForAction() {
    return questions(reach.forAction());
  }

  /** The facts of the variables, in the order in which the rules first name them. */
  private List<Question> questions(List<Variable> variables) {
    List<Question> questions = new ArrayList<>();
    if (variables.isEmpty()) {
      return questions;
    }
    for (Fact fact : factsOfRules) {
      BitSet members = null;
      for (Variable variable : variables) {
        if (variable.fact().index() == fact.index()) {
          members = members == null ? new BitSet() : members;
          members.set(Math.max(0, variable.member()));
        }
      }
      if (members != null) {
        questions.add(new Question(fact, choices(fact, members)));
      }
    }
    return questions;
  }

  /** The members of a set at these positions; none for other types. */
  private static List<Choice> choices(Fact fact, BitSet members) {
    List<Choice> choices = new ArrayList<>();
    if (fact.type() == FactType.SET) {
      for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
        choices.add(fact.choices().get(i));
      }
    }
    return choices;
  }

  /** The clauses of the deciding rules, or of the missing facts, each once. */
  List<Clause> clauses() {
    if (isSettled()) {
      return Clauses.of(deciding);
    }
    List<Clause> clauses = new ArrayList<>();
    for (Question question : missing()) {
      String clause = question.fact().clause();
      if (clause != null) {
        Clauses.add(policy.clause(clause), clauses);
      }
    }
    return clauses;
  }
}
