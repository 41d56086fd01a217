package clin087.lint;

import clin087.policy.Outcome;
import clin087.policy.Places;
import clin087.policy.Rule;
import clin087.policy.Verdict;

/**
 * Finds verdicts of the policy's own file that no referral gets. Other policies may use shared
 * ones.
 */
final class ReachedVerdictsCheck implements Check {
  private final Places places;

  ReachedVerdictsCheck(Places places) {
    this.places = places;
  }

  @Override
  public String subject() {
    return "which verdicts are reached";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    String own = places.of(effects.policy()).file();
    for (Verdict verdict : effects.policy().verdicts()) {
      if (places.of(verdict).file().equals(own)) {
        report.ask(verdict.id(), () -> check(effects, verdict, report));
      }
    }
  }

  private static void check(RemovalEffects effects, Verdict verdict, Report report) {
    if (verdict.outcome() != Outcome.INCOMPLETE && !isReached(effects, verdict)) {
      report.add(
          Finding.of(
              FindingKind.NEVER_REACHED,
              verdict,
              "",
              "No referral gets the verdict " + verdict.id() + "."));
    }
  }

  private static boolean isReached(RemovalEffects effects, Verdict verdict) {
    for (Rule rule : effects.policy().rules()) {
      if (rule.verdict().equals(verdict) && effects.decidedBy(rule) != null) {
        return true;
      }
    }
    return false;
  }
}
