package clin087.revision;

import clin087.proof.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Referrals that two policies answer differently, all in the same way. Their facts have the named
 * values; any other fact may have any value, or none. The order of groups is that of their
 * verdicts, and is not consistent with equals.
 *
 * @param example one of them; null if none can be shown
 */
public record ReferralGroup(
    PolicyAnswer before, PolicyAnswer after, List<FactValues> facts, @Nullable Example example)
    implements Comparable<ReferralGroup> {
  public ReferralGroup {
    facts = List.copyOf(facts);
  }

  // without a Comparator of keys, which Java takes long to link

  @Override
  public int compareTo(ReferralGroup other) {
    int order = Boolean.compare(isOpen(), other.isOpen());
    order = order == 0 ? before.verdict().compareTo(other.before.verdict()) : order;
    order = order == 0 ? after.verdict().compareTo(other.after.verdict()) : order;
    order = order == 0 ? compareClauses(before, other.before) : order;
    order = order == 0 ? compareClauses(after, other.after) : order;
    return order == 0 ? Integer.compare(facts.size(), other.facts.size()) : order;
  }

  private boolean isOpen() {
    return before.open() || after.open();
  }

  private static int compareClauses(PolicyAnswer one, PolicyAnswer other) {
    return one.clauses().toString().compareTo(other.clauses().toString());
  }

  /** Whether another group has the same two verdicts. */
  public boolean hasVerdictsOf(ReferralGroup other) {
    return !before.hasOtherVerdict(other.before) && !after.hasOtherVerdict(other.after);
  }
}
