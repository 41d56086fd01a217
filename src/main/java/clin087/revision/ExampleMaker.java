package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.proof.Diagrams;
import clin087.proof.Example;
import clin087.revision.Boxes.Box;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a referral that lies in a box and states little else. */
final class ExampleMaker {
  private final Edition[] editions;
  private final CommonReferrals referrals;
  private final Diagrams nodes;

  /** Every fact that either policy declares, by path. */
  private final Map<String, Fact> declared = new LinkedHashMap<>();

  ExampleMaker(Edition[] editions, CommonReferrals referrals, Diagrams nodes) {
    this.editions = editions;
    this.referrals = referrals;
    this.nodes = nodes;
    for (int side = 1; side >= 0; side--) {
      for (Fact fact : editions[side].policy.facts()) {
        Fact known = declared.get(fact.path());
        if (known == null || isShorter(fact, known)) {
          declared.put(fact.path(), fact);
        }
      }
    }
    for (SharedFact fact : referrals.facts()) {
      if (fact.shown.type() != FactType.TEXT) {
        declared.put(fact.path, fact.shown);
      }
    }
  }

  /** Whether it may be stated with fewer characters only. */
  private static boolean isShorter(Fact fact, Fact other) {
    int most = fact.limits().maxLength();
    return fact.type() == FactType.TEXT
        && other.type() == FactType.TEXT
        && most > 0
        && (other.limits().maxLength() == 0 || most < other.limits().maxLength());
  }

  /**
   * A referral of a box.
   *
   * @param existing the referrals of the box that there are; some
   * @param bound the facts that the box is about
   */
  Example example(Box box, int existing, List<SharedFact> bound) {
    Map<String, Long> stated = new HashMap<>();
    Map<String, Long> known = new HashMap<>();
    List<SharedFact> unknown = new ArrayList<>();
    int left = existing;
    for (SharedFact fact : referrals.facts()) {
      boolean wanted = bound.contains(fact);
      int value = Diagrams.NO;
      for (int candidate : candidates(fact, wanted)) {
        boolean allowed = box.values().get(fact.level).get(candidate);
        if (allowed && nodes.branch(left, fact.level, candidate) != Diagrams.NO) {
          value = candidate;
          break;
        }
      }
      left = nodes.branch(left, fact.level, value);
      long members = 0;
      for (int i = 0; i < fact.members.size(); i++) {
        int level = fact.level + 1 + i;
        BitSet allowed = box.values().get(level);
        boolean absent = allowed.get(0) && nodes.branch(left, level, 0) != Diagrams.NO;
        boolean has = value != fact.unstated() && !absent;
        left = value == fact.unstated() ? left : nodes.branch(left, level, has ? 1 : 0);
        members |= has ? 1L << fact.shown.choice(fact.members.get(i).word()) : 0;
      }
      if (value != fact.unstated()) {
        known.put(fact.path, fact.isSet() ? members : code(fact, value));
        if (wanted || fact.literal || isRequired(fact)) {
          stated.put(fact.path, known.get(fact.path));
        }
      } else if (wanted && !fact.literal) {
        unknown.add(fact);
      }
    }
    for (SharedFact fact : unknown) {
      giveReason(fact, known, stated);
    }
    return example(stated);
  }

  /** The values of a fact, those that an example would rather have first. */
  private static List<Integer> candidates(SharedFact fact, boolean wanted) {
    List<Integer> candidates = new ArrayList<>();
    for (int side = 1; side >= 0; side--) {
      Fact own = fact.fact(side);
      if (own != null && own.assumed() != Fact.UNSTATED && !fact.isSet() && !fact.literal) {
        int cell = fact.cell(side, own.assumed());
        candidates.addAll(cell < 0 ? List.of() : List.of(cell));
      }
    }
    if (!wanted) {
      candidates.add(fact.unstated());
    }
    for (int value = 0; value < fact.branches(); value++) {
      candidates.add(value);
    }
    return candidates;
  }

  private static boolean isRequired(SharedFact fact) {
    for (int side = 0; side < 2; side++) {
      Fact own = fact.fact(side);
      if (own != null && own.limits().required()) {
        return true;
      }
    }
    return false;
  }

  /** The code of one value of a cell: the one that is assumed, if there is one. */
  private static long code(SharedFact fact, int cell) {
    for (int side = 1; side >= 0; side--) {
      Fact own = fact.fact(side);
      if (own != null && own.equals(fact.shown) && fact.cell(side, own.assumed()) == cell) {
        return own.assumed();
      }
    }
    return fact.cells.get(cell).values().get(0).min();
  }

  /** States something that keeps a fact from being assumed. */
  private void giveReason(SharedFact fact, Map<String, Long> known, Map<String, Long> stated) {
    for (int side = 1; side >= 0; side--) {
      Fact own = fact.fact(side);
      if (own == null || own.assumed() == Fact.UNSTATED) {
        continue;
      }
      List<Fact> reasons = editions[side].unless(own);
      for (Fact other : reasons) {
        if (stated.containsKey(other.path())) {
          return;
        }
      }
      for (Fact other : reasons) {
        boolean free = referrals.fact(other.path()) == null;
        if (free || known.containsKey(other.path())) {
          stated.put(other.path(), known.getOrDefault(other.path(), 1L));
          return;
        }
      }
    }
  }

  private Example example(Map<String, Long> stated) {
    List<Fact> facts = new ArrayList<>();
    List<Long> codes = new ArrayList<>();
    for (Fact fact : declared.values()) {
      facts.add(fact.with(facts.size(), fact.assumed(), List.of(), List.of()));
      codes.add(stated.getOrDefault(fact.path(), Fact.UNSTATED));
    }
    return new Example(facts, codes);
  }
}
