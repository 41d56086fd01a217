package clin087.analysis;

import java.util.List;

/**
 * What a policy says of referrals.
 *
 * @param verdict its identifier
 * @param open whether it is the one for missing facts
 * @param clauses those that decide in some completion, in the order of the rules; empty for an open
 *     verdict
 */
public record Answer(String verdict, boolean open, List<String> clauses) {
  public Answer {
    clauses = List.copyOf(clauses);
  }

  /** Whether the verdict is another. */
  boolean differs(Answer other) {
    return !verdict.equals(other.verdict) || open != other.open;
  }
}
