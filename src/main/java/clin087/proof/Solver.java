package clin087.proof;

import clin087.policy.Facts;
import java.util.BitSet;

/**
 * Finds out what the completions of a referral come to where there is too much to lay it out in
 * {@link Diagrams}. For several threads at once.
 */
public interface Solver {
  /** What the ways to fill in the unknown facts come to. */
  Reach reach(Facts known);

  /**
   * What is reached.
   *
   * @param rules the indexes of the rules that decide in some completion
   * @param facts the indexes of the unknown facts that can change the verdict
   */
  record Reach(BitSet rules, BitSet facts) {}
}
