package clin087.proof;

import java.util.BitSet;
import java.util.List;

/**
 * What the ways to fill in the unknown facts of a referral come to.
 *
 * @param rules the indexes of the rules that decide in some completion
 * @param forVerdict the variables of which some change, all else equal in some completion, changes
 *     the verdict, in the order of their levels
 * @param forAction those of which some change changes the action; two rules with the same words
 *     give the same action
 */
public record Reach(BitSet rules, List<Variable> forVerdict, List<Variable> forAction) {
  public Reach {
    forVerdict = List.copyOf(forVerdict);
    forAction = List.copyOf(forAction);
  }
}
