package clin087.revision;

import clin087.proof.Budget;
import clin087.proof.Diagrams;
import clin087.proof.Memo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a function of referrals into few disjoint boxes, each a choice of values for every level, on
 * which it has one result. The level to cut at is chosen anew in every part, and what does not
 * exist may be taken as one likes.
 */
final class Boxes {
  /** More than anybody reads. */
  private static final int MOST = 5_000;

  /** Up to how many boxes of its own order a function is worth looking for a better order. */
  private static final double WORTH_A_SEARCH = 20_000;

  private final CommonReferrals referrals;
  private final Diagrams nodes;
  private final int none;
  private final Memo simplified = new Memo();
  private final Map<Integer, Double> pathCounts = new LinkedHashMap<>();
  private final List<Box> found = new ArrayList<>();

  /**
   * Some values of each level.
   *
   * @param values by level
   */
  record Box(List<BitSet> values, int result) {
    Box with(int level, BitSet others) {
      List<BitSet> changed = new ArrayList<>(values);
      changed.set(level, others);
      return new Box(changed, result);
    }
  }

  /**
   * @param none the result that is not looked for
   */
  Boxes(CommonReferrals referrals, Diagrams nodes, int none) {
    this.referrals = referrals;
    this.nodes = nodes;
    this.none = none;
  }

  /**
   * The boxes of a function.
   *
   * @throws Budget.Spent when there are too many
   */
  List<Box> of(int function) {
    List<BitSet> all = new ArrayList<>();
    for (SharedFact fact : referrals.facts()) {
      all.add(allOf(fact.branches()));
      for (int i = 0; i < fact.members.size(); i++) {
        all.add(allOf(2));
      }
    }
    int simple = simplify(function, referrals.exist());
    split(simple, new Box(all, 0), paths(simple) < WORTH_A_SEARCH);
    List<Box> boxes = found;
    int before;
    do {
      before = boxes.size();
      for (SharedFact fact : referrals.facts()) {
        boxes = merged(boxes, fact);
      }
    } while (boxes.size() < before);
    return boxes;
  }

  private static BitSet allOf(int count) {
    BitSet all = new BitSet();
    all.set(0, count);
    return all;
  }

  /**
   * A simpler function that is the same wherever referrals exist.
   *
   * @see <a href="https://doi.org/10.1109/ICCAD.1990.129859">O. Coudert, J. C. Madre, A unified
   *     framework for the formal verification of sequential circuits, 1990</a>
   */
  private int simplify(int function, int exist) {
    if (exist == Diagrams.YES || Diagrams.isResult(function)) {
      return function;
    }
    int known = simplified.get(function, exist, 0);
    if (known != Memo.UNKNOWN) {
      return known;
    }
    int top = nodes.level(function);
    if (nodes.level(exist) < top) {
      int any = Diagrams.NO;
      for (int i = 0; i < nodes.branches(exist); i++) {
        any = nodes.or(any, nodes.branch(exist, i));
      }
      known = simplify(function, any);
    } else {
      known = nodes.node(top, simplifiedBranches(function, exist, top));
    }
    simplified.put(function, exist, 0, known);
    return known;
  }

  private int[] simplifiedBranches(int function, int exist, int top) {
    int[] to = new int[nodes.branches(function)];
    int some = Memo.UNKNOWN;
    for (int i = 0; i < to.length; i++) {
      int branch = nodes.branch(exist, top, i);
      boolean exists = branch != Diagrams.NO;
      to[i] = exists ? simplify(nodes.branch(function, i), branch) : Memo.UNKNOWN;
      some = some == Memo.UNKNOWN ? to[i] : some;
    }
    for (int i = 0; i < to.length; i++) {
      to[i] = to[i] == Memo.UNKNOWN ? some : to[i];
    }
    return to;
  }

  private void split(int function, Box box, boolean search) {
    if (Diagrams.isResult(function)) {
      if (function != none) {
        found.add(new Box(box.values, ~function));
      }
      if (found.size() > MOST) {
        throw new Budget.Spent();
      }
      return;
    }
    int level = search ? bestLevel(function) : nodes.level(function);
    for (Map.Entry<Integer, BitSet> part : parts(function, level).entrySet()) {
      split(part.getKey(), box.with(level, part.getValue()), search);
    }
  }

