package clin087.lint;

import clin087.policy.Condition.Otherwise;
import clin087.policy.Rule;
import clin087.proof.ReferralSpace;
import java.util.List;

/** Finds rules that can never decide, and the earlier rules that prevent it. */
final class DecidingRulesCheck implements Check {
  @Override
  public String subject() {
    return "which rules can decide";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Rule rule : effects.policy().rules()) {
      report.ask(
          "'" + rule.id() + "'",
          () -> {
            if (effects.decidedBy(rule) == null) {
              report.add(finding(effects, rule));
            }
          });
    }
  }

  private static Finding finding(RemovalEffects effects, Rule rule) {
    ReferralSpace space = effects.space();
    long[] met = space.all().where(space.holds(rule)).example();
    if (met == null) {
      return Finding.of(
          FindingKind.NEVER_DECIDES,
          rule,
          "when",
          "The rule '" + rule.id() + "' can never decide: its condition contradicts itself.");
    }
    List<Rule> shadows = effects.shadowing(rule, space.holds(rule));
    boolean catchAll = rule.when() instanceof Otherwise;
    Finding finding =
        Finding.of(
            FindingKind.NEVER_DECIDES,
            rule,
            "",
            "The rule '"
                + rule.id()
                + "' can never decide: whenever its condition holds, so does that of "
                + RuleNames.list(shadows, "or")
                + ", before it.");
    return finding
        .as(catchAll ? Severity.INFORMATION : Severity.ERROR)
        .shownBy(List.of(effects.example("never-decides." + rule.id(), effects.shortened(met))));
  }
}
