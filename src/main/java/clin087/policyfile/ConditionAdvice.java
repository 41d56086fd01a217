package clin087.policyfile;

import clin087.policy.Comparator;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.text.NearestName;
import java.util.List;
import java.util.Set;

/** Gives cures for conditions that people write as they would say them. */
final class ConditionAdvice {
  private ConditionAdvice() {}

  /** What is wrong with the words of a comparison, whatever the fact; empty if nothing is. */
  static String ofWords(String text, List<String> words) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && Character.isSpaceChar(c)) {
        return "there is a space that does not break lines, or another special one, in '"
            + NearestName.shorten(text)
            + "'; type plain spaces";
      }
    }
    if (words.size() < 2 || !words.get(0).equalsIgnoreCase("not")) {
      return "";
    }
    if (words.size() > 2) {
      return "expected 'not' before the name of a fact alone; otherwise write 'is not', 'not in',"
          + " 'lacks', or a bullet of 'none'";
    }
    return words.get(0).equals("not") ? "" : "expected 'not', found '" + words.get(0) + "'";
  }

  /** What to do about a value that is not listed; empty if there is no special advice. */
  static String ofValue(Fact fact, Comparator comparator, String value, Set<String> facts) {
    List<String> words = ComparisonReader.words(value);
    if (comparator == Comparator.HAS && words.size() == 2 && words.get(0).equals("not")) {
      return "; write '" + fact.name() + " lacks " + words.get(1) + "'";
    }
    if (comparator == Comparator.IS && words.size() == 3 && words.get(1).equals("or")) {
      return "; write '" + fact.name() + " in (" + words.get(0) + ", " + words.get(2) + ")'";
    }
    for (String word : List.of("and", "or", "unless", "except")) {
      if (words.size() > 2 && words.contains(word)) {
        return ofCondition(words);
      }
    }
    boolean goesOn = words.size() > 1 && facts.contains(words.get(1));
    return goesOn ? "; does the hyphen of the next bullet lack, so that both are one line?" : "";
  }

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
