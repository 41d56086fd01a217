package clin087.revision;

import clin087.policy.Fact;
import clin087.proof.Example;
import java.util.List;

/**
 * Referrals that two policies answer differently, all in the same way: those whose facts have the
 * values that each part allows. A fact without a part may have any value, or none. Those that are
 * usual stand before those that are not, in an order that is not consistent with equals.
 *
 * @param example one of them
 */
public record Region(Answer before, Answer after, List<Part> parts, Example example)
    implements Comparable<Region> {
  public Region {
    parts = List.copyOf(parts);
  }

  /**
   * What a region allows of one fact.
   *
   * @param values the codes that are allowed, of a fact that is not a set
   * @param present the members that a set must have, a bit each
   * @param absent the members that it must not have
   * @param stated whether it may be stated
   * @param unstated whether it may be not stated
   * @param literal whether only what the referral itself says of it counts, since the policies take
   *     different things for known where it says nothing; else what a policy assumes, and what
   *     another field states of it, counts as stated
   */
  public record Part(
      Fact fact,
      List<Interval> values,
      long present,
      long absent,
      boolean stated,
      boolean unstated,
      boolean literal) {
    public Part {
      values = List.copyOf(values);
    }
  }

  // not by a Comparator of keys, which Java takes long to link

  @Override
  public int compareTo(Region other) {
    int order = Boolean.compare(isOpen(), other.isOpen());
    order = order == 0 ? before.verdict().compareTo(other.before.verdict()) : order;
    order = order == 0 ? after.verdict().compareTo(other.after.verdict()) : order;
    order = order == 0 ? compareClauses(before, other.before) : order;
    order = order == 0 ? compareClauses(after, other.after) : order;
    order = order == 0 ? Integer.compare(unstatedFacts(), other.unstatedFacts()) : order;
    return order == 0 ? Integer.compare(parts.size(), other.parts.size()) : order;
  }

  private boolean isOpen() {
    return before.open() || after.open();
  }

  private static int compareClauses(Answer one, Answer other) {
    return one.clauses().toString().compareTo(other.clauses().toString());
  }

  /** How many facts are only ever not stated: the fewer, the more usual is such a referral. */
  private int unstatedFacts() {
    int count = 0;
    for (Part part : parts) {
      count += part.stated ? 0 : 1;
    }
    return count;
  }
}
