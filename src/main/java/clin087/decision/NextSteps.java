package clin087.decision;

import clin087.decision.Decision.NextStep;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects the next steps of rules. */
final class NextSteps {
  private NextSteps() {}

  /** Each action once, in the order of the rules, with the clauses of the rules that give it. */
  static List<NextStep> of(List<Rule> rules) {
    List<NextStep> steps = new ArrayList<>();
    for (Rule rule : rules) {
      if (!NextStep.give(steps, rule.action())) {
        steps.add(step(rule.action(), rules));
      }
    }
    return steps;
  }

  private static NextStep step(String action, List<Rule> rules) {
    List<Rule> giving = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.action().equals(action)) {
        giving.add(rule);
      }
    }
    return new NextStep(action, Clauses.of(giving), giving);
  }
}