  /** What is left by the values of a level, with the values that leave it. */
  private Map<Integer, BitSet> parts(int function, int level) {
    Map<Integer, BitSet> parts = new LinkedHashMap<>();
    SharedFact fact = referrals.at(level);
    int count = level == fact.level ? fact.branches() : 2;
    for (int value = 0; value < count; value++) {
      int part = nodes.cofactor(function, level, value);
      BitSet values = parts.get(part);
      if (values == null) {
        values = new BitSet();
        parts.put(part, values);
      }
      values.set(value);
    }
    return parts;
  }

  /** The level whose values leave the least to be cut; the first of those. */
  private int bestLevel(int function) {
    BitSet asked = new BitSet();
    addLevels(function, asked, new BitSet());
    double least = Double.MAX_VALUE;
    int best = -1;
    for (int level = asked.nextSetBit(0); level >= 0; level = asked.nextSetBit(level + 1)) {
      int whole = referrals.at(level).level;
      if (level != whole && asked.get(whole)) {
        continue; // whether a set is stated comes before its members
      }
      double left = 0;
      for (int part : parts(function, level).keySet()) {
        left += paths(part);
      }
      if (left < least) {
        least = left;
        best = level;
      }
    }
    return best;
  }

  private void addLevels(int function, BitSet levels, BitSet seen) {
    if (Diagrams.isResult(function) || seen.get(function)) {
      return;
    }
    seen.set(function);
    levels.set(nodes.level(function));
    for (int i = 0; i < nodes.branches(function); i++) {
      addLevels(nodes.branch(function, i), levels, seen);
    }
  }

  /** How many boxes the order of the levels would make of a function. */
  private double paths(int function) {
    if (Diagrams.isResult(function)) {
      return function == none ? 0 : 1;
    }
    Double known = pathCounts.get(function);
    if (known == null) {
      double count = 0;
      for (int i = 0; i < nodes.branches(function); i++) {
        boolean again = false;
        for (int j = 0; j < i; j++) {
          again |= nodes.branch(function, i) == nodes.branch(function, j);
        }
        count += again ? 0 : paths(nodes.branch(function, i));
      }
      known = count;
      pathCounts.put(function, known);
    }
    return known;
  }

  private static List<Box> merged(List<Box> boxes, SharedFact fact) {
    List<Box> merged = boxes;
    for (int i = fact.members.size(); i >= 0; i--) {
      merged = mergedAt(merged, fact.level + i);
    }
    return fact.isSet() ? withUnstated(merged, fact) : merged;
  }

  /** Makes one box of those that differ in one level alone. */
  private static List<Box> mergedAt(List<Box> boxes, int level) {
    Map<List<Object>, Box> merged = new LinkedHashMap<>();
    for (Box box : boxes) {
      List<Object> others = new ArrayList<>(box.values);
      others.set(level, box.result);
      Box known = merged.get(others);
      if (known == null) {
        merged.put(others, box);
      } else {
        BitSet both = (BitSet) known.values.get(level).clone();
        both.or(box.values.get(level));
        merged.put(others, known.with(level, both));
      }
    }
    return new ArrayList<>(merged.values());
  }

  /** Makes one box of a set that is not stated and of one that is and has some members. */
  private static List<Box> withUnstated(List<Box> boxes, SharedFact set) {
    Map<List<Object>, Box> unstated = new LinkedHashMap<>();
    for (Box box : boxes) {
      if (!box.values.get(set.level).get(0)) {
        unstated.put(others(box, set), box);
      }
    }
    List<Box> merged = new ArrayList<>();
    for (Box box : boxes) {
      boolean stated = box.values.get(set.level).get(0);
      boolean both = stated && box.values.get(set.level).get(1);
      if (stated && !both && unstated.remove(others(box, set)) != null) {
        merged.add(box.with(set.level, allOf(2)));
      } else if (stated) {
        merged.add(box);
      }
    }
    merged.addAll(unstated.values());
    return merged;
  }

  private static List<Object> others(Box box, SharedFact set) {
    List<Object> others = new ArrayList<>(box.values);
    for (int i = 0; i <= set.members.size(); i++) {
      others.set(set.level + i, box.result);
    }
    return others;
  }
}
