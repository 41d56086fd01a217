package clin087.lint;

import clin087.policy.Outcome;
import clin087.policy.Rule;
import clin087.policy.Verdict;

/** Verdicts that no referral gets. */
final class ReachedVerdictsCheck implements Check {
  @Override
  public String subject() {
    return "which verdicts are reached";
  }

  @Override
  public void run(Effects effects, Report report) {
    for (Verdict verdict : effects.policy().verdicts()) {
      report.ask(verdict.id(), () -> check(effects, verdict, report));
    }
  }

  private static void check(Effects effects, Verdict verdict, Report report) {
    if (verdict.outcome() != Outcome.INCOMPLETE && !isReached(effects, verdict)) {
      report.add(
          Finding.of(
              "never-reached",
              Severity.WARNING,
              verdict,
              "",
              "No referral gets the verdict " + verdict.id() + "."));
    }
  }

  private static boolean isReached(Effects effects, Verdict verdict) {
    for (Rule rule : effects.policy().rules()) {
      if (rule.verdict().equals(verdict) && effects.decidedBy(rule) != null) {
        return true;
      }
    }
    return false;
  }
}
