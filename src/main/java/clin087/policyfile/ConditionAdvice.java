package clin087.policyfile;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.List;

/** Cures for what people write in conditions as they would say it. */
final class ConditionAdvice {
  private ConditionAdvice() {}

  /** What to do about a condition that cannot be read; empty where nothing special is known. */
  static String ofCondition(List<String> words) {
    if (words.contains("unless") || words.contains("except")) {
      return "; write 'unless' as a bullet of 'none', or as 'not'";
    }
    if (words.contains("and") || words.contains("&&")) {
      return "; write both conditions as bullets of 'all'";
    }
    if (words.contains("or") || words.contains("||")) {
      return "; write both conditions as bullets of 'any'";
    }
    return "; several conditions are bullets of 'all' or 'any'";
  }

  /** What to do about a number that cannot be read; empty where nothing special is known. */
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
