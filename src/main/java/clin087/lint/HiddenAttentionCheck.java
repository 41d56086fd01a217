package clin087.lint;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.proof.Search;
import java.util.List;

/**
 * Finds defaults with which a rule with attention does not hold, although it would with another
 * answer.
 */
final class HiddenAttentionCheck implements Check {
  @Override
  public String subject() {
    return "which defaults hide a rule with attention";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Rule rule : effects.policy().rules()) {
      for (Fact fact : rule.facts()) {
        if (rule.attention() && fact.assumed() != Fact.UNSTATED) {
          report.ask(fact.path(), () -> check(effects, rule, fact, report));
        }
      }
    }
  }

  private static void check(RemovalEffects effects, Rule rule, Fact fact, Report report) {
    Condition assumed = rule.when();
    for (Comparison comparison : rule.when().comparisons()) {
      if (comparison.fact().equals(fact)) {
        boolean passes = comparison.test(fact.assumed(), effects.space().asOf().toEpochDay());
        Condition answer = passes ? new Otherwise() : RemovalEffects.NEVER;
        assumed = EffectiveConditionsCheck.replaced(assumed, comparison, answer);
      }
    }
    Search hidden = effects.space().all().where(rule.when()).whereNot(assumed);
    long[] met = hidden.example();
    if (met != null) {
      String value = OtherValues.words(fact, met[fact.index()]);
      met[fact.index()] = Fact.UNSTATED;
      report.add(
          Finding.of(
                  FindingKind.HIDDEN_ATTENTION,
                  fact,
                  "default",
                  "The default of "
                      + fact.path()
                      + " hides the rule '"
                      + rule.id()
                      + "', which has attention: with "
                      + value
                      + " it would hold, but nobody is asked.")
              .shownBy(List.of(effects.example("hidden-attention." + rule.id(), met))));
    }
  }
}
