package clin087.lint;

import clin087.policy.Caution;
import clin087.policy.Condition;

/** Cautions whose condition can never hold. */
final class CautionsCheck implements Check {
  @Override
  public String subject() {
    return "which cautions can be raised";
  }

  @Override
  public void run(Effects effects, Report report) {
    for (Caution caution : effects.policy().cautions()) {
      report.ask("'" + caution.id() + "'", () -> check(effects, caution, report));
    }
  }

  private static void check(Effects effects, Caution caution, Report report) {
    Condition when = caution.when();
    if (when != null && !effects.space().all().where(when).isPossible()) {
      report.add(
          Finding.of(
              FindingKind.NEVER_RAISED,
              caution,
              "when",
              "The caution '" + caution.id() + "' can never be raised."));
    }
  }
}
