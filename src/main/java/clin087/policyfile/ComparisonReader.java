package clin087.policyfile;

import clin087.policy.Comparator;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import clin087.text.NearestName;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a comparison, one line of a condition, such as {@code age >= 16}. */
final class ComparisonReader {
  private static final Comparator[] COMPARATORS = Comparator.values();

  private static final Map<Comparator, List<String>> COMPARATOR_WORDS =
      new EnumMap<>(Comparator.class);

  static {
    for (Comparator comparator : COMPARATORS) {
      COMPARATOR_WORDS.put(comparator, words(comparator.words()));
    }
  }

  private final Map<String, Fact> facts;
  private final boolean ofCaution;
  private final Problems problems;
  private final Origins origins;
  private final OperandReader operands;

  /**
   * @param facts by their names
   * @param ofCaution whether conditions may ask if a fact is stated
   */
  ComparisonReader(Map<String, Fact> facts, boolean ofCaution, Problems problems, Origins origins) {
    this.facts = facts;
    this.ofCaution = ofCaution;
    this.problems = problems;
    this.origins = origins;
    this.operands = new OperandReader(facts.keySet(), problems);
  }

  /**
   * Reads a comparison. If it cannot be read, reports that and returns a condition that always
   * holds.
   */
  Condition read(Scalar text) {
    List<String> words = words(text.text());
    boolean negated = words.size() == 2 && words.get(0).equals("not");
    int special = ConditionAdvice.specialSpace(text.text());
    String unreadable =
        special < 0
            ? ConditionAdvice.ofNot(words)
            : "this is a special space, perhaps copied from a document; type it again";
    if (!unreadable.isEmpty()) {
      problems.add(PolicyProblem.BAD_CONDITION, text.at().right(Math.max(0, special)), unreadable);
      return new Otherwise();
    }
    Fact fact = fact(text, words.isEmpty() ? "" : words.get(negated ? 1 : 0));
    if (fact == null) {
      return new Otherwise();
    }
    if (negated || words.size() == 1) {
      Comparator comparator = negated ? Comparator.HOLDS_NOT : Comparator.HOLDS;
      return allowed(text, fact, comparator)
          ? origins.note(new Comparison(fact, comparator, List.of()), text)
          : new Otherwise();
    }
    Comparator comparator = comparator(words);
    if (comparator == null || !allowed(text, fact, comparator)) {
      if (comparator == null) {
        problems.add(
            PolicyProblem.BAD_CONDITION,
            text.at(),
            "cannot read '"
                + NearestName.shorten(text.text())
                + "': expected "
                + expected(fact)
                + " after '"
                + fact.name()
                + "'"
                + ConditionAdvice.ofCondition(words));
      }
      return new Otherwise();
    }
    int from = 1 + words(comparator.words()).size();
    if (comparator.isOfStatement()) {
      return origins.note(new Comparison(fact, comparator, List.of()), text);
    }
    List<Operand> values = operands.read(text, fact, comparator, words.subList(from, words.size()));
    return origins.note(new Comparison(fact, comparator, values), text);
  }

  private @Nullable Fact fact(Scalar text, String name) {
    if (name.equals(Fact.AS_OF.name())) {
      return Fact.AS_OF;
    }
    Fact fact = facts.get(name);
    if (fact == null) {
      int column = Math.max(0, text.text().indexOf(name));
      problems.unknown(
          PolicyProblem.UNKNOWN_FACT, new Scalar(name, text.at().right(column)), facts.keySet());
    }
    return fact;
  }

  private boolean allowed(Scalar text, Fact fact, Comparator comparator) {
    if (comparator.isOfStatement() && (!ofCaution || fact.isOutside())) {
      problems.add(
          PolicyProblem.BAD_CONDITION,
          text.at(),
          ofCaution
              ? "no referral states '" + fact.name() + "', the date of the check"
              : "expected '"
                  + comparator.words()
                  + "' in a caution only; a rule depends on what is known, whether stated or"
                  + " assumed");
      return false;
    }
    if (comparator.allows(fact.type())) {
      return true;
    }
    problems.add(
        PolicyProblem.BAD_CONDITION,
        text.at(),
        "'"
            + fact.name()
            + "' is "
            + (fact.type() == FactType.SET ? "a set" : fact.type().expected())
            + "; expected "
            + expected(fact));
    return false;
  }

  private String expected(Fact fact) {
    List<String> forms = new ArrayList<>();
    for (Comparator comparator : COMPARATORS) {
      if (comparator.allows(fact.type()) && (ofCaution || !comparator.isOfStatement())) {
        forms.add(
            switch (comparator) {
              case HOLDS -> "'" + fact.name() + "' alone";
              case HOLDS_NOT -> "'not " + fact.name() + "'";
              default -> "'" + comparator.words() + "'";
            });
      }
    }
    return forms.isEmpty() ? "no condition on a text" : String.join(" or ", forms);
  }

  /** The comparator that matches most words after the fact; null if none does. */
  private static @Nullable Comparator comparator(List<String> words) {
    Comparator longest = null;
    int length = 0;
    for (Comparator comparator : COMPARATORS) {
      List<String> own = COMPARATOR_WORDS.getOrDefault(comparator, List.of());
      boolean room =
          comparator.isOfStatement() ? words.size() == own.size() + 1 : words.size() > own.size();
      if (own.size() > length && room && follow(words, own)) {
        longest = comparator;
        length = own.size();
      }
    }
    return longest;
  }

  private static boolean follow(List<String> words, List<String> own) {
    for (int i = 0; i < own.size(); i++) {
      if (!own.get(i).equals(words.get(i + 1))) {
        return false;
      }
    }
    return true;
  }

  /** The words of a text, between its spaces. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      if (to > from) {
        words.add(text.substring(from, to));
      }
      from = to + 1;
    }
    return words;
  }
}
