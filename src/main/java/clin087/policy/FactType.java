package clin087.policy;

import java.util.Locale;

/** The type of a fact, which determines its values and comparisons. */
public enum FactType implements Worded {
  BOOLEAN("true or false"),
  CHOICE("one of the allowed values"),
  SET("an array of the allowed values, each at most once"),
  INTEGER("a whole number"),
  DECIMAL("a number"),
  DATE("a date YYYY-MM-DD"),
  TEXT("text");

  private final String word = name().toLowerCase(Locale.ROOT);
  private final String expected;

  FactType(String expected) {
    this.expected = expected;
  }

  /** The word that policy files use. */
  @Override
  public String word() {
    return word;
  }

  /** What a value has to be, for a message. */
  public String expected() {
    return expected;
  }

  /** Whether the policy lists its values. */
  public boolean isListed() {
    return this == CHOICE || this == SET;
  }

  /** Whether its values have an order. */
  public boolean isOrdered() {
    return this == INTEGER || this == DECIMAL || this == DATE;
  }
}
