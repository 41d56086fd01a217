package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a referral for a policy can and must state on a date of the check. */
final class ReferralFormat {
  final List<Fact> facts;

  /** The whole referral, with a field for every fact. */
  final Field root;

  /** How many fields there are. */
  final int fields;

  /** The date of the check, in days since 1970-01-01. */
  final long asOf;

  /** The facts that a referral must state. */
  final List<Fact> required = new ArrayList<>();

  /** The facts that state others as well. */
  final List<Fact> implying = new ArrayList<>();

  ReferralFormat(Policy policy, LocalDate asOf) {
    this.facts = policy.facts();
    this.root = Field.of(facts);
    this.fields = root.count();
    this.asOf = asOf.toEpochDay();
    for (Fact fact : facts) {
      if (fact.limits().required()) {
        required.add(fact);
      }
      if (!fact.states().isEmpty()) {
        implying.add(fact);
      }
    }
  }

  /**
   * Fills in the facts that stated ones imply. Returns whether everything required is stated,
   * without contradictions.
   */
  boolean isMetBy(long[] stated) {
    for (int i = 0; i < required.size(); i++) { // without an iterator for each referral
      if (stated[required.get(i).index()] == Fact.UNSTATED) {
        return false;
      }
    }
    for (int i = 0; i < implying.size(); i++) {
      Fact fact = implying.get(i);
      if (stated[fact.index()] != Fact.UNSTATED && !fact.complete(stated, facts).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
