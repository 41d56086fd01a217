package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.proof.Diagrams;
import clin087.revision.ComparedFact.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The referrals that at least one of two policies can read, as far as either distinguishes them,
 * and the conditions under which they exist.
 */
final class ComparedReferrals {
  private final ComparedPolicy[] policies;
  private final ComparedFacts facts;
  private final Diagrams diagrams;

  /** For each policy, by fact: what else states the fact; the first that holds decides. */
  private final List<Map<Fact, List<Implied>>> implied = List.of(new HashMap<>(), new HashMap<>());

  /** For each policy, when a referral contradicts itself or states too little. */
  private final int[] invalid = {Diagrams.NO, Diagrams.NO};

  private final int exist;

  /** A value that a fact takes if a condition holds. */
  record Implied(int when, long value) {}

  ComparedReferrals(ComparedPolicy[] policies, ComparedFacts facts, Diagrams diagrams) {
    this.policies = policies.clone();
    this.facts = facts;
    this.diagrams = diagrams;
    this.exist = consistent();
    for (int side = 0; side < 2; side++) {
      imply(side);
      require(side);
    }
  }

  ComparedFacts facts() {
    return facts;
  }

  /** The referrals that both policies can read. */
  int both() {
    return diagrams.and(exist, diagrams.and(readable(0), readable(1)));
  }

  /** The referrals that only one of the policies can read. */
  int only(int side) {
    return diagrams.and(exist, diagrams.and(readable(side), diagrams.not(readable(1 - side))));
  }

  private int readable(int side) {
    int readable = diagrams.not(invalid[side]);
    for (int i = facts.all().size() - 1; i >= 0; i--) {
      readable = diagrams.and(readable, readable(side, facts.all().get(i)));
    }
    return readable;
  }

  /** When a policy cannot read a referral, even without what it does not know. */
  int invalid(int side) {
    return invalid[side];
  }

  /** When everything is stated that both policies can read and a rule asks for. */
  int complete() {
    return complete(true);
  }

  /** The same, except that facts whose statement matters may be left out. */
  int nearlyComplete() {
    return complete(false);
  }

  private int complete(boolean all) {
    int complete = Diagrams.YES;
    for (int i = facts.all().size() - 1; i >= 0; i--) {
      ComparedFact fact = facts.all().get(i);
      if (mustBeStated(fact) && (all || !fact.statementMatters())) {
        complete = diagrams.and(complete, whollyStated(fact));
      }
    }
    return complete;
  }

  /** Whether every complete referral states a fact. */
  boolean mustBeStated(ComparedFact fact) {
    Fact before = fact.fact(0);
    Fact after = fact.fact(1);
    return before != null
        && after != null
        && facts.isAsked(fact)
        && fact.isCommon()
        && before.limits().required() == after.limits().required()
        && before.states().isEmpty()
        && after.states().isEmpty();
  }

  private int whollyStated(ComparedFact fact) {
    if (!fact.isSet()) {
      return diagrams.node(fact.level, branches(fact, Diagrams.YES, Diagrams.NO));
    }
    if (fact.hasForm()) {
      return diagrams.node(fact.level, Diagrams.YES, Diagrams.NO, Diagrams.NO);
    }
    int all = Diagrams.YES;
    for (int i = fact.members.size() - 1; i >= 0; i--) {
      all = diagrams.node(fact.memberLevel(i), all, all, Diagrams.NO);
    }
    return all;
  }

  private static int[] branches(ComparedFact fact, int stated, int unstated) {
    int[] to = new int[fact.branches()];
    Arrays.fill(to, stated);
    to[fact.unstated()] = unstated;
    return to;
  }

  /**
   * When a referral can exist: the way in which a set is stated agrees with its members, and a path
   * has one value.
   */
  private int consistent() {
    int consistent = Diagrams.YES;
    for (ComparedFact fact : facts.all()) {
      if (fact.hasForm()) {
        consistent = diagrams.and(consistent, formed(fact));
      }
      for (ComparedFact other : facts.all()) {
        if (other.path.equals(fact.path) && other != fact) {
          consistent = diagrams.and(consistent, diagrams.or(notAtAll(fact), notAtAll(other)));
        }
      }
    }
    return consistent;
  }

  private int notAtAll(ComparedFact fact) {
    if (fact.isSet()) {
      return diagrams.node(fact.level, Diagrams.NO, Diagrams.NO, Diagrams.YES);
    }
    return diagrams.node(fact.level, branches(fact, Diagrams.NO, Diagrams.YES));
  }

  private int formed(ComparedFact set) {
    int known = Diagrams.YES;
    int unknown = Diagrams.YES;
    for (int i = set.members.size() - 1; i >= 0; i--) {
      known = diagrams.node(set.memberLevel(i), known, known, Diagrams.NO);
      unknown = diagrams.node(set.memberLevel(i), Diagrams.NO, Diagrams.NO, unknown);
    }
    // if every member has a level, one of them is stated
    int some =
        set.members.size() == set.shown.choices().size() ? diagrams.not(unknown) : Diagrams.YES;
    return diagrams.node(set.level, known, some, unknown);
  }

