package clin087.lint;

import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Rule;
import clin087.proof.Constraint;
import clin087.proof.ReferralSpace;
import clin087.proof.Search;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds conditions and parts of conditions that never change a verdict. Those that are redundant
 * only because of other rules are reported for information, since they may mirror a bullet of the
 * document.
 */
final class EffectiveConditionsCheck implements Check {
  @Override
  public String subject() {
    return "which conditions, and parts of conditions, can change a verdict";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Rule rule : effects.policy().rules()) {
      if (!(rule.when() instanceof Otherwise)) {
        report.ask("'" + rule.id() + "'", () -> check(effects, rule, report));
      }
    }
  }

  private static void check(RemovalEffects effects, Rule rule, Report report) {
    if (effects.decidedBy(rule) == null) {
      return;
    }
    if (effects.changedBy(rule, RemovalEffects.NEVER) == null) {
      // a rule with attention has an effect even so: nobody misses the referral
      if (!rule.attention()) {
        report.add(withoutRule(effects, rule));
      }
    } else {
      parts(effects, rule, rule.when(), report);
    }
  }

  /** The finding that a rule could be left out without changing any verdict. */
  private static Finding withoutRule(RemovalEffects effects, Rule rule) {
    List<Rule> instead = new ArrayList<>();
    ReferralSpace space = effects.space();
    Search left = space.before(rule).where(space.holds(rule));
    for (Rule next : effects.rulesAfter(rule)) {
      if (left.where(space.holds(next)).isPossible()) {
        instead.add(next);
      }
      left = left.where(space.holds(next).opposite());
    }
    boolean nothing =
        instead.stream()
            .allMatch(
                other ->
                    other.clause().id().equals(rule.clause().id())
                        && other.action().equals(rule.action()));
    return Finding.of(
        nothing ? FindingKind.NO_EFFECT : FindingKind.SAME_VERDICT,
        rule,
        "",
        "Without the rule '"
            + rule.id()
            + "' no referral would get another verdict, since "
            + RuleNames.list(instead, "or")
            + " would decide"
            + (nothing
                ? ", by the same clause and with the same action."
                : "; it changes only the clause or the action."));
  }

  private static void parts(RemovalEffects effects, Rule rule, Condition whole, Report report) {
    if (!(whole instanceof Bullets list)) {
      return;
    }
    for (Bullet bullet : list.bullets()) {
      Condition part = bullet.condition();
      Finding finding = list.bullets().size() == 1 ? null : part(effects, rule, part);
      if (finding == null) {
        parts(effects, rule, part, report);
      } else {
        report.add(finding);
      }
    }
  }

  private static @Nullable Finding part(RemovalEffects effects, Rule rule, Condition part) {
    for (boolean value : new boolean[] {true, false}) {
      Condition without =
          replaced(rule.when(), part, value ? new Otherwise() : RemovalEffects.NEVER);
      if (effects.changedBy(rule, without) == null) {
        return withoutPart(effects, rule, part, value, without);
      }
    }
    return null;
  }

  /**
   * The finding that a part could always be true, or always false, without changing any verdict.
   */
  private static Finding withoutPart(
      RemovalEffects effects, Rule rule, Condition part, boolean value, Condition without) {
    Constraint changed = effects.space().differ(rule.when(), without);
    String words = "In the rule '" + rule.id() + "', '" + part + "' ";
    if (changed.isConstant()) {
      return Finding.of(
          FindingKind.NO_EFFECT, part, "", words + "never changes whether the condition holds.");
    }
    if (effects.space().before(rule).where(changed).isPossible()) {
      return Finding.of(
          FindingKind.SAME_VERDICT,
          part,
          "",
          words
              + "never changes a verdict: if it were always "
              + value
              + ", later rules would give the same one.");
    }
    List<Rule> shadows = effects.shadowing(rule, changed);
    return Finding.of(
        FindingKind.REDUNDANT,
        part,
        "",
        words
            + "is "
            + value
            + " whenever it could matter, since "
            + RuleNames.list(shadows, "and")
            + (shadows.size() == 1 ? " decides" : " decide")
            + " the other referrals first.");
  }

  /** A condition with one of its parts replaced. */
  static Condition replaced(Condition whole, Condition part, Condition by) {
    if (whole == part) {
      return by;
    }
    if (!(whole instanceof Bullets list)) {
      return whole;
    }
    List<Bullet> bullets = new ArrayList<>();
    for (Bullet bullet : list.bullets()) {
      bullets.add(new Bullet(replaced(bullet.condition(), part, by), bullet.clause()));
    }
    return new Bullets(list.quantifier(), list.n(), bullets);
  }
}
