package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Facts;
import clin087.policy.Truth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decision diagrams of one referral: what is known is put in, what is unknown is asked for. */
public final class Diagrams implements Condition.Algebra<Diagram> {
  /** Stands for the level of a node where there is none. */
  private static final int CHOICE = -1;

  private final Facts facts;
  private final Variables variables;
  private final Map<Key, Diagram> nodes = new HashMap<>();
  private final Map<Key, Diagram> choices = new HashMap<>();
  private final Map<Integer, Diagram> results = new HashMap<>();
  private int most = Integer.MAX_VALUE;
  private final Diagram no = result(0);
  private final Diagram yes = result(1);

  /**
   * @param facts what is known
   * @param variables of the conditions that will be folded
   */
  public Diagrams(Facts facts, Variables variables) {
    this.facts = facts;
    this.variables = variables;
  }

  /**
   * Bounds what is laid out from now on.
   *
   * @param more how many more choices before it is too much
   */
  public void limit(int more) {
    most = choices.size() + more;
  }

  /** Says that there is too much to lay out. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("too many choices", null, false, false);
    }
  }

  /** The diagram that always gives the same result. */
  public Diagram result(int result) {
    Diagram known = results.get(result);
    if (known == null) {
      known = new Diagram(result);
      results.put(result, known);
    }
    return known;
  }

  /**
   * The diagram that gives what {@code then} gives where the condition holds.
   *
   * @throws TooLarge when there is too much to lay out
   */
  public Diagram choose(Diagram condition, Diagram then, Diagram otherwise) {
    if (condition == yes || then == otherwise) {
      return then;
    }
    if (condition == no) {
      return otherwise;
    }
    if (then == yes && otherwise == no) {
      return condition;
    }
    Key key = new Key(CHOICE, condition, then, otherwise);
    Diagram known = choices.get(key);
    if (known != null) {
      return known;
    }
    if (choices.size() >= most) {
      throw new TooLarge();
    }
    Diagram top = first(condition, first(then, otherwise));
    Variable variable = top.variable();
    if (variable == null) {
      throw new IllegalStateException("a condition that is a result is settled above");
    }
    Diagram[] branches = new Diagram[variable.regions().size()];
    for (int i = 0; i < branches.length; i++) {
      branches[i] =
          choose(
              condition.branch(top.level, i),
              then.branch(top.level, i),
              otherwise.branch(top.level, i));
    }
    Diagram chosen = node(variable, branches);
    choices.put(key, chosen);
    return chosen;
  }

  @Override
  public Diagram comparison(Comparison comparison) {
    if (comparison.comparator().isOfStatement()) {
      return constant(comparison.evaluate(facts) == Truth.TRUE);
    }
    long value = facts.value(comparison.fact());
    if (!comparison.isOpen(value)) {
      return constant(comparison.test(value, facts.asOf()));
    }
    Variable variable = variables.of(comparison);
    Diagram[] branches = new Diagram[variable.regions().size()];
    for (int i = 0; i < branches.length; i++) {
      branches[i] = constant(variable.passes(comparison, i, facts.asOf()));
    }
    return node(variable, branches);
  }

  @Override
  public Diagram constant(boolean value) {
    return value ? yes : no;
  }

  @Override
  public Diagram not(Diagram part) {
    return choose(part, no, yes);
  }

  @Override
  public Diagram atLeast(int n, List<Diagram> parts) {
    // needed[k]: at least k of the parts from the one in hand on
    Diagram[] needed = new Diagram[n + 1];
    Arrays.fill(needed, no);
    needed[0] = yes;
    for (int part = parts.size() - 1; part >= 0; part--) {
      for (int k = n; k > 0; k--) {
        needed[k] = choose(parts.get(part), needed[k - 1], needed[k]);
      }
    }
    return needed[n];
  }

  private Diagram node(Variable variable, Diagram[] branches) {
    boolean same = true;
    for (Diagram branch : branches) {
      same &= branch == branches[0];
    }
    if (same) {
      return branches[0];
    }
    Key key = new Key(variable.level(), branches);
    Diagram known = nodes.get(key);
    if (known == null) {
      known = new Diagram(variable, branches);
      nodes.put(key, known);
    }
    return known;
  }

  private static Diagram first(Diagram a, Diagram b) {
    return a.level <= b.level ? a : b;
  }

  /** What makes a node or a choice the same as another: the very same parts. */
  static final class Key {
    private final int level;
    private final Diagram[] parts;

    Key(int level, Diagram... parts) {
      this.level = level;
      this.parts = parts;
    }

    // by hand: the methods of a record are linked when they first run, which takes a short run 20
    // ms
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && level == key.level && Arrays.equals(parts, key.parts);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(parts) + level;
    }
  }
}
