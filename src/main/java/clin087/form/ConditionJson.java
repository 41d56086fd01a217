package clin087.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition as data for the script. */
public sealed interface ConditionJson {
  /** A condition that never holds. */
  ConditionJson NEVER = new AtLeast(1, List.of());

  /** Holds if a condition does not. */
  record Not(ConditionJson not) implements ConditionJson {}

  /** Holds if at least so many of the conditions do. */
  record AtLeast(int atLeast, List<ConditionJson> of) implements ConditionJson {
    public AtLeast {
      of = List.copyOf(of);
    }
  }

  /**
   * A comparison.
   *
   * @param variable the position of its variable
   * @param point the code that values are compared with; null if they have no order
   * @param passes whether each code passes; if there is a point, whether codes before it, the point
   *     itself, and codes after it pass
   */
  record Test(int variable, @Nullable Object point, List<Boolean> passes) implements ConditionJson {
    public Test {
      passes = List.copyOf(passes);
    }
  }
}
