package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Quantifier;
import clin087.policy.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes constraints of conditions. A condition that is too large for one diagram gets a diagram for
 * each bullet, with an auxiliary variable that is true exactly when the bullet holds.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-81955-1_28">G. S. Tseitin, On the complexity of
 *     derivation in propositional calculus, 1968</a>
 */
final class Constraints {
  /** The most steps for one diagram of a condition. */
  private static final int MOST_STEPS = 1 << 16;

  private final Budget budget = Budget.ofSteps(MOST_STEPS);
  private final Diagrams diagrams = new Diagrams(budget);
  private final ConditionDiagrams conditions;

  /** The level of the next auxiliary variable. */
  private int nextLevel;

  Constraints(Facts known, Variables variables) {
    this.conditions = new ConditionDiagrams(known, variables, diagrams);
    this.nextLevel = variables.all().size();
  }

  /**
   * The constraint that a condition is to hold, with values for some variables.
   *
   * @param regions the region of each variable's value
   */
  Constraint where(Condition condition, List<Variable> fixed, int[] regions) {
    Layout layout = new Layout(fixed, regions);
    return Constraint.of(diagrams, layout.of(condition), layout.definitions);
  }

  /** The constraint that exactly one of two conditions is to hold. */
  Constraint differ(Condition one, Condition other) {
    Layout layout = new Layout(List.of(), new int[0]);
    int differ;
    try {
      int first = layout.of(one);
      int second = layout.of(other);
      budget.renew();
      differ = diagrams.choose(first, diagrams.not(second), second);
    } catch (Budget.Spent e) {
      int first = layout.auxiliary(one);
      int second = layout.auxiliary(other);
      differ = diagrams.choose(first, diagrams.not(second), second);
    }
    return Constraint.of(diagrams, differ, layout.definitions);
  }

  /** Builds one constraint. */
  private final class Layout {
    private final List<Variable> fixed;
    private final int[] regions;
    private final List<Constraint> definitions = new ArrayList<>();

    Layout(List<Variable> fixed, int[] regions) {
      this.fixed = fixed;
      this.regions = regions;
    }

    int of(Condition condition) {
      budget.renew();
      try {
        int whole = conditions.of(condition);
        for (int i = 0; i < regions.length; i++) {
          whole = diagrams.cofactor(whole, fixed.get(i).level(), regions[i]);
        }
        return whole;
      } catch (Budget.Spent e) {
        if (condition instanceof Bullets list) {
          return byBullets(list);
        }
        throw e;
      }
    }

    private int byBullets(Bullets list) {
      int[] parts = new int[list.bullets().size()];
      int next = 0;
      for (Bullet bullet : list.bullets()) {
        parts[next++] = auxiliary(bullet.condition());
      }
      budget.renew();
      int some = diagrams.atLeast(list.needed(), parts);
      return list.quantifier() == Quantifier.NONE ? diagrams.not(some) : some;
    }

    /** A variable that is true exactly when a condition holds. */
    int auxiliary(Condition condition) {
      int holds = of(condition);
      if (Diagrams.isResult(holds)) {
        return holds;
      }
      budget.renew();
      int variable = diagrams.node(nextLevel++, Diagrams.NO, Diagrams.YES);
      int definition = diagrams.choose(variable, holds, diagrams.not(holds));
      definitions.add(Constraint.of(diagrams, definition, List.of()));
      return variable;
    }
  }
}
