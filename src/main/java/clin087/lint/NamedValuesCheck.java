package clin087.lint;

import clin087.policy.Choice;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds values of a choice that no rule names, so that all of them are decided alike. An edit can
 * cause that unnoticed. A single such value is normal: the rules name all others.
 */
final class NamedValuesCheck implements Check {
  @Override
  public String subject() {
    return "which values the rules name";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    Policy policy = effects.policy();
    for (Fact fact : policy.factsOfRules()) {
      if (fact.type() == FactType.CHOICE) {
        BitSet named = named(policy, fact);
        List<String> unnamed = new ArrayList<>();
        for (int i = 0; i < fact.choices().size(); i++) {
          Choice choice = fact.choices().get(i);
          if (!named.get(i)) {
            unnamed.add(choice.value());
          }
        }
        if (unnamed.size() > 1) {
          report.add(unnamed(fact, unnamed));
        }
      }
    }
  }

  private static BitSet named(Policy policy, Fact fact) {
    BitSet named = new BitSet();
    for (Rule rule : policy.rules()) {
      for (Comparison comparison : rule.when().comparisons()) {
        if (comparison.fact().equals(fact)) {
          comparison.operands().forEach(operand -> named.set((int) operand.code()));
        }
      }
    }
    return named;
  }

  private static Finding unnamed(Fact fact, List<String> values) {
    return Finding.of(
        FindingKind.UNNAMED_VALUE,
        fact,
        "values",
        "No rule names these values of "
            + fact.path()
            + ", so they are decided alike: "
            + String.join(", ", values)
            + ".");
  }
}
