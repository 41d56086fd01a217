package clin087.lint;

import clin087.policy.Caution;
import clin087.policy.Policy;
import clin087.policy.Rule;

/** Finds rules with attention whose clause no caution guards against another verdict. */
final class GuardedAttentionCheck implements Check {
  @Override
  public String subject() {
    return "which rules with attention are guarded";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    Policy policy = effects.policy();
    for (Rule rule : policy.rules()) {
      if (rule.attention() && !isGuarded(policy, rule)) {
        report.add(
            Finding.of(
                FindingKind.UNGUARDED_ATTENTION,
                rule,
                "attention",
                "The rule '"
                    + rule.id()
                    + "' has attention, but no caution names a rule of its clause "
                    + rule.clause().id()
                    + " under 'notReported': another verdict can hide it."));
      }
    }
  }

  private static boolean isGuarded(Policy policy, Rule rule) {
    for (Caution caution : policy.cautions()) {
      for (Rule guarded : caution.notReported()) {
        if (guarded.clause().id().equals(rule.clause().id())) {
          return true;
        }
      }
    }
    return false;
  }
}
