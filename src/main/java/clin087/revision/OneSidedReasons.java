package clin087.revision;

import clin087.policy.Fact;
import clin087.proof.Diagrams;
import clin087.revision.ComparedFact.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds why a referral that one policy can read is unreadable for the other. */
final class OneSidedReasons {
  private final ComparedReferrals referrals;
  private final Diagrams diagrams;

  /**
   * A reason.
   *
   * @param fact the fact whose value the other policy cannot read
   * @param where the referrals with such a value
   */
  record Reason(ComparedFact fact, int where) {}

  OneSidedReasons(ComparedReferrals referrals, Diagrams diagrams) {
    this.referrals = referrals;
    this.diagrams = diagrams;
  }

  /** The reasons why the other policy cannot read referrals. */
  List<Reason> of(int side) {
    List<Reason> reasons = new ArrayList<>();
    int other = 1 - side;
    for (ComparedFact fact : referrals.facts().all()) {
      Fact own = fact.fact(other);
      if (own != null && own.limits().required()) {
        add(reasons, fact, diagrams.not(referrals.stated(other, fact)));
      } else if (fact.isSet()) {
        addSet(reasons, fact, other);
      } else {
        add(reasons, fact, unreadable(fact, other));
      }
    }
    return reasons;
  }

  private void addSet(List<Reason> reasons, ComparedFact set, int other) {
    if (set.hasForm() && set.fact(other) == null) {
      add(reasons, set, diagrams.node(set.level, Diagrams.YES, Diagrams.YES, Diagrams.NO));
      return;
    }
    for (int i = 0; i < set.members.size(); i++) {
      Member member = set.members.get(i);
      if (member.position(other) < 0) {
        int level = set.memberLevel(i);
        int listed = diagrams.node(level, Diagrams.NO, Diagrams.YES, Diagrams.NO);
        int named = diagrams.node(level, Diagrams.YES, Diagrams.YES, Diagrams.NO);
        add(reasons, set, diagrams.node(set.level, listed, named, Diagrams.NO));
      }
    }
  }

  private int unreadable(ComparedFact fact, int other) {
    int[] to = new int[fact.branches()];
    Arrays.fill(to, Diagrams.NO);
    for (int i = 0; i < fact.cells.size(); i++) {
      to[i] = fact.cells.get(i).region(other) < 0 ? Diagrams.YES : Diagrams.NO;
    }
    return diagrams.node(fact.level, to);
  }

  private static void add(List<Reason> reasons, ComparedFact fact, int where) {
    if (where != Diagrams.NO) {
      reasons.add(new Reason(fact, where));
    }
  }
}
