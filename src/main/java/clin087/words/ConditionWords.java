package clin087.words;

import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import java.util.ArrayList;
import java.util.List;

/** Puts a condition into words that name its facts: "procedure is another procedure". */
public final class ConditionWords {
  private ConditionWords() {}

  /** The words of a condition. */
  public static String of(Condition condition) {
    if (condition instanceof Comparison comparison) {
      return comparison(comparison);
    }
    return condition instanceof Bullets bullets ? bullets(bullets) : "no rule before it holds";
  }

  private static String bullets(Bullets bullets) {
    List<String> parts = new ArrayList<>();
    for (Bullet bullet : bullets.bullets()) {
      boolean nested = bullet.condition() instanceof Bullets;
      String words = of(bullet.condition());
      parts.add(nested ? "(" + words + ")" : words);
    }
    return switch (bullets.quantifier()) {
      case ALL -> String.join(" and ", parts);
      case ANY -> String.join(" or ", parts);
      case NONE -> "none of these: " + String.join("; ", parts);
      case AT_LEAST -> "at least " + bullets.n() + " of these: " + String.join("; ", parts);
    };
  }

  private static String comparison(Comparison comparison) {
    String label = comparison.fact().label();
    return switch (comparison.comparator()) {
      case HOLDS -> label + " is yes";
      case HOLDS_NOT -> label + " is no";
      case IS, IN -> label + " is " + values(comparison);
      case IS_NOT, NOT_IN -> label + " is not " + values(comparison);
      case HAS -> label + " include " + values(comparison);
      case LACKS -> label + " do not include " + values(comparison);
      default -> new Words(null).comparison(comparison);
    };
  }

  private static String values(Comparison comparison) {
    Fact fact = comparison.fact();
    List<String> values = new ArrayList<>();
    for (Operand operand : comparison.operands()) {
      long code = operand.code();
      values.add(Words.value(fact, fact.type() == FactType.SET ? 1L << code : code));
    }
    return Words.joined(values, "or");
  }
}
