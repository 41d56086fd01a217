package clin087.revision;

import clin087.policy.Fact;
import clin087.proof.Diagrams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Widens groups of complete referrals to referrals that leave facts out and are decided alike. */
final class GroupWidening {
  private final ComparedReferrals referrals;
  private final ComparedFacts facts;
  private final Diagrams diagrams;

  GroupWidening(ComparedReferrals referrals, Diagrams diagrams) {
    this.referrals = referrals;
    this.facts = referrals.facts();
    this.diagrams = diagrams;
  }

  /**
   * The boxes, each as wide as possible: a fact may be left out if the difference is the same for
   * all its values. If its statement matters, the difference must be the same without a value too.
   *
   * @param exist the referrals that are complete except for facts whose statement matters
   */
  List<Box> widened(List<Box> boxes, int difference, int exist) {
    List<ComparedFact> matter = new ArrayList<>();
    for (ComparedFact fact : facts.all()) {
      if (referrals.mustBeStated(fact) && fact.statementMatters()) {
        matter.add(fact);
      }
    }
    List<Box> all = new ArrayList<>();
    for (Box box : boxes) {
      Box widest = asStated(box);
      for (ComparedFact fact : matter) {
        widest = widest.with(fact.level, stating(widest, fact));
      }
      int others = diagrams.and(exist, otherThan(box.result(), difference));
      for (ComparedFact fact : matter) {
        widest = widened(widest, fact, others);
      }
      all.add(widest);
    }
    return all;
  }

  /** When a difference has another result. */
  private int otherThan(int result, int difference) {
    int[] others = new int[diagrams.results(difference).length()];
    Arrays.fill(others, 1);
    others[result] = 0;
    return diagrams.relabelled(difference, others);
  }

  /** The values of a box that state a fact. */
  private static BitSet stating(Box box, ComparedFact fact) {
    BitSet values = (BitSet) box.values().get(fact.level).clone();
    values.clear(fact.isSet() ? 1 : fact.unstated(), fact.branches());
    return values;
  }

  /**
   * The box without a limit on a fact, or on how a set is stated, if it allows every value and
   * includes no other referrals then.
   */
  private Box widened(Box box, ComparedFact fact, int others) {
    int allowed = box.values().get(fact.level).cardinality();
    if (allowed < (fact.isSet() ? 1 : fact.unstated())) {
      return box;
    }
    BitSet every = new BitSet();
    every.set(0, fact.branches());
    Box wide = box.with(fact.level, every);
    boolean same = diagrams.and(wide.referrals(facts, diagrams), others) == Diagrams.NO;
    return same ? wide : box;
  }

  /** The box without the limit that facts are stated which every referral has to state. */
  Box asStated(Box box) {
    Box stated = box;
    for (ComparedFact fact : facts.all()) {
      if (referrals.mustBeStated(fact)) {
        for (int level = fact.level; level < fact.level + fact.levels(); level++) {
          boolean form = fact.hasForm() && level == fact.level;
          if (!fact.statementMatters() || (fact.isSet() && !form)) {
            stated = asStated(stated, level, form ? 1 : fact.branches() - 1, fact.branches());
          }
        }
      }
    }
    return stated;
  }

  /**
   * The box without a limit on a level, if it allows every branch that states the fact.
   *
   * @param stating how many branches of the level, from the first on, state the fact
   */
  private static Box asStated(Box box, int level, int stating, int branches) {
    BitSet values = (BitSet) box.values().get(level).clone();
    values.clear(stating, branches);
    if (values.cardinality() == stating) {
      values.set(stating, branches);
    }
    return box.with(level, values);
  }

  /**
   * The referrals that a box of complete referrals describes, including those that leave facts out:
   * each value that it names is stated, or both policies assume it.
   */
  int speaksFor(Box box) {
    int all = Diagrams.YES;
    for (int i = facts.all().size() - 1; i >= 0; i--) {
      ComparedFact fact = facts.all().get(i);
      if (!box.isFree(fact)) {
        all = diagrams.and(all, speaksFor(box, fact));
      }
    }
    return all;
  }

  private int speaksFor(Box box, ComparedFact fact) {
    int all = Diagrams.YES;
    for (int level = fact.level + fact.levels() - 1; level >= fact.level; level--) {
      boolean form = fact.hasForm() && level == fact.level;
      int[] to = new int[fact.branches()];
      for (int value = 0; value < to.length; value++) {
        boolean unstated = form ? value != 0 : value == to.length - 1;
        boolean may = box.allows(level, value) && !(unstated && referrals.mustBeStated(fact));
        to[value] = may ? all : Diagrams.NO;
      }
      all = box.isFree(level, fact) ? all : diagrams.node(level, to);
    }
    if (!fact.isSet() && referrals.mustBeStated(fact) && !fact.isTied()) {
      all = diagrams.or(all, assumedAlike(box, fact));
    }
    return all;
  }

  /** When both policies assume a value of a box. */
  private int assumedAlike(Box box, ComparedFact fact) {
    int[] to = new int[fact.branches()];
    Arrays.fill(to, Diagrams.NO);
    to[fact.unstated()] = Diagrams.YES;
    int assumed = diagrams.node(fact.level, to);
    for (int side = 0; side < 2; side++) {
      Fact own = fact.fact(side);
      if (own == null || own.assumed() == Fact.UNSTATED) {
        return Diagrams.NO;
      }
      int cell = fact.cell(String.join(", ", own.words(own.assumed())));
      if (cell < 0 || !fact.cells.get(cell).isCommon() || !box.allows(fact.level, cell)) {
        return Diagrams.NO;
      }
      assumed = diagrams.and(assumed, diagrams.not(referrals.givesWay(side, own)));
    }
    return assumed;
  }
}
