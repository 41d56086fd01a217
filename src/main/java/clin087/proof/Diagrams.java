package clin087.proof;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Functions of unknown variables, as nodes of reduced ordered decision diagrams. These have no
 * needless tests, and equal functions are the same node, so a variable matters exactly when a node
 * asks for it. A node is a number, greater than the numbers of its branches; a result is the
 * complement of its number, so it is negative. A {@link Budget} limits the steps.
 *
 * <p>R. E. Bryant, Graph-Based Algorithms for Boolean Function Manipulation, 1986; with as many
 * branches as a variable has values: A. Srinivasan et al., Algorithms for Discrete Function
 * Manipulation, 1990.
 */
public final class Diagrams {
  /** The condition that never holds. */
  public static final int NO = ~0;

  /** The condition that always holds. */
  public static final int YES = ~1;

  /** The most nodes, for which the program's heap has room. */
  private static final int MOST = 1_000_000;

  private static final int FIRST_SIZE = 1 << 6;

  private final Budget budget;
  private int[] levels = new int[FIRST_SIZE];
  private int[][] branches = new int[FIRST_SIZE][];

  /** The node before each node in the same bucket, or -1. */
  private int[] before = new int[FIRST_SIZE];

  private int[] buckets = new int[FIRST_SIZE];
  private int count;
  private final TripleMemo choices = new TripleMemo();
  private final TripleMemo cofactors = new TripleMemo();

  /**
   * Makes diagrams without any function.
   *
   * @param budget limits the steps; {@link Budget.Spent} means that the diagrams would be too large
   */
  public Diagrams(Budget budget) {
    this.budget = budget;
    Arrays.fill(buckets, -1);
  }

  /** A way to combine two functions into a third, result by result. */
  public abstract static class Combination {
    private final TripleMemo memo = new TripleMemo();

    /** The result for two results. */
    protected abstract int of(int one, int other);

    /**
     * The combination of a function with itself; {@link TripleMemo#UNKNOWN} if it has to be worked
     * out.
     */
    protected abstract int same(int node);
  }

  /** How many steps they have taken. */
  long steps() {
    return budget.steps();
  }

  /** Whether a function is constant. */
  public static boolean isResult(int node) {
    return node < 0;
  }

  /** The level that a function asks for first; above all levels for a result. */
  public int level(int node) {
    return node < 0 ? Integer.MAX_VALUE : levels[node];
  }

  /** How many values that level has. */
  public int branches(int node) {
    return branches[node].length;
  }

  /** What remains of a function for a value of the level that it asks for first. */
  public int branch(int node, int value) {
    return branches[node][value];
  }

  /** What remains of a function for a value of a level, which it asks for first or not at all. */
  public int branch(int node, int level, int value) {
    return level(node) == level ? branches[node][value] : node;
  }

  /** The function that branches on a level, which comes before all levels of its branches. */
  public int node(int level, int... to) {
    boolean same = true;
    for (int branch : to) {
      same &= branch == to[0];
    }
    if (same) {
      return to[0];
    }
    for (int n = buckets[bucket(level, to)]; n >= 0; n = before[n]) {
      if (levels[n] == level && Arrays.equals(branches[n], to)) {
        return n;
      }
    }
    return add(level, to);
  }

  private int add(int level, int[] to) {
    budget.spend();
    if (count == MOST) {
      throw new Budget.Spent();
    }
    if (count == levels.length) {
      grow();
    }
    levels[count] = level;
    branches[count] = to;
    link(count);
    return count++;
  }

  private int bucket(int level, int... to) {
    int hash = 31 * Arrays.hashCode(to) + level;
    return (hash ^ hash >>> 16) & buckets.length - 1;
  }

  private void link(int node) {
    int bucket = bucket(levels[node], branches[node]);
    before[node] = buckets[bucket];
    buckets[bucket] = node;
  }

  private void grow() {
    levels = Arrays.copyOf(levels, 2 * count);
    branches = Arrays.copyOf(branches, 2 * count);
    before = new int[2 * count];
    buckets = new int[2 * count];
    Arrays.fill(buckets, -1);
    for (int n = 0; n < count; n++) {
      link(n);
    }
  }

  /** The function that is {@code then} where the condition holds, and otherwise the other one. */
  public int choose(int condition, int then, int otherwise) {
    if (condition == YES || then == otherwise) {
      return then;
    }
    if (condition == NO) {
      return otherwise;
    }
    if (then == YES && otherwise == NO) {
      return condition;
    }
    int known = choices.get(condition, then, otherwise);
    if (known != TripleMemo.UNKNOWN) {
      return known;
    }
    budget.spend();
    int shape = first(condition, first(then, otherwise));
    int top = level(shape);
    int[] to = new int[branches(shape)];
    for (int i = 0; i < to.length; i++) {
      to[i] = choose(branch(condition, top, i), branch(then, top, i), branch(otherwise, top, i));
    }
    int chosen = node(top, to);
    choices.put(condition, then, otherwise, chosen);
    return chosen;
  }

