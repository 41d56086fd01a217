package clin087.analysis;

import clin087.policy.Caution;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cautions whose condition can never hold. */
final class CautionsCheck implements Check {
  @Override
  public String subject() {
    return "which cautions can be raised";
  }

  @Override
  public void run(Effects effects, Consumer<Finding> findings) {
    for (Caution caution : effects.policy().cautions()) {
      Condition when = caution.when();
      if (when != null
          && !comparesTheDateOfTheCheck(when)
          && !effects.space().all().where(when).isPossible()) {
        findings.accept(
            Finding.of(
                "never-raised",
                Severity.WARNING,
                caution,
                "when",
                "The caution '" + caution.id() + "' can never be raised."));
      }
    }
  }

  /** Such a condition may hold on another day. */
  private static boolean comparesTheDateOfTheCheck(Condition condition) {
    List<Comparison> comparisons = new ArrayList<>();
    condition.collectInto(comparisons);
    return comparisons.stream().anyMatch(comparison -> comparison.fact().equals(Fact.AS_OF));
  }
}
