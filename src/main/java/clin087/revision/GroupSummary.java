package clin087.revision;

import clin087.policy.Fact;
import java.util.List;

/**
 * What the referrals with the same old and new verdict have in common.
 *
 * @param common the values that all of them have
 * @param different the other facts that matter, in which they differ
 * @param groups how many groups there are
 */
public record GroupSummary(
    PolicyAnswer before,
    PolicyAnswer after,
    List<FactValues> common,
    List<Fact> different,
    int groups) {
  public GroupSummary {
    common = List.copyOf(common);
    different = List.copyOf(different);
  }
}
