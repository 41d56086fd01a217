package clin087.proof;

import clin087.policy.Condition;
import java.util.List;

/** Combines the diagrams of comparisons into the diagrams of conditions. */
public abstract class DiagramAlgebra implements Condition.Algebra<Integer> {
  protected final Diagrams diagrams;

  protected DiagramAlgebra(Diagrams diagrams) {
    this.diagrams = diagrams;
  }

  @Override
  public Integer constant(boolean value) {
    return value ? Diagrams.YES : Diagrams.NO;
  }

  @Override
  public Integer not(Integer part) {
    return diagrams.not(part);
  }

  @Override
  public Integer atLeast(int n, List<Integer> parts) {
    int[] conditions = new int[parts.size()];
    for (int i = 0; i < conditions.length; i++) {
      conditions[i] = parts.get(i);
    }
    return diagrams.atLeast(n, conditions);
  }
}
