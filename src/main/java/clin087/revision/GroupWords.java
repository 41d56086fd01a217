package clin087.revision;

import clin087.proof.Diagrams;
import clin087.revision.ComparedFact.Cell;
import clin087.revision.ComparedFact.Member;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes what a box allows of each fact, if that is not everything. */
final class GroupWords {
  private final Diagrams diagrams;
  private final ComparedFacts facts;

  GroupWords(Diagrams diagrams, ComparedFacts facts) {
    this.diagrams = diagrams;
    this.facts = facts;
  }

  /** The descriptions of all facts. */
  List<FactValues> all(Box box, int exist) {
    List<FactValues> all = new ArrayList<>();
    for (ComparedFact fact : facts.all()) {
      FactValues values = of(box, fact, exist);
      if (values != null) {
        all.add(values);
      }
    }
    return all;
  }

  /** The description of a fact; null if the box allows every value. */
  @Nullable FactValues of(Box box, ComparedFact fact, int exist) {
    if (box.isFree(fact)) {
      return null;
    }
    return fact.isSet() ? ofSet(box, fact) : ofValue(box, fact, exist);
  }

  private @Nullable FactValues ofValue(Box box, ComparedFact fact, int exist) {
    BitSet possible = new BitSet();
    addPossible(exist, box, fact, possible, new BitSet(), new BitSet());
    BitSet left = (BitSet) possible.clone();
    left.and(box.values().get(fact.level));
    if (left.equals(possible)) {
      return null;
    }
    List<Interval> values = new ArrayList<>();
    String note = "";
    long step = 1;
    for (int i = 0; i < fact.cells.size(); i++) {
      if (left.get(i)) {
        Cell cell = fact.cells.get(i);
        values.addAll(cell.values());
        note = cell.note().isEmpty() ? note : cell.note();
        step = Math.max(step, cell.step());
      }
    }
    Collections.sort(values);
    boolean stated = left.nextSetBit(0) != fact.unstated();
    boolean unstated = left.get(fact.unstated());
    return new FactValues(
        fact.shown, joined(values, step), 0, 0, 0, 0, 0, 0, stated, unstated, note);
  }

  private static List<Interval> joined(List<Interval> sorted, long step) {
    List<Interval> joined = new ArrayList<>();
    for (Interval next : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).max() + step >= next.min()) {
        long max = Math.max(joined.get(last).max(), next.max());
        joined.set(last, new Interval(joined.get(last).min(), max));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static FactValues ofSet(Box box, ComparedFact set) {
    long[] masks = new long[1 << 3];
    for (int i = 0; i < set.members.size(); i++) {
      Member member = set.members.get(i);
      int allowed = 0;
      for (int value = 0; value < 3; value++) {
        allowed |= box.allows(set.memberLevel(i), value) ? 1 << value : 0;
      }
      masks[allowed] |= 1L << set.shown.choice(member.word());
    }
    boolean list = !set.hasForm() || box.allows(set.level, ComparedFact.AS_LIST);
    boolean byMembers = !set.hasForm() || box.allows(set.level, ComparedFact.BY_MEMBERS);
    boolean known =
        (masks[1 << ComparedFact.HAS]
                | masks[1 << ComparedFact.HAS_NOT]
                | masks[1 << ComparedFact.HAS | 1 << ComparedFact.HAS_NOT])
            != 0;
    boolean unstated = !known && (!set.hasForm() || box.allows(set.level, ComparedFact.NOT_AT_ALL));
    return new FactValues(
        set.shown,
        List.of(),
        masks[1 << ComparedFact.HAS],
        masks[1 << ComparedFact.HAS_NOT],
        masks[1 << ComparedFact.UNKNOWN],
        masks[1 << ComparedFact.HAS_NOT | 1 << ComparedFact.UNKNOWN],
        masks[1 << ComparedFact.HAS | 1 << ComparedFact.UNKNOWN],
        masks[1 << ComparedFact.HAS | 1 << ComparedFact.HAS_NOT],
        list || byMembers,
        unstated,
        list == byMembers ? "" : list ? "as a list" : "member by member");
  }

  /** Adds the values of a fact that occur in existing referrals of the box. */
  private void addPossible(
      int node, Box box, ComparedFact fact, BitSet possible, BitSet seen, BitSet closed) {
    if (Diagrams.isResult(node) || diagrams.level(node) > fact.level) {
      if (exists(node, box, closed)) {
        possible.set(0, fact.branches());
      }
    } else if (diagrams.level(node) == fact.level) {
      for (int value = 0; value < fact.branches(); value++) {
        int branch = diagrams.branch(node, value);
        possible.set(value, possible.get(value) || exists(branch, box, closed));
      }
    } else if (!seen.get(node)) {
      seen.set(node);
      BitSet allowed = box.values().get(diagrams.level(node));
      for (int i = allowed.nextSetBit(0); i >= 0; i = allowed.nextSetBit(i + 1)) {
        addPossible(diagrams.branch(node, i), box, fact, possible, seen, closed);
      }
    }
  }

  /**
   * Whether a referral of a box exists.
   *
   * @param closed the nodes that lead to none
   */
  private boolean exists(int node, Box box, BitSet closed) {
    if (Diagrams.isResult(node) || closed.get(node)) {
      return node == Diagrams.YES;
    }
    BitSet allowed = box.values().get(diagrams.level(node));
    for (int i = allowed.nextSetBit(0); i >= 0; i = allowed.nextSetBit(i + 1)) {
      if (exists(diagrams.branch(node, i), box, closed)) {
        return true;
      }
    }
    closed.set(node);
    return false;
  }
}
