package clin087.policyfile;

import clin087.policy.Comparator;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import clin087.policy.Place;
import clin087.text.NearestName;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values that a comparison names after its comparator. */
final class OperandReader {
  private final Set<String> facts;
  private final Problems problems;

  /**
   * @param facts the names of all facts
   */
  OperandReader(Set<String> facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /** Reads the values. If one cannot be read, reports that and returns some other value for it. */
  List<Operand> read(Scalar text, Fact fact, Comparator comparator, List<String> words) {
    String rest = String.join(" ", words);
    if (comparator != Comparator.IN && comparator != Comparator.NOT_IN) {
      return List.of(operand(text, fact, comparator, rest));
    }
    if (!rest.startsWith("(") || !rest.endsWith(")")) {
      problems.add(
          PolicyProblem.BAD_CONDITION, text.at(), "expected values in brackets: (one, two)");
      return List.of(new Operand(rest, 0, null));
    }
    List<Operand> operands = new ArrayList<>();
    for (String word : rest.substring(1, rest.length() - 1).split(",", -1)) {
      operands.add(operand(text, fact, comparator, word.strip()));
    }
    return operands;
  }

  private Operand operand(Scalar text, Fact fact, Comparator comparator, String words) {
    List<String> parts = ComparisonReader.words(words);
    if (fact.type() == FactType.DATE) {
      Operand day = relativeDay(parts);
      if (day != null) {
        return day;
      }
    }
    String unit = fact.limits().unit();
    boolean hasUnit = fact.type().isOrdered() && !unit.isEmpty() && words.endsWith(" " + unit);
    String value = hasUnit ? words.substring(0, words.length() - unit.length()).strip() : words;
    long code = fact.code(value);
    if (code == Fact.UNSTATED) {
      report(text, fact, comparator, value);
      code = fact.limits().min();
    }
    boolean member = fact.type() == FactType.SET;
    return new Operand(words, member ? Long.numberOfTrailingZeros(code) : code, null);
  }

  private void report(Scalar text, Fact fact, Comparator comparator, String value) {
    Place at = text.at().right(Math.max(0, text.text().indexOf(value)));
    if (!fact.type().isListed()) {
      String expected =
          fact.type() == FactType.DATE
              ? "a date YYYY-MM-DD, 'today' or 'N weeks ago'"
              : fact.expected();
      problems.add(
          PolicyProblem.UNKNOWN_VALUE,
          at,
          "expected "
              + expected
              + " after '"
              + fact.name()
              + "'"
              + ConditionAdvice.ofNumber(fact, value, facts));
      return;
    }
    String advice = ConditionAdvice.ofValue(fact, comparator, value, facts);
    if (advice.isEmpty()) {
      problems.unknown(PolicyProblem.UNKNOWN_VALUE, new Scalar(value, at), fact.values());
    } else {
      problems.add(
          PolicyProblem.UNKNOWN_VALUE,
          at,
          "unknown value '" + NearestName.shorten(value) + "'" + advice);
    }
  }

  private static @Nullable Operand relativeDay(List<String> words) {
    if (words.equals(List.of("today"))) {
      return new Operand("today", 0, ChronoUnit.DAYS);
    }
    if (words.size() != 3 || !words.get(2).equals("ago") || words.get(0).length() > 5) {
      return null;
    }
    ChronoUnit unit =
        switch (words.get(1)) {
          case "day", "days" -> ChronoUnit.DAYS;
          case "week", "weeks" -> ChronoUnit.WEEKS;
          case "month", "months" -> ChronoUnit.MONTHS;
          case "year", "years" -> ChronoUnit.YEARS;
          default -> null;
        };
    if (unit == null) {
      return null;
    }
    for (char c : words.get(0).toCharArray()) {
      if (c < '0' || c > '9') {
        return null;
      }
    }
    return new Operand(String.join(" ", words), Long.parseLong(words.get(0)), unit);
  }
}
