package clin087.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A condition that is to hold, or not to hold, as a {@link Diagram} laid out in arrays: its two
 * results first, then its nodes, each behind those that it leads to.
 */
public final class Constraint {
  private static final int RESULTS = 2;

  /** The result that is wanted: 1 where the condition is to hold. */
  private final int wanted;

  /** The levels that it asks for, in order. */
  private final int[] levels;

  /** For each node, the position of its level in {@code levels}; their number for a result. */
  private final int[] position;

  /** For each node, where its branches lead. */
  private final int[][] branches;

  private Constraint(int wanted, int[] levels, int[] position, int[][] branches) {
    this.wanted = wanted;
    this.levels = levels;
    this.position = position;
    this.branches = branches;
  }

  /** The condition is to hold. */
  static Constraint of(Diagram condition) {
    IdentityHashMap<Diagram, Integer> places = new IdentityHashMap<>();
    List<Diagram> nodes = new ArrayList<>();
    SortedSet<Integer> levels = new TreeSet<>();
    lay(condition, places, nodes, levels);
    int[] sorted = new int[levels.size()];
    int next = 0;
    for (int level : levels) {
      sorted[next++] = level;
    }
    int[] position = new int[RESULTS + nodes.size()];
    int[][] branches = new int[position.length][0];
    position[0] = sorted.length;
    position[1] = sorted.length;
    for (int i = 0; i < nodes.size(); i++) {
      Diagram node = nodes.get(i);
      position[RESULTS + i] = levels.headSet(node.level).size();
      int[] targets = new int[node.branches()];
      for (int value = 0; value < targets.length; value++) {
        targets[value] = place(node.branch(node.level, value), places);
      }
      branches[RESULTS + i] = targets;
    }
    if (nodes.isEmpty()) {
      // a condition that is always the same: the root is that result
      return new Constraint(condition.result, sorted, new int[] {0}, new int[][] {{}});
    }
    return new Constraint(1, sorted, position, branches);
  }

  private static void lay(
      Diagram node,
      IdentityHashMap<Diagram, Integer> places,
      List<Diagram> nodes,
      SortedSet<Integer> levels) {
    if (node.isResult() || places.containsKey(node)) {
      return;
    }
    for (int value = 0; value < node.branches(); value++) {
      lay(node.branch(node.level, value), places, nodes, levels);
    }
    places.put(node, RESULTS + nodes.size());
    nodes.add(node);
    levels.add(node.level);
  }

  private static int place(Diagram node, IdentityHashMap<Diagram, Integer> places) {
    return node.isResult() ? node.result : places.getOrDefault(node, 0);
  }

  /** The condition is not to hold. */
  public Constraint opposite() {
    return new Constraint(1 - wanted, levels, position, branches);
  }

  /** The same where the variable of a level has a value, whatever else is tried for it. */
  public Constraint fixed(int level, int value) {
    int at = Arrays.binarySearch(levels, level);
    if (at < 0) {
      return this;
    }
    int[][] fixed = branches.clone();
    for (int node = RESULTS; node < fixed.length; node++) {
      if (position[node] == at) {
        fixed[node] = new int[branches[node].length];
        Arrays.fill(fixed[node], branches[node][value]);
      }
    }
    return new Constraint(wanted, levels, position, fixed);
  }

  /** Whether it asks for the variable of a level. */
  public boolean asks(int level) {
    return Arrays.binarySearch(levels, level) >= 0;
  }

  /** Whether it is the same always. */
  public boolean isConstant() {
    return levels.length == 0;
  }

  /** Where it is the same always: whether it is as wanted. */
  boolean isMet() {
    return wanted == 1;
  }

  int[] levels() {
    return levels;
  }

  /** What the values that are left make of it. */
  enum State {
    /** No choice of values meets it. */
    IMPOSSIBLE,
    /** Some do, some do not. */
    OPEN,
    /** Every choice meets it. */
    MET
  }

  /**
   * Leaves of the values of each level only those that still can meet it.
   *
   * @param domains the values that are left, by level; what changes is replaced, never altered
   * @param changed takes the levels that have lost a value
   */
  State narrow(BitSet[] domains, BitSet changed) {
    int count = position.length;
    boolean[] meets = new boolean[count];
    boolean[] fails = new boolean[count];
    meets[wanted] = true;
    fails[1 - wanted] = true;
    for (int node = RESULTS; node < count; node++) {
      BitSet left = domains[levels[position[node]]];
      for (int v = left.nextSetBit(0); v >= 0; v = left.nextSetBit(v + 1)) {
        meets[node] |= meets[branches[node][v]];
        fails[node] |= fails[branches[node][v]];
      }
    }
    int root = count - 1;
    if (!meets[root]) {
      return State.IMPOSSIBLE;
    }
    if (!fails[root]) {
      return State.MET;
    }
    keep(supported(meets, domains), domains, changed);
    return State.OPEN;
  }

  /** For each level, the values that stand on a way to what is wanted. */
  private BitSet[] supported(boolean[] meets, BitSet[] domains) {
    BitSet[] supported = new BitSet[levels.length];
    for (int i = 0; i < levels.length; i++) {
      supported[i] = new BitSet();
    }
    boolean[] reached = new boolean[position.length];
    reached[position.length - 1] = true;
    for (int node = position.length - 1; node >= RESULTS; node--) {
      if (!reached[node] || !meets[node]) {
        continue;
      }
      int at = position[node];
      BitSet left = domains[levels[at]];
      for (int v = left.nextSetBit(0); v >= 0; v = left.nextSetBit(v + 1)) {
        int target = branches[node][v];
        if (meets[target]) {
          supported[at].set(v);
          reached[target] = true;
          for (int passed = at + 1; passed < position[target]; passed++) {
            supported[passed].or(domains[levels[passed]]);
          }
        }
      }
    }
    return supported;
  }

  private void keep(BitSet[] supported, BitSet[] domains, BitSet changed) {
    for (int i = 0; i < levels.length; i++) {
      if (supported[i].cardinality() < domains[levels[i]].cardinality()) {
        domains[levels[i]] = supported[i];
        changed.set(levels[i]);
      }
    }
  }
}
