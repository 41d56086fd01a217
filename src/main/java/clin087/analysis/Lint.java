package clin087.analysis;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be proved of a policy without a referral. */
public final class Lint {
  private static final List<Check> CHECKS =
      List.of(
          new CatchAllCheck(),
          new DecidingRulesCheck(),
          new EffectiveConditionsCheck(),
          new UsedFactsCheck(),
          new ReachedVerdictsCheck(),
          new CautionsCheck(),
          new OrderCheck(),
          new DefaultsCheck());

  private Lint() {}

  /** What the checks find, in the order of the checks. */
  public static List<Finding> of(Space space) {
    Effects effects = new Effects(space);
    List<Finding> findings = new ArrayList<>();
    for (Check check : CHECKS) {
      try {
        check.run(effects, findings::add);
      } catch (Budget.Spent e) {
        findings.add(
            Finding.of(
                "not-proved",
                Severity.INFORMATION,
                space.policy(),
                "",
                "Not proved within the budget: " + check.subject() + "."));
      }
    }
    return findings;
  }
}
