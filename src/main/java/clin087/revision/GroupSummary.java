package clin087.revision;

import clin087.policy.Fact;
import java.util.List;

/**
 * What the referrals with the same two verdicts have in common.
 *
 * @param common what all of them state
 * @param different the facts that matter beside, and that they do not agree on
 * @param groups how many groups they are
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

  /** Whether a group is one of those. */
  public boolean isOf(ReferralGroup group) {
    return !before.hasOtherVerdict(group.before()) && !after.hasOtherVerdict(group.after());
  }
}
