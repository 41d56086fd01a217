package clin087.policyfile;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.List;

/** Gives cures for conditions that people write as they would say them. */
final class ConditionAdvice {
  private ConditionAdvice() {}

  /** What to do about a condition that cannot be read; empty if there is no special advice. */
  static String ofCondition(List<String> words) {
    if (words.contains("unless") || words.contains("except")) {
      return "; instead of 'unless', write a bullet of 'none', or 'not'";
    }
    if (words.contains("and") || words.contains("&&")) {
      return "; write both conditions as bullets of 'all'";
    }
    if (words.contains("or") || words.contains("||")) {
      return "; write both conditions as bullets of 'any'";
    }
    return "; write several conditions as bullets of 'all' or 'any'";
  }

  /** What to do about a number that cannot be read; empty if there is no special advice. */
  static String ofNumber(Fact fact, String value) {
    boolean number = fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL;
    if (!number || value.isEmpty()) {
      return "";
    }
    int end = 0;
    while (end < value.length() && "0123456789.-".indexOf(value.charAt(end)) >= 0) {
      end++;
    }
    String unit = fact.limits().unit();
    String rest = value.substring(end).strip();
    if (end == 0 || rest.isEmpty()) {
      return "";
    }
    String digits = value.substring(0, end);
    for (String word : List.of("and", "or", "unless")) {
      if ((" " + rest + " ").contains(" " + word + " ")) {
        return ofCondition(List.of(word));
      }
    }
    if (rest.replace("²", "2").equals(unit)) {
      return "; write '" + digits + " " + unit + "'";
    }
    return unit.isEmpty()
        ? "; this fact has no unit: write '" + digits + "'"
        : "; the unit is " + unit + ": convert the number, and write '" + digits + " " + unit + "'";
  }
}
