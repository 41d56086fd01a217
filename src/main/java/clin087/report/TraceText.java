package clin087.report;

import clin087.decision.Decision.Step;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.policy.Truth;
import clin087.text.Lines;
import clin087.words.ConditionWords;
import clin087.words.FactWords;
import java.util.List;

/** Writes a trace as text: what was looked at, rule by rule. */
public final class TraceText {
  private TraceText() {}

  /** Adds the trace with its heading. */
  public static void add(List<Step> trace, Lines lines) {
    lines.heading("WHAT WAS LOOKED AT, IN ORDER");
    boolean open = false;
    for (Step step : trace) {
      Rule rule = step.rule();
      open |= step.result() == Truth.UNKNOWN;
      String result =
          switch (step.result()) {
            case TRUE -> open ? "holds, and decides if no rule above does" : "holds";
            case FALSE -> "does not hold";
            case UNKNOWN -> "is open";
          };
      lines.item(
          2, "", rule.number() + ". " + rule.id() + " (" + rule.clause().id() + ") " + result);
      lines.item(6, "", "when " + ConditionWords.of(rule.when()));
      List<Fact> facts = rule.facts();
      for (int i = 0; i < facts.size(); i++) {
        Fact fact = facts.get(i);
        lines.item(6, "", fact.label() + ": " + FactWords.known(fact, step.values().get(i)));
      }
      if (rule.interpretation() != null) {
        lines.item(6, "", "Reading taken: " + rule.interpretation());
      }
    }
  }
}
