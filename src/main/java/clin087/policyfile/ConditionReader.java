package clin087.policyfile;

import clin087.policy.Comparator;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Condition.Quantifier;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import clin087.policy.Place;
import clin087.text.NearestName;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Scalar;
import clin087.yaml.ProblemKind;
import clin087.yaml.Problems;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a policy file. */
final class ConditionReader {
  private static final Comparator[] COMPARATORS = Comparator.values();
  private static final Quantifier[] QUANTIFIERS = Quantifier.values();

  private static final Map<Comparator, List<String>> COMPARATOR_WORDS =
      new EnumMap<>(Comparator.class);

  static {
    for (Comparator comparator : COMPARATORS) {
      COMPARATOR_WORDS.put(comparator, words(comparator.words()));
    }
  }

  private final Map<String, Fact> facts;
  private final boolean ofCaution;
  private final List<Scalar> cited = new ArrayList<>();
  private final Problems problems;
  private final Origins origins;

  /**
   * @param facts by their names
   * @param ofCaution whether they may ask if a fact is stated
   */
  ConditionReader(Map<String, Fact> facts, boolean ofCaution, Problems problems, Origins origins) {
    this.facts = facts;
    this.ofCaution = ofCaution;
    this.problems = problems;
    this.origins = origins;
  }

  /** A condition; one that always holds stands in for what cannot be read, which is reported. */
  Condition read(Node node) {
    if (node instanceof Scalar text) {
      return text.text().equals("otherwise")
          ? origins.note(new Otherwise(), text)
          : comparison(text);
    }
    return bullet(node).condition();
  }

  /** The clauses that the bullets read so far cite. */
  List<Scalar> cited() {
    return cited;
  }

  private Bullet bullet(Node node) {
    if (node instanceof Scalar text) {
      return origins.note(new Bullet(comparison(text), null), text);
    }
    Keys keys = new Keys(node, problems, PolicyKeys.BULLETS.names());
    Scalar clause = keys.optional("clause");
    if (clause != null) {
      cited.add(clause);
    }
    return origins.note(new Bullet(list(keys), clause == null ? null : clause.text()), node);
  }

  private Condition list(Keys keys) {
    Condition found = null;
    Node when = keys.get("when");
    if (when != null) {
      found = when instanceof Scalar text ? comparison(text) : bullet(when).condition();
    }
    for (Quantifier quantifier : QUANTIFIERS) {
      boolean counted = quantifier == Quantifier.AT_LEAST;
      String key = counted ? "of" : quantifier.name().toLowerCase(Locale.ROOT);
      if (keys.get(key) == null) {
        continue;
      }
      if (found != null) {
        problems.add(
            ProblemKind.BAD_CONDITION,
            keys.at(),
            "expected one of all, any, none, atLeast or when, found two");
      }
      List<Bullet> bullets = new ArrayList<>();
      for (Node item : keys.items(key)) {
        bullets.add(bullet(item));
      }
      int n = counted ? (int) Math.min(keys.number("atLeast", 0), bullets.size() + 1L) : 0;
      if (bullets.isEmpty()) {
        problems.add(
            ProblemKind.BAD_CONDITION,
            keys.at(),
            "expected at least one bullet under '" + key + "'");
      } else if (counted && (n < 1 || n > bullets.size())) {
        problems.add(
            ProblemKind.BAD_CONDITION,
            keys.at(),
            "expected 'atLeast: N' with N from 1 to " + bullets.size());
      }
      found = origins.note(new Bullets(quantifier, n, bullets), keys.item());
    }
    if (keys.get("atLeast") != null && keys.get("of") == null) {
      problems.add(
          ProblemKind.BAD_CONDITION, keys.at(), "expected 'of:' with the bullets beside 'atLeast'");
    } else if (found == null) {
      problems.add(
          ProblemKind.BAD_CONDITION,
          keys.at(),
          "expected all, any, none, atLeast with of, or when");
    }
    return found == null ? new Otherwise() : found;
  }

  private Condition comparison(Scalar text) {
    List<String> words = words(text.text());
    boolean negated = words.size() == 2 && words.get(0).equals("not");
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
            ProblemKind.BAD_CONDITION,
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
    List<Operand> operands = operands(text, fact, comparator, words.subList(from, words.size()));
    return origins.note(new Comparison(fact, comparator, operands), text);
  }

  private @Nullable Fact fact(Scalar text, String name) {
    if (name.equals(Fact.AS_OF.name())) {
      return Fact.AS_OF;
    }
    Fact fact = facts.get(name);
    if (fact == null) {
      int column = Math.max(0, text.text().indexOf(name));
      problems.unknown(
          ProblemKind.UNKNOWN_FACT, new Scalar(name, text.at().right(column)), facts.keySet());
    }
    return fact;
  }

  private boolean allowed(Scalar text, Fact fact, Comparator comparator) {
    if (comparator.isOfStatement() && (!ofCaution || fact.isOutside())) {
      problems.add(
          ProblemKind.BAD_CONDITION,
          text.at(),
          ofCaution
              ? "no referral states '" + fact.name() + "', the date of the check"
              : "expected '"
                  + comparator.words()
                  + "' in a caution only; a rule goes by what is known, stated or assumed");
      return false;
    }
    if (comparator.allows(fact.type())) {
      return true;
    }
    problems.add(
        ProblemKind.BAD_CONDITION,
        text.at(),
        "'" + fact.name() + "' is " + fact.type().expected() + "; expected " + expected(fact));
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

  /** The comparator with the most words that the text has behind the fact. */
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

  private List<Operand> operands(
      Scalar text, Fact fact, Comparator comparator, List<String> words) {
    String rest = String.join(" ", words);
    if (comparator != Comparator.IN && comparator != Comparator.NOT_IN) {
      return List.of(operand(text, fact, rest));
    }
    if (!rest.startsWith("(") || !rest.endsWith(")")) {
      problems.add(ProblemKind.BAD_CONDITION, text.at(), "expected values in brackets: (one, two)");
      return List.of(new Operand(rest, 0, null));
    }
    List<Operand> operands = new ArrayList<>();
    for (String word : rest.substring(1, rest.length() - 1).split(",", -1)) {
      operands.add(operand(text, fact, word.strip()));
    }
    return operands;
  }

  private Operand operand(Scalar text, Fact fact, String words) {
    List<String> parts = words(words);
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
      report(text, fact, value);
      code = fact.limits().min();
    }
    boolean member = fact.type() == FactType.SET;
    return new Operand(words, member ? Long.numberOfTrailingZeros(code) : code, null);
  }

  private void report(Scalar text, Fact fact, String value) {
    Place at = text.at().right(Math.max(0, text.text().indexOf(value)));
    if (!fact.type().isListed()) {
      String expected =
          fact.type() == FactType.DATE
              ? "a date YYYY-MM-DD, 'today' or 'N weeks ago'"
              : fact.expected();
      problems.add(
          ProblemKind.UNKNOWN_VALUE,
          at,
          "expected "
              + expected
              + " after '"
              + fact.name()
              + "'"
              + ConditionAdvice.ofNumber(fact, value));
    } else {
      problems.unknown(ProblemKind.UNKNOWN_VALUE, new Scalar(value, at), fact.values());
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

  private static List<String> words(String text) {
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
