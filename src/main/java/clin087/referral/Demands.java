package clin087.referral;

import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.List;

/** What a policy demands of a whole referral, beside the values of its facts. */
final class Demands {
  /** The facts that a referral must state. */
  final List<Fact> required = new ArrayList<>();

  /** The facts that state others as well. */
  final List<Fact> implying = new ArrayList<>();

  private final List<Fact> facts;

  Demands(List<Fact> facts) {
    this.facts = facts;
    for (Fact fact : facts) {
      if (fact.limits().required()) {
        required.add(fact);
      }
      if (!fact.states().isEmpty()) {
        implying.add(fact);
      }
    }
  }

  /** States what stated facts imply. Whether all demands are met. */
  boolean areMetBy(long[] stated) {
    for (Fact fact : required) {
      if (stated[fact.index()] == Fact.UNSTATED) {
        return false;
      }
    }
    for (Fact fact : implying) {
      if (stated[fact.index()] != Fact.UNSTATED && !fact.complete(stated, facts).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
