package clin087.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node of a reduced ordered decision diagram: a function of the facts that are unknown, in which
 * every test that cannot matter is gone. Within one {@link Diagrams} two functions are equal
 * exactly when they are the same node, so a fact matters exactly when a node asks for it.
 *
 * <p>R. E. Bryant, Graph-Based Algorithms for Boolean Function Manipulation, 1986; with as many
 * branches as a variable has values: A. Srinivasan et al., Algorithms for Discrete Function
 * Manipulation, 1990.
 */
public final class Diagram {
  private static final int NONE = Integer.MAX_VALUE;

  /** The place in the order of the variables; the greatest number for a result. */
  public final int level;

  /** The result, where nothing is left to ask. */
  public final int result;

  private final @Nullable Variable variable;
  private final Diagram[] branches;

  Diagram(int result) {
    this.level = NONE;
    this.result = result;
    this.variable = null;
    this.branches = new Diagram[0];
  }

  Diagram(Variable variable, Diagram[] branches) {
    this.level = variable.level();
    this.result = -1;
    this.variable = variable;
    this.branches = branches;
  }

  /** What it asks for; null for a result. */
  public @Nullable Variable variable() {
    return variable;
  }

  /** Whether nothing is left to ask. */
  public boolean isResult() {
    return variable == null;
  }

  /** How many answers there are to what it asks; none for a result. */
  public int branches() {
    return branches.length;
  }

  /**
   * What is left once the variable of a level is known; this itself where it does not ask for it.
   */
  public Diagram branch(int atLevel, int value) {
    return level == atLevel ? branches[value] : this;
  }

  /** Every result that some completion reaches. */
  public BitSet results() {
    BitSet results = new BitSet();
    visit(new HashSet<>(), results, new TreeMap<>());
    return results;
  }

  /** The variables that can change the result, in the order of their levels. */
  public List<Variable> variables() {
    TreeMap<Integer, Variable> variables = new TreeMap<>();
    visit(new HashSet<>(), new BitSet(), variables);
    return new ArrayList<>(variables.values());
  }

  private void visit(Set<Diagram> seen, BitSet results, Map<Integer, Variable> variables) {
    if (!seen.add(this)) {
      return;
    }
    if (variable == null) {
      results.set(result);
      return;
    }
    variables.put(level, variable);
    for (Diagram branch : branches) {
      branch.visit(seen, results, variables);
    }
  }
}
