package clin087.revision;

import clin087.proof.Budget;
import clin087.proof.Diagrams;
import clin087.proof.TripleMemo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a function of referrals into few disjoint boxes with one result each. Each part chooses
 * the best level to divide by. Referrals that do not exist may be put anywhere.
 */
final class Boxes {
  /** The most boxes, more than anybody reads. */
  private static final int MOST = 5_000;

  /** The most boxes in the function's own order for which a better order is searched. */
  private static final double WORTH_A_SEARCH = 20_000;

  private final ComparedFacts facts;
  private final Diagrams diagrams;
  private final int none;
  private final TripleMemo simplified = new TripleMemo();
  private final Map<Integer, Double> pathCounts = new LinkedHashMap<>();
  private final List<Box> found = new ArrayList<>();

  /**
   * @param none the result that needs no boxes
   */
  Boxes(ComparedFacts facts, Diagrams diagrams, int none) {
    this.facts = facts;
    this.diagrams = diagrams;
    this.none = none;
  }

  /**
   * The boxes of a function.
   *
   * @param exist the condition under which referrals exist
   * @throws Budget.Spent if there are too many
   */
  List<Box> of(int function, int exist) {
    int simple = simplify(function, exist);
    split(simple, Box.everything(facts), paths(simple) < WORTH_A_SEARCH);
    List<Box> boxes = found;
    int before;
    do {
      before = boxes.size();
      for (int level = 0; level < facts.levels(); level++) {
        boxes = merged(boxes, level);
      }
    } while (boxes.size() < before);
    return boxes;
  }

  /**
   * A simpler function that is the same for all referrals that exist.
   *
   * @see <a href="https://doi.org/10.1109/ICCAD.1990.129859">O. Coudert, J. C. Madre, A unified
   *     framework for the formal verification of sequential circuits, 1990</a>
   */
  private int simplify(int function, int exist) {
    if (exist == Diagrams.YES || Diagrams.isResult(function)) {
      return function;
    }
    int known = simplified.get(function, exist, 0);
    if (known != TripleMemo.UNKNOWN) {
      return known;
    }
    int top = diagrams.level(function);
    if (diagrams.level(exist) < top) {
      int any = Diagrams.NO;
      for (int i = 0; i < diagrams.branches(exist); i++) {
        any = diagrams.or(any, diagrams.branch(exist, i));
      }
      known = simplify(function, any);
    } else {
      known = diagrams.node(top, simplifiedBranches(function, exist, top));
    }
    simplified.put(function, exist, 0, known);
    return known;
  }

  private int[] simplifiedBranches(int function, int exist, int top) {
    int[] to = new int[diagrams.branches(function)];
    int some = TripleMemo.UNKNOWN;
    for (int i = 0; i < to.length; i++) {
      int branch = diagrams.branch(exist, top, i);
      boolean exists = branch != Diagrams.NO;
      to[i] = exists ? simplify(diagrams.branch(function, i), branch) : TripleMemo.UNKNOWN;
      some = some == TripleMemo.UNKNOWN ? to[i] : some;
    }
    for (int i = 0; i < to.length; i++) {
      to[i] = to[i] == TripleMemo.UNKNOWN ? some : to[i];
    }
    return to;
  }

  private void split(int function, Box box, boolean search) {
    if (Diagrams.isResult(function)) {
      if (function != none) {
        found.add(new Box(box.values(), ~function));
      }
      if (found.size() > MOST) {
        throw new Budget.Spent();
      }
      return;
    }
    int level = search ? bestLevel(function) : diagrams.level(function);
    for (Map.Entry<Integer, BitSet> part : parts(function, level).entrySet()) {
      split(part.getKey(), box.with(level, part.getValue()), search);
    }
  }

  /** The remaining functions for the values of a level, each with its values. */
  private Map<Integer, BitSet> parts(int function, int level) {
    Map<Integer, BitSet> parts = new LinkedHashMap<>();
    int count = facts.at(level).branches();
    for (int value = 0; value < count; value++) {
      int part = diagrams.cofactor(function, level, value);
      BitSet values = parts.get(part);
      if (values == null) {
        values = new BitSet();
        parts.put(part, values);
      }
      values.set(value);
    }
    return parts;
  }

  /** The level whose values leave least to divide; the first of several. */
  private int bestLevel(int function) {
    BitSet asked = diagrams.levels(function);
    double least = Double.MAX_VALUE;
    int best = -1;
    for (int level = asked.nextSetBit(0); level >= 0; level = asked.nextSetBit(level + 1)) {
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

  /** How many boxes a function has in the order of the levels. */
  private double paths(int function) {
    if (Diagrams.isResult(function)) {
      return function == none ? 0 : 1;
    }
    Double known = pathCounts.get(function);
    if (known == null) {
      double count = 0;
      for (int i = 0; i < diagrams.branches(function); i++) {
        boolean again = false;
        for (int j = 0; j < i; j++) {
          again |= diagrams.branch(function, i) == diagrams.branch(function, j);
        }
        count += again ? 0 : paths(diagrams.branch(function, i));
      }
      known = count;
      pathCounts.put(function, known);
    }
    return known;
  }

  /** Merges boxes that differ in one level only. */
  private static List<Box> merged(List<Box> boxes, int level) {
    Map<List<Object>, Box> merged = new LinkedHashMap<>();
    for (Box box : boxes) {
      List<Object> others = new ArrayList<>(box.values());
      others.set(level, box.result());
      Box known = merged.get(others);
      if (known == null) {
        merged.put(others, box);
      } else {
        BitSet both = (BitSet) known.values().get(level).clone();
        both.or(box.values().get(level));
        merged.put(others, known.with(level, both));
      }
    }
    return new ArrayList<>(merged.values());
  }
}
