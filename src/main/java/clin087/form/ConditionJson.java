package clin087.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition as data. */
public sealed interface ConditionJson {
  /** What never holds. */
  ConditionJson NEVER = new AtLeast(1, List.of());

  /** What holds where a condition does not. */
  record Not(ConditionJson not) implements ConditionJson {}

  /** What holds where at least so many of some conditions do. */
  record AtLeast(int atLeast, List<ConditionJson> of) implements ConditionJson {
    public AtLeast {
      of = List.copyOf(of);
    }
  }

  /**
   * A comparison.
   *
   * @param variable its position
   * @param point the code that values are compared with; null where they have no order
   * @param passes whether each code passes; of a comparison with a point, whether the codes before
   *     it do, itself, and those after it
   */
  record Test(int variable, @Nullable Object point, List<Boolean> passes) implements ConditionJson {
    public Test {
      passes = List.copyOf(passes);
    }
  }
}
