package clin087.lint;

import clin087.policy.Places;
import clin087.proof.ReferralSpace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Runs all checks of a policy. */
public final class Lint {
  private Lint() {}

  /** The checks that only read the policy. */
  private static List<Check> readings(Places places) {
    return List.of(
        new QuestionsCheck(places),
        new SameQuestionsCheck(places),
        new NamedValuesCheck(),
        new UnreadValuesCheck(places),
        new GuardedAttentionCheck(),
        new NumbersCheck(),
        new BoundariesCheck(),
        new DirectionsCheck(),
        new ClauseNumbersCheck(),
        new ComplementsCheck(),
        new StatedDatesCheck());
  }

  /** The checks that prove, for one day, what can never happen. */
  private static List<Check> proofs(Places places) {
    return List.of(
        new DecidingRulesCheck(),
        new ReachedVerdictsCheck(places),
        new CautionsCheck(),
        new UsedFactsCheck(places),
        new EffectiveConditionsCheck());
  }

  /** All checks, from the quickest to the slowest. */
  private static List<Check> checks(Places places) {
    List<Check> checks = new ArrayList<>(readings(places));
    checks.add(new CatchAllCheck());
    checks.add(new RefusedFirstCheck());
    checks.add(new HiddenAttentionCheck());
    checks.add(new LeadsBackCheck());
    checks.addAll(proofs(places));
    checks.add(new DefaultsCheck());
    checks.add(new OrderCheck(places));
    return checks;
  }

  /** The findings, in the order of the checks. */
  public static List<Finding> of(ReferralSpace space, Places places) {
    List<Finding> findings = onItsDay(space, places);
    for (LocalDate day : OtherDays.of(space.policy(), space.asOf())) {
      if (OtherDays.areNeeded(findings)) {
        ReferralSpace other = new ReferralSpace(space.policy(), day, space.budget());
        findings = OtherDays.confirmed(findings, run(proofs(places), other));
      }
    }
    return findings;
  }

  /** The findings on the date of the check alone, without regard to other days. */
  static List<Finding> onItsDay(ReferralSpace space, Places places) {
    return run(checks(places), space);
  }

  private static List<Finding> run(List<Check> checks, ReferralSpace space) {
    RemovalEffects effects = new RemovalEffects(space);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      Report report = new Report();
      // the quickest come first, and none may use up the time of the others
      space.budget().share(i == checks.size() - 1 ? 1 : 2);
      check.run(effects, report);
      findings.addAll(report.findings());
      if (!report.isComplete()) {
        findings.add(
            Finding.of(
                FindingKind.NOT_PROVED,
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
