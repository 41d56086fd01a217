package clin087.lint;

import clin087.policy.Caution;
import clin087.policy.Comparator;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Condition.Quantifier;
import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.List;

/** Finds cautions whose condition can never hold. */
final class CautionsCheck implements Check {
  /**
   * How many facts of {@code is stated} are tried in every combination of stated and not stated.
   */
  private static final int MOST_STATED = 8;

  private static final Condition ALWAYS = new Otherwise();
  private static final Condition NEVER =
      new Bullets(Quantifier.NONE, 0, List.of(new Bullet(ALWAYS, null)));

  @Override
  public String subject() {
    return "which cautions can be raised";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Caution caution : effects.policy().cautions()) {
      report.ask("'" + caution.id() + "'", () -> check(effects, caution, report));
    }
  }

  private static void check(RemovalEffects effects, Caution caution, Report report) {
    Condition when = caution.when();
    if (when != null && !canHold(effects, when)) {
      report.add(
          Finding.of(
              FindingKind.NEVER_RAISED,
              caution,
              "when",
              "The caution '" + caution.id() + "' can never be raised."));
    }
  }

  /** Whether some referral can meet a condition, stating any of its facts. */
  private static boolean canHold(RemovalEffects effects, Condition when) {
    List<Fact> asked = new ArrayList<>();
    for (Comparison comparison : when.comparisons()) {
      if (comparison.comparator().isOfStatement() && !asked.contains(comparison.fact())) {
        asked.add(comparison.fact());
      }
    }
    if (asked.size() > MOST_STATED) {
      return true;
    }
    for (int some = 0; some < 1 << asked.size(); some++) {
      List<Fact> stated = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        if ((some >> i & 1) == 1) {
          stated.add(asked.get(i));
        }
      }
      if (effects.space().all().where(supposing(stated, when)).isPossible()) {
        return true;
      }
    }
    return false;
  }

  /** The condition for referrals that state these facts and no others. */
  private static Condition supposing(List<Fact> stated, Condition condition) {
    if (condition instanceof Comparison comparison && comparison.comparator().isOfStatement()) {
      boolean is = stated.contains(comparison.fact());
      return is == (comparison.comparator() == Comparator.STATED) ? ALWAYS : NEVER;
    }
    if (condition instanceof Bullets bullets) {
      List<Bullet> supposed = new ArrayList<>();
      for (Bullet bullet : bullets.bullets()) {
        supposed.add(new Bullet(supposing(stated, bullet.condition()), bullet.clause()));
      }
      return new Bullets(bullets.quantifier(), bullets.n(), supposed);
    }
    return condition;
  }
}
