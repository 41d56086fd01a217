package clin087.revision;

import clin087.proof.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Referrals that only one of two policies can read, and that each answers in its way once what it
 * cannot read is left out.
 *
 * @param reason what the other policy cannot read; null where fields contradict each other for it;
 *     null where that is nothing alone
 * @param before the answer of the old policy
 * @param after that of the new one
 * @param common what else they have in common
 * @param example one of them; null where none can be shown
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
