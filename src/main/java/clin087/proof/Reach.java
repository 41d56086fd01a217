package clin087.proof;

import java.util.BitSet;
import java.util.List;

/**
 * What the completions of a referral lead to.
 *
 * @param rules the indexes of the rules that decide in some completion
 * @param forVerdict the variables whose change alone, in some completion, changes the verdict, in
 *     the order of their levels
 * @param forAction the variables whose change alone changes the action; rules with the same words
 *     have the same action
 */
public record Reach(BitSet rules, List<Variable> forVerdict, List<Variable> forAction) {
  public Reach {
    forVerdict = List.copyOf(forVerdict);
    forAction = List.copyOf(forAction);
  }
}
