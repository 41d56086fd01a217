package clin087.report;

import clin087.decision.Decision;
import clin087.decision.Decision.NextStep;
import clin087.policy.Clause;
import clin087.policy.Rule;
import clin087.words.ConditionWords;
import java.util.ArrayList;
import java.util.List;

/** The next steps of a decision as sentences, each with the condition that it depends on. */
final class NextStepSentences {
  private NextStepSentences() {}

  /**
   * The next step. If missing facts decide between several, the last rule's comes first, and then
   * the others with their conditions, such as "if 3.2(a) applies: Treat now."
   */
  static List<String> of(Decision decision) {
    if (decision.action() != null) {
      return List.of(decision.action());
    }
    List<Rule> deciding = decision.deciding();
    NextStep usual = giving(deciding.get(deciding.size() - 1), decision.actions());
    List<String> sentences = new ArrayList<>();
    sentences.add(usual.action());
    for (NextStep step : decision.actions()) {
      if (!step.action().equals(usual.action())) {
        sentences.add("if " + condition(step, usual) + ": " + step.action());
      }
    }
    return sentences;
  }

  private static NextStep giving(Rule rule, List<NextStep> steps) {
    for (NextStep step : steps) {
      if (step.rules().contains(rule)) {
        return step;
      }
    }
    throw new IllegalStateException("every deciding rule gives a next step");
  }

  /**
   * When a step applies: by its clauses; by the rule's facts if the usual step has the same clause.
   */
  private static String condition(NextStep step, NextStep usual) {
    List<String> clauses = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Rule rule : step.rules()) {
      String clause = rule.clause().id();
      if (has(clause, usual.clauses())) {
        words.add(ConditionWords.of(rule.when()));
      } else if (!clauses.contains(clause)) {
        clauses.add(clause);
      }
    }
    if (!clauses.isEmpty()) {
      words.add(0, String.join(" or ", clauses) + (clauses.size() > 1 ? " apply" : " applies"));
    }
    return String.join(" or ", words);
  }

  private static boolean has(String id, List<Clause> clauses) {
    for (Clause clause : clauses) {
      if (clause.id().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
