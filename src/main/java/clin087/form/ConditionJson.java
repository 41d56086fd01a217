package clin087.form;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Operand;
import java.util.List;
import java.util.Locale;

/** A condition as data. */
public sealed interface ConditionJson {
  /** What holds always, or never. */
  record Constant(boolean always) implements ConditionJson {}

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
   * @param fact its position; -1 for the date of the check
   * @param words those of the policy language, which tell how it is compared
   */
  record Test(int fact, String words, List<Value> operands) implements ConditionJson {
    public Test {
      operands = List.copyOf(operands);
    }
  }

  /**
   * What a comparison compares with.
   *
   * @param ago the unit to count back in from the date of the check; empty for a fixed value
   */
  record Value(long code, String ago) {
    private static Value of(Operand operand) {
      String ago = operand.ago() == null ? "" : operand.ago().name().toLowerCase(Locale.ROOT);
      return new Value(operand.code(), ago);
    }
  }

  /** Folds a condition into its data. */
  Condition.Algebra<ConditionJson> ALGEBRA =
      new Condition.Algebra<>() {
        @Override
        public ConditionJson comparison(Comparison comparison) {
          return new Test(
              comparison.fact().index(),
              comparison.comparator().words(),
              comparison.operands().stream().map(Value::of).toList());
        }

        @Override
        public ConditionJson constant(boolean value) {
          return new Constant(value);
        }

        @Override
        public ConditionJson not(ConditionJson part) {
          return new Not(part);
        }

        @Override
        public ConditionJson atLeast(int n, List<ConditionJson> parts) {
          return new AtLeast(n, parts);
        }
      };

  /** The data of a condition. */
  static ConditionJson of(Condition condition) {
    return condition.fold(ALGEBRA);
  }
}
