package clin087.revision;

import clin087.proof.Diagrams;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A set of referrals: some values of each level.
 *
 * @param values the allowed values of each level
 */
record Box(List<BitSet> values, int result) {
  /** The box of all values of all levels. */
  static Box everything(ComparedFacts facts) {
    List<BitSet> all = new ArrayList<>();
    for (int level = 0; level < facts.levels(); level++) {
      BitSet values = new BitSet();
      values.set(0, facts.at(level).branches());
      all.add(values);
    }
    return new Box(all, 0);
  }

  Box with(int level, BitSet others) {
    List<BitSet> changed = new ArrayList<>(values);
    changed.set(level, others);
    return new Box(changed, result);
  }

  boolean allows(int level, int value) {
    return values.get(level).get(value);
  }

  /** Whether it allows every value of a level. */
  boolean isFree(int level, ComparedFact fact) {
    return values.get(level).cardinality() == fact.branches();
  }

  /** Whether it allows every value of a fact. */
  boolean isFree(ComparedFact fact) {
    for (int level = fact.level; level < fact.level + fact.levels(); level++) {
      if (!isFree(level, fact)) {
        return false;
      }
    }
    return true;
  }

  /** The referrals that it allows, as a condition. */
  int referrals(ComparedFacts facts, Diagrams diagrams) {
    int referrals = Diagrams.YES;
    for (int level = facts.levels() - 1; level >= 0; level--) {
      ComparedFact fact = facts.at(level);
      if (!isFree(level, fact)) {
        int[] to = new int[fact.branches()];
        for (int value = 0; value < to.length; value++) {
          to[value] = allows(level, value) ? referrals : Diagrams.NO;
        }
        referrals = diagrams.node(level, to);
      }
    }
    return referrals;
  }
}
