package clin087.proof;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;

/**
 * One question of a decision diagram: a fact, or one member of a set.
 *
 * @param level its place in the order of questions
 * @param regions the values that no comparison of the policy tells apart, one to a branch
 */
public record Variable(int level, Fact fact, Regions regions) {

  /** The region that a value of the fact lies in. */
  public int regionOf(long value) {
    boolean member = fact.type() == FactType.SET;
    long own = regions.representativeOf(member ? value & regions.representative(1) : value);
    int region = 0;
    while (regions.representative(region) != own) {
      region++;
    }
    return region;
  }

  /** Whether the values of a region pass a comparison. */
  public boolean passes(Comparison comparison, int region, long asOf) {
    return comparison.test(regions.representative(region), asOf);
  }
}
