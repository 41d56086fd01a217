package clin087.policy;

import org.jspecify.annotations.Nullable;

/** The comparisons of the policy language, with their words. */
public enum Comparator {
  HOLDS("", FactType.BOOLEAN),
  HOLDS_NOT("not", FactType.BOOLEAN),
  IS("is", FactType.CHOICE),
  IS_NOT("is not", FactType.CHOICE),
  IN("in", FactType.CHOICE),
  NOT_IN("not in", FactType.CHOICE),
  HAS("has", FactType.SET),
  LACKS("lacks", FactType.SET),
  AT_LEAST(">=", FactType.INTEGER, FactType.DECIMAL),
  MORE_THAN(">", FactType.INTEGER, FactType.DECIMAL),
  AT_MOST("<=", FactType.INTEGER, FactType.DECIMAL),
  LESS_THAN("<", FactType.INTEGER, FactType.DECIMAL),
  EQUAL("=", FactType.INTEGER, FactType.DECIMAL),
  BEFORE("before", FactType.DATE),
  AFTER("after", FactType.DATE),
  ON_OR_BEFORE("on or before", FactType.DATE),
  ON_OR_AFTER("on or after", FactType.DATE),
  STATED("is stated", null),
  NOT_STATED("is not stated", null);

  private final String words;
  private final @Nullable FactType type;
  private final @Nullable FactType otherType;

  Comparator(String words, @Nullable FactType type) {
    this(words, type, type);
  }

  Comparator(String words, @Nullable FactType type, @Nullable FactType otherType) {
    this.words = words;
    this.type = type;
    this.otherType = otherType;
  }

  /** The words between the fact and the value. */
  public String words() {
    return words;
  }

  /** Whether facts of a type can be compared like this. */
  public boolean allows(FactType ofFact) {
    return isOfStatement() || ofFact == type || ofFact == otherType;
  }

  /** Whether it asks if the referral states the fact, rather than for its value. */
  public boolean isOfStatement() {
    return type == null;
  }

  /**
   * Whether the comparison of a value with one operand holds. With several operands, one has to
   * hold.
   */
  boolean test(long value, long operand) {
    return switch (this) {
      case HOLDS -> value == 1;
      case HOLDS_NOT -> value == 0;
      case IS, IN, EQUAL -> value == operand;
      case IS_NOT, NOT_IN -> value != operand;
      case HAS -> (value >> operand & 1) == 1;
      case LACKS -> (value >> operand & 1) == 0;
      case AT_LEAST, ON_OR_AFTER -> value >= operand;
      case MORE_THAN, AFTER -> value > operand;
      case AT_MOST, ON_OR_BEFORE -> value <= operand;
      case LESS_THAN, BEFORE -> value < operand;
      case STATED -> value != Fact.UNSTATED;
      case NOT_STATED -> value == Fact.UNSTATED;
    };
  }
}
