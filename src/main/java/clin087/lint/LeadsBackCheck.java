package clin087.lint;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import clin087.proof.Search;
import java.util.List;

/**
 * Finds next steps after which a referral can get the same verdict, and so the same step, again.
 */
final class LeadsBackCheck implements Check {
  @Override
  public String subject() {
    return "which next steps lead on";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Verdict verdict : effects.policy().verdicts()) {
      if (!verdict.afterwards().isEmpty()) {
        report.ask(verdict.id(), () -> check(effects, verdict, report));
      }
    }
  }

  private static void check(RemovalEffects effects, Verdict verdict, Report report) {
    Policy policy = effects.policy();
    Search left = effects.space().all();
    for (Setting setting : verdict.afterwards()) {
      Fact fact = policy.facts().get(setting.fact());
      left = left.where(fact, setting.value());
    }
    for (Rule rule : policy.rules()) {
      Search decided = left.where(effects.space().holds(rule));
      long[] again = rule.verdict().equals(verdict) ? decided.example() : null;
      if (again != null) {
        report.add(finding(effects, verdict, rule, again));
        return;
      }
      left = left.where(effects.space().holds(rule).opposite());
    }
  }

  private static Finding finding(RemovalEffects effects, Verdict verdict, Rule rule, long[] again) {
    return Finding.of(
            FindingKind.LEADS_BACK,
            verdict,
            "afterwards",
            "Once the next step of "
                + verdict.id()
                + " is done, the rule '"
                + rule.id()
                + "' can decide "
                + verdict.id()
                + " again, so the step never ends.")
        .shownBy(List.of(effects.example("leads-back." + verdict.id(), again)));
  }
}
