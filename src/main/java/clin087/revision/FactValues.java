package clin087.revision;

import clin087.policy.Fact;
import java.util.List;

/**
 * What a group of referrals allows of one fact.
 *
 * @param values the codes that are allowed, of a fact that is not a set
 * @param present the members that a set must have, a bit each
 * @param absent the members that it must not have
 * @param unknown the members of which it must state nothing
 * @param notPresent the members that it must not have, be they stated or not
 * @param notAbsent the members that it must have or not state
 * @param notUnknown the members that it must state
 * @param stated whether it may be stated
 * @param unstated whether it may be not stated
 * @param note what else is said of the values; empty for nothing
 */
public record FactValues(
    Fact fact,
    List<Interval> values,
    long present,
    long absent,
    long unknown,
    long notPresent,
    long notAbsent,
    long notUnknown,
    boolean stated,
    boolean unstated,
    String note) {
  public FactValues {
    values = List.copyOf(values);
  }

  /** The same without a note. */
  FactValues withoutNote() {
    return new FactValues(
        fact,
        values,
        present,
        absent,
        unknown,
        notPresent,
        notAbsent,
        notUnknown,
        stated,
        unstated,
        "");
  }

  /** Whether it says of some fact, or of some member, that it is not stated. */
  boolean leavesOut() {
    return unstated || unknown != 0 || notPresent != 0 || notAbsent != 0;
  }
}
