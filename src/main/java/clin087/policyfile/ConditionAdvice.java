package clin087.policyfile;

import clin087.policy.Comparator;
import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.List;
import java.util.Set;

/** Gives cures for conditions that people write as they would say them. */
final class ConditionAdvice {
  private static final String NOT = "not";
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  /** A unit, such as "years", "%" or "kg/m2". */
  private static final String UNIT = "[^0-9_.,]+[23]?";

  private static final String NO_HYPHEN =
      "; is the hyphen before the next bullet missing? Both are read as one line";

  private ConditionAdvice() {}

  /** The place of a special space, such as comes from a document; -1 if there is none. */
  static int specialSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && Character.isSpaceChar(c)) {
        return i;
      }
    }
    return -1;
  }

  /** What is wrong with a "not" at the beginning of a comparison; empty if nothing is. */
  static String ofNot(List<String> words) {
    if (words.size() < 2 || !words.get(0).equalsIgnoreCase(NOT)) {
      return "";
    }
    if (words.size() > 2) {
      return "expected 'not' before the name of a fact alone; otherwise write 'is not', 'not in',"
          + " 'lacks', or a bullet of 'none'";
    }
    return words.get(0).equals(NOT) ? "" : "expected 'not', found '" + words.get(0) + "'";
  }

  /**
   * What to do about a value that is not listed; empty if there is no special advice. A condition
   * is written anew only with values of the fact, so that nothing else is taken for one.
   *
   * @param facts the names of all facts
   */
  static String ofValue(Fact fact, Comparator comparator, String value, Set<String> facts) {
    List<String> words = ComparisonReader.words(value);
    List<String> values = fact.values();
    if (words.size() == 2 && words.get(0).equals(NOT) && values.contains(words.get(1))) {
      return comparator == Comparator.HAS
          ? "; write '" + fact.name() + " lacks " + words.get(1) + "'"
          : "";
    }
    if (words.size() < 2 || !values.contains(words.get(0))) {
      return "";
    }
    boolean listed = words.size() == 3 && values.contains(words.get(2));
    if (listed && (words.get(1).equals("or") || words.get(1).equals("and"))) {
      return ofTwo(fact, comparator, words);
    }
    if (isComparison(words, 1, facts)) {
      return NO_HYPHEN;
    }
    return isComparison(words, 2, facts) ? ofCondition(words) : "";
  }

  /** What to write instead of two values with "and" or "or" between them. */
  private static String ofTwo(Fact fact, Comparator comparator, List<String> words) {
    boolean or = words.get(1).equals("or");
    String both = "(" + words.get(0) + ", " + words.get(2) + ")'";
    return switch (comparator) {
      case IS -> or ? "; write '" + fact.name() + " in " + both : "";
      case IS_NOT -> "; write '" + fact.name() + " not in " + both;
      case IN, NOT_IN -> "; separate the values with commas";
      case HAS -> "; write both conditions as bullets of " + (or ? "'any'" : "'all'");
      case LACKS -> "; to say that both are lacking, write both conditions as bullets of 'all'";
      default -> "";
    };
  }

  /** Whether a comparison seems to begin with a word. */
  private static boolean isComparison(List<String> words, int from, Set<String> facts) {
    int at = from < words.size() && words.get(from).equals(NOT) ? from + 1 : from;
    return at < words.size() && facts.contains(words.get(at));
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

  /**
   * What to do about a number that cannot be read; empty if there is no special advice.
   *
   * @param facts the names of all facts
   */
  static String ofNumber(Fact fact, String value, Set<String> facts) {
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
    List<String> words = ComparisonReader.words(rest);
    if (!digits.matches(NUMBER) || !words.get(0).matches(UNIT)) {
      return ""; // a number in another notation, which would be cut
    }
    if (isComparison(words, 0, facts) || (rest.startsWith(unit) && isComparison(words, 1, facts))) {
      return NO_HYPHEN;
    }
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
