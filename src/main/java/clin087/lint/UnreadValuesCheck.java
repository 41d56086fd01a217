package clin087.lint;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Places;
import clin087.policy.Policy;
import java.util.BitSet;

/** Finds members of sets that people are asked for, but that no rule or caution reads. */
final class UnreadValuesCheck implements Check {
  private final Places places;

  UnreadValuesCheck(Places places) {
    this.places = places;
  }

  @Override
  public String subject() {
    return "which values are read";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    Policy policy = effects.policy();
    for (Fact fact : policy.facts()) {
      boolean asked = places.has(fact, "question") || policy.factsOfRules().contains(fact);
      if (fact.type() != FactType.SET || !asked) {
        continue;
      }
      BitSet read = read(policy, fact);
      // a fact that nothing looks at is reported by another check
      for (int i = 0; !read.isEmpty() && i < fact.choices().size(); i++) {
        if (!read.get(i)) {
          report.add(
              Finding.of(
                  FindingKind.UNREAD_VALUE,
                  fact.choices().get(i),
                  "",
                  "No rule and no caution reads the value "
                      + fact.choices().get(i).value()
                      + " of "
                      + fact.path()
                      + ", though people are asked for it."));
        }
      }
    }
  }

  private static BitSet read(Policy policy, Fact fact) {
    BitSet read = new BitSet();
    for (Condition condition : policy.conditions()) {
      for (Comparison comparison : condition.comparisons()) {
        if (comparison.fact().equals(fact)) {
          comparison.operands().forEach(operand -> read.set((int) operand.code()));
        }
      }
    }
    return read;
  }
}
