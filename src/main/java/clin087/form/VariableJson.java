package clin087.form;

import clin087.policy.Fact;
import clin087.policy.Limits;
import clin087.policy.Operand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable as data: a fact, one member of a set, or whether a fact is stated.
 *
 * @param fact the position of the fact; -1 for the date of the check
 * @param member the position of the member
 * @param starts the codes from which on other comparisons hold than before, in any order, since
 *     days may be counted back from the date of the check
 * @param least the least code that a referral may state
 * @param most the greatest code that a referral may state
 */
public record VariableJson(
    int fact,
    @Nullable Integer member,
    boolean isOfStatement,
    List<Object> starts,
    Object least,
    Object most) {
  public VariableJson {
    starts = List.copyOf(starts);
  }

  /** A day counted back from the date of the check: first months, then days. */
  public record Ago(long months, long days) {}

  private static final Ago TODAY = new Ago(0, 0);

  /** A limit of a fact's values: a code, or the date of the check. */
  static Object limit(long code) {
    return code == Limits.TODAY ? TODAY : code;
  }

  /** The least value of a fact. */
  static Object least(Fact fact) {
    return fact.isOutside() ? TODAY : limit(fact.limits().declaredMin());
  }

  /** The greatest value of a fact. */
  static Object most(Fact fact) {
    return fact.isOutside() ? TODAY : limit(fact.limits().declaredMax());
  }

  /** The value of a comparison, or a code that follows it by a number of codes. */
  static Object point(Operand operand, int after) {
    long code = operand.code();
    if (operand.ago() == null) {
      return code + after;
    }
    return switch (operand.ago()) {
      case DAYS -> new Ago(0, code - after);
      case WEEKS -> new Ago(0, 7 * code - after);
      case MONTHS -> new Ago(code, -after);
      case YEARS -> new Ago(12 * code, -after);
      default -> throw new IllegalStateException("no policy counts in " + operand.ago());
    };
  }
}