  private int readable(int side, ComparedFact fact) {
    if (!fact.isSet()) {
      int[] to = new int[fact.branches()];
      Arrays.fill(to, Diagrams.YES);
      for (int i = 0; i < fact.cells.size(); i++) {
        to[i] = fact.cells.get(i).region(side) < 0 ? Diagrams.NO : Diagrams.YES;
      }
      return diagrams.node(fact.level, to);
    }
    if (!fact.hasForm()) {
      return Diagrams.YES;
    }
    if (fact.fact(side) == null) {
      return notAtAll(fact);
    }
    int absent = Diagrams.YES;
    int unknown = Diagrams.YES;
    for (int i = fact.members.size() - 1; i >= 0; i--) {
      if (fact.members.get(i).position(side) < 0) {
        absent = diagrams.node(fact.memberLevel(i), absent, Diagrams.NO, absent);
        unknown = diagrams.node(fact.memberLevel(i), Diagrams.NO, Diagrams.NO, unknown);
      }
    }
    return diagrams.node(fact.level, absent, unknown, Diagrams.YES);
  }

  /** When the referral itself states a fact, as a policy sees it. */
  int stated(int side, ComparedFact fact) {
    if (fact.fact(side) == null) {
      return Diagrams.NO;
    }
    if (!fact.isSet()) {
      int[] to = new int[fact.branches()];
      Arrays.fill(to, Diagrams.NO);
      for (int i = 0; i < fact.cells.size(); i++) {
        to[i] = fact.cells.get(i).region(side) < 0 ? Diagrams.NO : Diagrams.YES;
      }
      return diagrams.node(fact.level, to);
    }
    int known = Diagrams.NO;
    int leftOut = Diagrams.NO;
    for (int i = fact.members.size() - 1; i >= 0; i--) {
      Member member = fact.members.get(i);
      int level = fact.memberLevel(i);
      if (member.position(side) < 0) {
        leftOut = diagrams.node(level, Diagrams.YES, Diagrams.YES, leftOut);
      } else {
        known = diagrams.node(level, Diagrams.YES, Diagrams.YES, known);
      }
    }
    // a set does not count as stated if only members are stated that the policy does not know
    int byMembers = diagrams.or(known, diagrams.not(leftOut));
    return fact.hasForm() ? diagrams.node(fact.level, Diagrams.YES, byMembers, Diagrams.NO) : known;
  }

  /** When a policy knows a fact without assuming it. */
  private int known(int side, ComparedFact fact) {
    int known = stated(side, fact);
    for (Implied other : implied(side, fact)) {
      known = diagrams.or(known, other.when);
    }
    return known;
  }

  /** What else states a fact in one of the policies. */
  List<Implied> implied(int side, ComparedFact fact) {
    Fact own = fact.fact(side);
    return own == null ? List.of() : implied.get(side).getOrDefault(own, List.of());
  }

  /** When the assumption of a fact gives way. */
  int givesWay(int side, Fact fact) {
    int any = Diagrams.NO;
    for (Fact other : policies[side].unless(fact)) {
      ComparedFact compared = facts.of(other);
      if (compared != null) {
        any = diagrams.or(any, known(side, compared));
      }
    }
    return any;
  }

  private void require(int side) {
    for (ComparedFact fact : facts.all()) {
      Fact own = fact.fact(side);
      if (own != null && own.limits().required()) {
        invalid[side] = diagrams.or(invalid[side], diagrams.not(stated(side, fact)));
      }
    }
  }

  /**
   * Follows what facts state about others, as when a referral is read, and marks contradictions.
   */
  private void imply(int side) {
    Policy policy = policies[side].policy;
    for (Fact source : policy.facts()) {
      ComparedFact compared = facts.of(source);
      if (compared != null && !source.states().isEmpty()) {
        int known = known(side, compared);
        for (Setting setting : source.states()) {
          Fact target = policy.facts().get(setting.fact());
          ComparedFact comparedTarget = facts.of(target);
          if (comparedTarget != null) {
            imply(side, target, comparedTarget, new Implied(known, setting.value()));
          }
        }
      }
    }
  }

  private void imply(int side, Fact target, ComparedFact compared, Implied next) {
    List<Implied> others = implied.get(side).computeIfAbsent(target, fact -> new ArrayList<>());
    int wrong = differs(side, target, compared, next.value);
    for (Implied other : others) {
      if (other.value != next.value) {
        wrong = diagrams.or(wrong, other.when);
      }
    }
    invalid[side] = diagrams.or(invalid[side], diagrams.and(next.when, wrong));
    others.add(next);
  }

  /** When a fact is stated with a value other than a given one. */
  private int differs(int side, Fact fact, ComparedFact compared, long value) {
    if (!compared.isSet()) {
      int[] to = new int[compared.branches()];
      int same = compared.cell(String.join(", ", fact.words(value)));
      for (int i = 0; i < to.length; i++) {
        boolean stated = i < compared.cells.size() && compared.cells.get(i).region(side) >= 0;
        to[i] = stated && i != same ? Diagrams.YES : Diagrams.NO;
      }
      return diagrams.node(compared.level, to);
    }
    int differs = Diagrams.NO;
    for (int i = compared.members.size() - 1; i >= 0; i--) {
      int position = compared.members.get(i).position(side);
      if (position >= 0) {
        boolean has = (value >> position & 1) == 1;
        int ifNot = has ? Diagrams.YES : differs;
        int ifHas = has ? differs : Diagrams.YES;
        differs = diagrams.node(compared.memberLevel(i), ifNot, ifHas, differs);
      }
    }
    return differs;
  }
}
