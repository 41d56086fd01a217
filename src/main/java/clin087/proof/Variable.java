package clin087.proof;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;

/**
 * One question of a decision diagram: a fact, or one member of a set.
 *
 * @param level its place in the order of questions
 * @param member the position of the member of a set; -1 for a fact that is no set
 * @param regions the values that no comparison of the policy tells apart, one to a branch
 */
public record Variable(int level, Fact fact, int member, ValueRegions regions) {

  /** Whether its answer is unknown, where this is the code of what is known of the fact. */
  public boolean isOpen(long code) {
    return code == Fact.UNSTATED
        || (fact.type() == FactType.SET && (fact.open(code) >> member & 1) == 1);
  }

  /** The region that a value of the fact lies in. */
  public int regionOf(long value) {
    return regions.of(fact.type() == FactType.SET ? value & regions.representative(1) : value);
  }

  /** Whether the values of a region pass a comparison. */
  public boolean passes(Comparison comparison, int region, long asOf) {
    return comparison.test(regions.representative(region), asOf);
  }
}
