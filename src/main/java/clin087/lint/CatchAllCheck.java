package clin087.lint;

import clin087.proof.ReferralSpace;
import java.util.List;

/** Finds referrals that no rule decides. */
final class CatchAllCheck implements Check {
  @Override
  public String subject() {
    return "whether some rule decides every referral";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    if (effects.hasCatchAll()) {
      return;
    }
    report.ask("the whole policy", () -> find(effects, report));
  }

  private static void find(RemovalEffects effects, Report report) {
    ReferralSpace space = effects.space();
    long[] undecided = space.undecided(effects.policy().rules().size()).example();
    if (undecided != null) {
      report.add(
          Finding.of(
                  FindingKind.NOTHING_DECIDES,
                  effects.policy(),
                  "rules",
                  "Some referrals meet the condition of no rule, so nothing decides them.")
              .shownBy(List.of(effects.example("nothing-decides", undecided))));
    }
  }
}
