package clin087.lint;

import clin087.policy.Choice;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import java.util.BitSet;

/**
 * Values that no rule names, though rules look at their fact: what is said of them is only what is
 * said of all others, which an edit of a condition may bring about unnoticed.
 */
final class NamedValuesCheck implements Check {
  @Override
  public String subject() {
    return "which values the rules name";
  }

  @Override
  public void run(Effects effects, Report report) {
    Policy policy = effects.policy();
    for (Fact fact : policy.factsOfRules()) {
      if (fact.type() == FactType.CHOICE || fact.type() == FactType.SET) {
        BitSet named = named(policy, fact);
        for (int i = named.nextClearBit(0);
            i < fact.choices().size();
            i = named.nextClearBit(i + 1)) {
          report.add(unnamed(fact, fact.choices().get(i)));
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

  private static Finding unnamed(Fact fact, Choice choice) {
    return Finding.of(
        "unnamed-value",
        Severity.INFORMATION,
        choice,
        "",
        "No rule names the value "
            + choice.value()
            + " of "
            + fact.path()
            + (fact.type() == FactType.SET
                ? ": no verdict depends on it."
                : ": conditions only tell it from those that are named."));
  }
}
