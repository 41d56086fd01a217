package clin087.decision;

import clin087.decision.Decision.Notice;
import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Finds the cautions of a decision. */
final class Cautions {
  private final Evaluation evaluation;
  private final Verdict verdict;

  /** The clauses that the decision reports: none while the verdict is open. */
  private final List<Clause> reported = new ArrayList<>();

  /**
   * @param alsoMet the rules that are reported beside the deciding ones
   */
  Cautions(Evaluation evaluation, List<Rule> alsoMet) {
    this.evaluation = evaluation;
    this.verdict = evaluation.verdict();
    if (evaluation.isSettled()) {
      reported.addAll(Clauses.of(evaluation.deciding));
      reported.addAll(Clauses.of(alsoMet));
    }
  }

  /** The cautions that are raised, in the policy's order. */
  List<Notice> raised(List<Caution> cautions) {
    List<Notice> raised = new ArrayList<>();
    for (Caution caution : cautions) {
      if (caution.outcome() == null || caution.outcome() == verdict.outcome()) {
        raise(caution, raised);
      }
    }
    return raised;
  }

  private void raise(Caution caution, List<Notice> raised) {
    for (Rule rule : caution.notReported()) {
      if (!Clauses.has(reported, rule.clause().id()) && evaluation.truth(rule) == Truth.TRUE) {
        String message = caution.message(rule);
        raised.add(new Notice(caution.id(), rule.clause(), message, caution.attention()));
      }
    }
    if (caution.when() != null && evaluation.truth(caution.when()) == Truth.TRUE) {
      raised.add(
          new Notice(caution.id(), caution.clause(), caution.message(), caution.attention()));
    }
  }
}
