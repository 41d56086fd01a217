package clin087.lint;

import clin087.policy.Outcome;
import clin087.policy.Rule;
import java.util.List;

/** Finds refusals before a rule with attention that can hold too. */
final class RefusedFirstCheck implements Check {
  @Override
  public String subject() {
    return "which refusals come before a rule with attention";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Rule rule : effects.policy().rules()) {
      for (Rule other : effects.rulesAfter(rule)) {
        if (rule.verdict().outcome() == Outcome.REFUSE
            && other.verdict().outcome() != Outcome.REFUSE
            && other.attention()) {
          report.ask("'" + rule.id() + "'", () -> check(effects, rule, other, report));
        }
      }
    }
  }

  private static void check(RemovalEffects effects, Rule rule, Rule other, Report report) {
    long[] refused =
        effects
            .space()
            .before(rule)
            .where(effects.space().holds(rule))
            .where(effects.space().holds(other))
            .example();
    if (refused != null) {
      report.add(
          Finding.of(
                  FindingKind.REFUSED_FIRST,
                  rule,
                  "",
                  "The rule '"
                      + rule.id()
                      + "' refuses referrals that meet '"
                      + other.id()
                      + "' too, which has attention: put '"
                      + other.id()
                      + "' before it.")
              .shownBy(
                  List.of(
                      effects.example("refused-first." + rule.id() + "." + other.id(), refused))));
    }
  }
}
