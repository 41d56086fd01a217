package clin087.revision;

import clin087.proof.Budget;
import java.util.Arrays;

/**
 * Functions of referrals, as nodes of reduced ordered decision diagrams: equal functions are the
 * same node. Unlike those of a single decision, which are objects and few, these are numbers and
 * may be a million, under a {@link Budget}. A result is the complement of its number, so negative.
 *
 * @see clin087.proof.Diagram for the literature
 */
final class Nodes {
  static final int NO = ~0;
  static final int YES = ~1;

  /** The most nodes that the program's own heap has room for. */
  private static final int MOST = 1_000_000;

  private static final int FIRST_SIZE = 1 << 10;

  private final Budget budget;
  private int[] levels = new int[FIRST_SIZE];
  private int[][] branches = new int[FIRST_SIZE][];

  /** For each node, the one before it in the same bucket, or -1. */
  private int[] before = new int[FIRST_SIZE];

  private int[] buckets = new int[FIRST_SIZE];
  private int count;
  private final Memo choices = new Memo();
  private final Memo cofactors = new Memo();

  Nodes(Budget budget) {
    this.budget = budget;
    Arrays.fill(buckets, -1);
  }

  /** How two functions make a third, by their results. */
  abstract static class Combination {
    private final Memo memo = new Memo();

    /** The result of two results. */
    abstract int of(int one, int other);

    /** What a function makes with itself. */
    abstract int same(int node);
  }

  static boolean isResult(int node) {
    return node < 0;
  }

  /** What it asks for first; above every level for a result. */
  int level(int node) {
    return node < 0 ? Integer.MAX_VALUE : levels[node];
  }

  int branches(int node) {
    return branches[node].length;
  }

  int branch(int node, int value) {
    return branches[node][value];
  }

  /** What is left of a function once a level is known that it asks for first, if at all. */
  int branch(int node, int level, int value) {
    return level(node) == level ? branches[node][value] : node;
  }

  /** The function that goes on by the value of a level above all that its branches ask for. */
  int node(int level, int... to) {
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

  /** The function that is {@code then} where the condition holds. */
  int choose(int condition, int then, int otherwise) {
    if (condition == YES || then == otherwise) {
      return then;
    }
    if (condition == NO) {
      return otherwise;
    }
    int known = choices.get(condition, then, otherwise);
    if (known != Memo.UNKNOWN) {
      return known;
    }
    budget.spend();
    int top = level(condition);
    int shape = condition;
    for (int part : new int[] {then, otherwise}) {
      if (level(part) < top) {
        top = level(part);
        shape = part;
      }
    }
    int[] to = new int[branches(shape)];
    for (int i = 0; i < to.length; i++) {
      to[i] = choose(branch(condition, top, i), branch(then, top, i), branch(otherwise, top, i));
    }
    int chosen = node(top, to);
    choices.put(condition, then, otherwise, chosen);
    return chosen;
  }

  int and(int one, int other) {
    return choose(one, other, NO);
  }

  int or(int one, int other) {
    return choose(one, YES, other);
  }

  int not(int condition) {
    return choose(condition, NO, YES);
  }

  /** What two functions make, referral by referral. */
  int combine(Combination combination, int one, int other) {
    if (one == other) {
      return combination.same(one);
    }
    if (isResult(one) && isResult(other)) {
      return ~combination.of(~one, ~other);
    }
    int known = combination.memo.get(one, other, 0);
    if (known != Memo.UNKNOWN) {
      return known;
    }
    budget.spend();
    int shape = level(one) <= level(other) ? one : other;
    int top = level(shape);
    int[] to = new int[branches(shape)];
    for (int i = 0; i < to.length; i++) {
      to[i] = combine(combination, branch(one, top, i), branch(other, top, i));
    }
    int combined = node(top, to);
    combination.memo.put(one, other, 0, combined);
    return combined;
  }

  /** The function that goes on by the value of a level, whatever its branches ask for. */
  int select(int level, int... to) {
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

  /** What is left of a function once any level is known. */
  int cofactor(int node, int level, int value) {
    if (level(node) >= level) {
      return branch(node, level, value);
    }
    int known = cofactors.get(node, level, value);
    if (known != Memo.UNKNOWN) {
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
