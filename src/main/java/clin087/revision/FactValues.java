package clin087.revision;

import clin087.policy.Fact;
import java.util.List;

/**
 * The values of one fact in a group of referrals.
 *
 * @param values the allowed codes of a fact that is not a set
 * @param present the members that the set has, a bit each
 * @param absent the members that the set does not have
 * @param unknown the members that are not stated
 * @param notPresent the members that are absent or not stated
 * @param notAbsent the members that are present or not stated
 * @param notUnknown the members that are stated, present or absent
 * @param stated whether the fact may be stated
 * @param unstated whether the fact may be not stated
 * @param note a further description of the values; empty for none
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

  /** The same values without a note. */
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
}
