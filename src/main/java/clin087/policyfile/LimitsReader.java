package clin087.policyfile;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.List;

/** Reads the limits of a fact's values. */
final class LimitsReader {
  private static final int MOST_DECIMALS = 6;
  private static final long MOST = 1_000_000_000_000L;
  private static final String TODAY = "today";

  private final Problems problems;

  LimitsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads the limits of a fact.
   *
   * @param choices how many values the fact lists
   */
  Limits read(Keys keys, FactType type, int choices) {
    reportForeign(keys, type);
    Limits wide = limits(keys, least(type), greatest(type, choices), decimals(keys));
    if (keys.get("maxLength") != null && wide.maxLength() == 0) {
      report(keys, "maxLength", "expected 'maxLength' to be at least 1; leave it out for no limit");
    }
    if (!type.isOrdered()) {
      return wide;
    }
    long min = bound(keys, "min", type, wide, type == FactType.DATE ? Limits.FIRST_DAY : 0);
    long max = bound(keys, "max", type, wide, wide.declaredMax());
    if (min > max && max != Limits.TODAY) {
      report(keys, keys.get("min") == null ? "max" : "min", "expected 'min' to be below 'max'");
      max = min;
    }
    return limits(keys, min, max, wide.decimals());
  }

  private static Limits limits(Keys keys, long min, long max, int decimals) {
    long maxLength = keys.number("maxLength", 0);
    return new Limits(
        min,
        max,
        decimals,
        keys.text("unit", ""),
        keys.flag("required", false),
        (int) Math.min(maxLength, Integer.MAX_VALUE),
        keys.flag("controlCharacters", true));
  }

  private static long least(FactType type) {
    return switch (type) {
      case BOOLEAN, TEXT, CHOICE, SET -> 0;
      case INTEGER, DECIMAL -> -MOST;
      case DATE -> Limits.FIRST_DAY;
    };
  }

  private static long greatest(FactType type, int choices) {
    return switch (type) {
      case BOOLEAN, TEXT -> 1;
      case CHOICE -> Math.max(0, choices - 1);
      case SET -> (1L << choices) - 1;
      case INTEGER, DECIMAL -> MOST;
      case DATE -> Limits.LAST_DAY;
    };
  }

  private int decimals(Keys keys) {
    long decimals = keys.number("decimals", 0);
    if (decimals > MOST_DECIMALS) {
      report(keys, "decimals", "expected at most " + MOST_DECIMALS + " decimals");
      return MOST_DECIMALS;
    }
    return (int) decimals;
  }

  private void reportForeign(Keys keys, FactType type) {
    boolean number = type == FactType.INTEGER || type == FactType.DECIMAL;
    for (String key : List.of("min", "max")) {
      if (keys.get(key) != null && !type.isOrdered()) {
        report(keys, key, "expected '" + key + "' on a number or a date only");
      }
    }
    if (keys.get("unit") != null && !number) {
      report(keys, "unit", "expected 'unit' on a number only");
    }
    if (keys.get("decimals") != null && type != FactType.DECIMAL) {
      report(keys, "decimals", "expected 'decimals' on a decimal only");
    }
  }

  private void report(Keys keys, String key, String message) {
    Node node = keys.get(key);
    problems.add(PolicyProblem.WRONG_TYPE, node == null ? keys.at() : node.at(), message);
  }

  private long bound(Keys keys, String key, FactType type, Limits wide, long otherwise) {
    Scalar scalar = keys.optional(key);
    if (scalar == null) {
      return otherwise;
    }
    boolean date = type == FactType.DATE;
    if (date && scalar.text().equals(TODAY)) {
      return Limits.TODAY;
    }
    Fact any =
        new Fact(
            0, "/", "", type, List.of(), "", null, Fact.UNSTATED, List.of(), true, List.of(), wide);
    long code = any.code(scalar.text());
    if (code == Fact.UNSTATED) {
      String expected = date ? "a date YYYY-MM-DD or 'today'" : "a number";
      problems.add(
          PolicyProblem.WRONG_TYPE, scalar.at(), "expected " + expected + " for '" + key + "'");
      return otherwise;
    }
    return code;
  }
}
