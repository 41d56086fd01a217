package clin087.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Every complete referral of a small space, one by one. */
public final class Referrals {
  private Referrals() {}

  public static long count(ReferralSpace space) {
    long count = 1;
    for (var variable : space.variables()) {
      count *= variable.regions().size();
    }
    return count;
  }

  public static List<long[]> every(ReferralSpace space) {
    BitSet[] chosen = new BitSet[space.variables().size()];
    List<long[]> all = new ArrayList<>();
    choose(space, chosen, 0, all);
    return all;
  }

  private static void choose(ReferralSpace space, BitSet[] chosen, int level, List<long[]> all) {
    if (level == chosen.length) {
      all.add(space.codes(chosen));
      return;
    }
    for (int value = 0; value < space.variables().get(level).regions().size(); value++) {
      chosen[level] = new BitSet();
      chosen[level].set(value);
      choose(space, chosen, level + 1, all);
    }
  }
}
