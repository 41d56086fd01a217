package clin087.policyfile;

import clin087.policy.Fact;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;

/**
 * Checks names and dates, so that scripts and readers can rely on them: rules and cautions have
 * names in lower case with hyphens, verdicts in capitals with {@code _}, and the dates of a policy
 * are dates.
 */
final class NameRules {
  private static final String FIRST_OF_MONTH = "-01";

  private final Problems problems;

  NameRules(Problems problems) {
    this.problems = problems;
  }

  /** Reports the name of a rule or a caution that is not in lower case with hyphens. */
  void checkLower(Scalar name) {
    check(name, false);
  }

  /** Reports the name of a verdict that is not in capitals with {@code _}. */
  void checkCapitals(Scalar name) {
    check(name, true);
  }

  private void check(Scalar name, boolean capitals) {
    String text = name.text();
    if (text.isEmpty() || isGood(text, capitals)) {
      return;
    }
    String likely = likely(text, capitals);
    problems.addGap(
        PolicyProblem.BAD_NAME,
        name.at(),
        "expected "
            + (capitals ? "capitals, digits and '_'" : "lower case, digits and '-'")
            + ", beginning with a letter"
            + (isGood(likely, capitals) ? ": '" + likely + "'" : ""));
  }

  private static boolean isGood(String name, boolean capitals) {
    char separator = capitals ? '_' : '-';
    boolean good = !name.isEmpty() && isLetter(name.charAt(0), capitals);
    for (int i = 1; good && i < name.length(); i++) {
      char c = name.charAt(i);
      boolean word = isLetter(c, capitals) || isDigit(c);
      good = word || (c == separator && i + 1 < name.length() && name.charAt(i - 1) != separator);
    }
    return good;
  }

  private static boolean isLetter(char c, boolean capital) {
    return capital ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The name that was probably meant, such as {@code core-urgent} for {@code coreUrgent}. */
  private static String likely(String name, boolean capitals) {
    StringBuilder words = new StringBuilder();
    boolean small = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = isLetter(c, true) || isLetter(c, false);
      boolean begins = (!letter && !isDigit(c)) || (isLetter(c, true) && small);
      if (begins && !words.isEmpty() && i + 1 < name.length()) {
        words.append(capitals ? '_' : '-');
      }
      if (letter || isDigit(c)) {
        words.append(capitals ? Character.toUpperCase(c) : Character.toLowerCase(c));
      }
      small = isLetter(c, false) || isDigit(c);
    }
    return words.toString();
  }

  /** The text of a year, a month or a day; reported if it is none of these. */
  String date(Scalar date) {
    String text = date.text();
    String day =
        switch (text.length()) {
          case 4 -> text + FIRST_OF_MONTH + FIRST_OF_MONTH;
          case 7 -> text + FIRST_OF_MONTH;
          default -> text;
        };
    if (!text.isEmpty() && Fact.AS_OF.code(day) == Fact.UNSTATED) {
      problems.addGap(
          PolicyProblem.BAD_DATE,
          date.at(),
          "expected a year, month or day: 2024, 2024-03 or 2024-03-31");
    }
    return text;
  }
}
