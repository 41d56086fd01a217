package clin087.proof;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;

/**
 * A variable of decision diagrams: a fact, or one member of a set.
 *
 * @param level its place in the order of variables
 * @param member the position of the member of a set; -1 for a fact that is not a set
 * @param regions the regions of its values, one for each branch
 */
public record Variable(int level, Fact fact, int member, ValueRegions regions) {

  /** Whether it is unknown, if the fact has this code. */
  public boolean isOpen(long code) {
    return code == Fact.UNSTATED
        || (fact.type() == FactType.SET && (fact.open(code) >> member & 1) == 1);
  }

  /** Whether a comparison asks for it. */
  boolean isAskedBy(Comparison comparison) {
    return comparison.fact().equals(fact) && comparison.member() == member;
  }

  /** The region of a value of the fact. */
  public int regionOf(long value) {
    return regions.of(fact.type() == FactType.SET ? value & regions.representative(1) : value);
  }

  /** Whether a comparison holds for the values of a region. */
  public boolean passes(Comparison comparison, int region, long asOf) {
    return comparison.test(regions.representative(region), asOf);
  }
}
