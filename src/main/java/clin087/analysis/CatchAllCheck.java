package clin087.analysis;

import java.util.List;
import java.util.function.Consumer;

/** The referrals that no rule decides. */
final class CatchAllCheck implements Check {
  @Override
  public String subject() {
    return "whether some rule decides every referral";
  }

  @Override
  public void run(Effects effects, Consumer<Finding> findings) {
    if (effects.hasCatchAll()) {
      return;
    }
    Space space = effects.space();
    long[] undecided = space.undecided(effects.policy().rules().size()).example();
    if (undecided != null) {
      findings.accept(
          new Finding(
              "nothing-decides",
              Severity.ERROR,
              effects.policy(),
              "rules",
              "Some referrals meet the condition of no rule, so nothing decides them.",
              List.of(new Finding.Example("nothing-decides", undecided))));
    }
  }
}
