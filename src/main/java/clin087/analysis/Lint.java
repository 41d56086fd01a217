package clin087.analysis;

import clin087.policy.Places;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be proved of a policy without a referral. */
public final class Lint {
  private static List<Check> checks(Places places) {
    return List.of(
        new CatchAllCheck(),
        new DecidingRulesCheck(),
        new EffectiveConditionsCheck(),
        new UsedFactsCheck(),
        new ReachedVerdictsCheck(),
        new CautionsCheck(),
        new OrderCheck(),
        new QuestionsCheck(places),
        new DefaultsCheck());
  }

  private Lint() {}

  /** What the checks find, in the order of the checks. */
  public static List<Finding> of(Space space, Places places) {
    Effects effects = new Effects(space);
    List<Finding> findings = new ArrayList<>();
    List<Check> checks = checks(places);
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      Report report = new Report();
      space.budget().share(checks.size() - i);
      check.run(effects, report);
      findings.addAll(report.findings());
      if (!report.isComplete()) {
        findings.add(
            Finding.of(
                "not-proved",
                Severity.INFORMATION,
                space.policy(),
                "",
                "Not proved within the budget: "
                    + check.subject()
                    + "; open for "
                    + report.open()
                    + "."));
      }
    }
    return findings;
  }
}