  private int first(int one, int other) {
    return level(one) <= level(other) ? one : other;
  }

  /** Both conditions hold. */
  public int and(int one, int other) {
    return choose(one, other, NO);
  }

  /** At least one of the conditions holds. */
  public int or(int one, int other) {
    return choose(one, YES, other);
  }

  /** The condition does not hold. */
  public int not(int condition) {
    return choose(condition, NO, YES);
  }

  /** At least so many of the conditions hold. */
  public int atLeast(int n, int[] conditions) {
    // needed[k]: at least k of the conditions from the current one on
    int[] needed = new int[n + 1];
    Arrays.fill(needed, NO);
    needed[0] = YES;
    for (int i = conditions.length - 1; i >= 0; i--) {
      for (int k = n; k > 0; k--) {
        needed[k] = choose(conditions[i], needed[k - 1], needed[k]);
      }
    }
    return needed[n];
  }

  /** The function with other results. */
  public int relabelled(int node, int[] results) {
    return relabelled(node, results, new TripleMemo());
  }

  private int relabelled(int node, int[] results, TripleMemo memo) {
    if (isResult(node)) {
      return ~results[~node];
    }
    int known = memo.get(node, 0, 0);
    if (known == TripleMemo.UNKNOWN) {
      int[] to = new int[branches(node)];
      for (int i = 0; i < to.length; i++) {
        to[i] = relabelled(branch(node, i), results, memo);
      }
      known = node(level(node), to);
      memo.put(node, 0, 0, known);
    }
    return known;
  }

  /** All nodes of a function, including its own. */
  public BitSet nodes(int node) {
    BitSet nodes = new BitSet();
    visit(node, nodes, new BitSet());
    return nodes;
  }

  /** The results that a function can have. */
  public BitSet results(int node) {
    BitSet results = new BitSet();
    visit(node, new BitSet(), results);
    return results;
  }

  private void visit(int node, BitSet nodes, BitSet results) {
    if (isResult(node)) {
      results.set(~node);
    } else if (!nodes.get(node)) {
      nodes.set(node);
      for (int branch : branches[node]) {
        visit(branch, nodes, results);
      }
    }
  }

  /** The levels that a function asks for. */
  public BitSet levels(int node) {
    BitSet nodes = nodes(node);
    BitSet asked = new BitSet();
    for (int n = nodes.nextSetBit(0); n >= 0; n = nodes.nextSetBit(n + 1)) {
      asked.set(levels[n]);
    }
    return asked;
  }

  /** The combination of two functions. */
  public int combine(Combination combination, int one, int other) {
    int same = one == other ? combination.same(one) : TripleMemo.UNKNOWN;
    if (same != TripleMemo.UNKNOWN) {
      return same;
    }
    if (isResult(one) && isResult(other)) {
      return ~combination.of(~one, ~other);
    }
    int known = combination.memo.get(one, other, 0);
    if (known != TripleMemo.UNKNOWN) {
      return known;
    }
    budget.spend();
    int shape = first(one, other);
    int top = level(shape);
    int[] to = new int[branches(shape)];
    for (int i = 0; i < to.length; i++) {
      to[i] = combine(combination, branch(one, top, i), branch(other, top, i));
    }
    int combined = node(top, to);
    combination.memo.put(one, other, 0, combined);
    return combined;
  }

  /** The function that branches on a level, in any order with the levels of its branches. */
  public int select(int level, int... to) {
    int shape = NO;
    for (int branch : to) {
      shape = level(branch) < level(shape) ? branch : shape;
    }
    int top = level(shape);
    if (top > level) {
      return node(level, to);
    }
    budget.spend();
    if (top == level) {
      int[] own = new int[to.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = branch(to[i], level, i);
      }
      return node(level, own);
    }
    int[] outer = new int[branches(shape)];
    for (int value = 0; value < outer.length; value++) {
      int[] inner = new int[to.length];
      for (int i = 0; i < inner.length; i++) {
        inner[i] = branch(to[i], top, value);
      }
      outer[value] = select(level, inner);
    }
    return node(top, outer);
  }

  /** What remains of a function for a value of any level. */
  public int cofactor(int node, int level, int value) {
    if (level(node) >= level) {
      return branch(node, level, value);
    }
    int known = cofactors.get(node, level, value);
    if (known != TripleMemo.UNKNOWN) {
      return known;
    }
    budget.spend();
    int[] to = new int[branches(node)];
    for (int i = 0; i < to.length; i++) {
      to[i] = cofactor(branches[node][i], level, value);
    }
    int left = node(levels[node], to);
    cofactors.put(node, level, value, left);
    return left;
  }
}
