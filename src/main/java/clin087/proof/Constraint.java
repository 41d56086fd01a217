package clin087.proof;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A condition that is to hold, or not to hold. It has the nodes of its {@link Diagrams} in arrays:
 * first the two results, then each node after those that it leads to.
 */
public final class Constraint {
  private static final int RESULTS = 2;

  /** The wanted result: 1 if the condition is to hold. */
  private final int wanted;

  /** The levels that it asks for, in order. */
  private final int[] levels;

  /** The position of each node's level in {@code levels}; for a result, the number of levels. */
  private final int[] position;

  /** The nodes that the branches of each node lead to. */
  private final int[][] branches;

  /** The definitions of its auxiliary variables, which always have to hold. */
  private final List<Constraint> definitions;

  private Constraint(
      int wanted, int[] levels, int[] position, int[][] branches, List<Constraint> definitions) {
    this.wanted = wanted;
    this.levels = levels;
    this.position = position;
    this.branches = branches;
    this.definitions = definitions;
  }

  /** The constraint that a condition is to hold. */
  static Constraint of(Diagrams diagrams, int condition, List<Constraint> definitions) {
    if (Diagrams.isResult(condition)) {
      return new Constraint(~condition, new int[0], new int[] {0}, new int[][] {{}}, List.of());
    }
    int[] nodes = array(diagrams.nodes(condition));
    int[] levels = array(diagrams.levels(condition));
    int[] position = new int[RESULTS + nodes.length];
    int[][] branches = new int[position.length][0];
    position[0] = levels.length;
    position[1] = levels.length;
    for (int i = 0; i < nodes.length; i++) {
      position[RESULTS + i] = Arrays.binarySearch(levels, diagrams.level(nodes[i]));
      int[] targets = new int[diagrams.branches(nodes[i])];
      for (int value = 0; value < targets.length; value++) {
        int target = diagrams.branch(nodes[i], value);
        targets[value] =
            Diagrams.isResult(target) ? ~target : RESULTS + Arrays.binarySearch(nodes, target);
      }
      branches[RESULTS + i] = targets;
    }
    return new Constraint(1, levels, position, branches, definitions);
  }

  private static int[] array(BitSet set) {
    int[] array = new int[set.cardinality()];
    int next = 0;
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      array[next++] = i;
    }
    return array;
  }

  /** The constraint that the condition is not to hold. */
  public Constraint opposite() {
    return new Constraint(1 - wanted, levels, position, branches, definitions);
  }

  /** Whether its result is always the same. */
  public boolean isConstant() {
    return levels.length == 0;
  }

  /** Whether a constant result is the wanted one. */
  boolean isMet() {
    return wanted == 1;
  }

  /** The definitions of its auxiliary variables. */
  List<Constraint> definitions() {
    return definitions;
  }

  int[] levels() {
    return levels;
  }

  /** What the remaining values mean for a constraint. */
  enum State {
    /** No combination of values meets it. */
    IMPOSSIBLE,
    /** Some combinations meet it, some do not. */
    OPEN,
    /** Every combination meets it. */
    MET
  }

  /**
   * Removes the values of each level that can no longer meet it.
   *
   * @param domains the remaining values, by level; a set that changes is replaced, not modified
   * @param changed receives the levels that have lost a value
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

  /** For each level, the values on a path to the wanted result. */
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
