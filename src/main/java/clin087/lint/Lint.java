package clin087.lint;

import clin087.policy.Places;
import clin087.proof.Space;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be proved of a policy without a referral. */
public final class Lint {
  /** The code of what could not be proved within the budget. */
  public static final String NOT_PROVED = "not-proved";

  /** From the quickest to the slowest. */
  private static List<Check> checks(Places places) {
    return List.of(
        new QuestionsCheck(places),
        new NamedValuesCheck(),
        new CatchAllCheck(),
        new DecidingRulesCheck(),
        new ReachedVerdictsCheck(),
        new CautionsCheck(),
        new UsedFactsCheck(places),
        new DefaultsCheck(),
        new EffectiveConditionsCheck(),
        new OrderCheck());
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
      // the quickest come first, and none may leave the others without time
      space.budget().share(i == checks.size() - 1 ? 1 : 2);
      check.run(effects, report);
      findings.addAll(report.findings());
      if (!report.isComplete()) {
        findings.add(
            Finding.of(
                NOT_PROVED,
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
