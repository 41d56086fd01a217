package clin087.revision;

import clin087.proof.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Referrals that only one of two policies can read, with the answers of both; for the other policy,
 * what it cannot read is left out.
 *
 * @param reason what the other policy cannot read; null if fields contradict each other for that
 *     policy
 * @param before the old policy's answer
 * @param after that of the new one
 * @param common what else the referrals have in common
 * @param example one of them; null if none can be shown
 */
public record OneSidedGroup(
    @Nullable FactValues reason,
    PolicyAnswer before,
    PolicyAnswer after,
    List<FactValues> common,
    @Nullable Example example) {
  public OneSidedGroup {
    common = List.copyOf(common);
  }
}
