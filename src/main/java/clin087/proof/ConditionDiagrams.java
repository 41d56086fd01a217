package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Facts;
import clin087.policy.Rule;
import clin087.policy.Truth;
import java.util.List;

/** Builds diagrams of conditions, with known facts filled in and unknown ones as variables. */
final class ConditionDiagrams extends DiagramAlgebra {
  private final Facts known;
  private final Variables variables;

  /**
   * @param variables the variables of the conditions
   */
  ConditionDiagrams(Facts known, Variables variables, Diagrams diagrams) {
    super(diagrams);
    this.known = known;
    this.variables = variables;
  }

  /** The diagram of a condition. */
  int of(Condition condition) {
    return condition.fold(this);
  }

  /**
   * The first rule of a list whose condition holds.
   *
   * @param otherwise the result where none holds
   */
  int deciding(List<Rule> rules, int otherwise) {
    int deciding = otherwise;
    for (int i = rules.size() - 1; i >= 0; i--) {
      deciding = diagrams.choose(of(rules.get(i).when()), ~rules.get(i).index(), deciding);
    }
    return deciding;
  }

  @Override
  public Integer comparison(Comparison comparison) {
    if (comparison.comparator().isOfStatement()) {
      return constant(comparison.evaluate(known) == Truth.TRUE);
    }
    long value = known.value(comparison.fact());
    if (!comparison.isOpen(value)) {
      return constant(comparison.test(value, known.asOf()));
    }
    Variable variable = variables.of(comparison);
    int[] branches = new int[variable.regions().size()];
    for (int i = 0; i < branches.length; i++) {
      branches[i] = constant(variable.passes(comparison, i, known.asOf()));
    }
    return diagrams.node(variable.level(), branches);
  }
}
