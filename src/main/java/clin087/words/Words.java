package clin087.words;

import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts conditions and values into plain English, with the labels that the policy gives to its facts
 * and their values. A value's label is enough, as in "seen in the foot clinic, an open ulcer"; a
 * fact's label is added before a number or a day, as in "age 40 years or more", and before "not
 * stated".
 */
public final class Words {
  private final @Nullable LocalDate asOf;

  /**
   * Makes the words for a date of the check.
   *
   * @param asOf the date from which "6 months ago" is counted back, so that the words can add the
   *     day; null if the words are to be true on any day
   */
  public Words(@Nullable LocalDate asOf) {
    this.asOf = asOf;
  }

  /** A range of values, from the least to the greatest. */
  public record Range(long min, long max) {
    public Range {
      if (min > max) {
        throw new IllegalArgumentException(min + " > " + max);
      }
    }
  }

  /** A condition as a phrase with its bullets. */
  public Phrase of(Condition condition) {
    return of(condition, null);
  }

  private Phrase of(Condition condition, @Nullable String clause) {
    if (condition instanceof Comparison comparison) {
      return new Phrase(comparison(comparison), clause, List.of());
    }
    if (condition instanceof Bullets bullets) {
      List<Phrase> parts = new ArrayList<>();
      for (Bullet bullet : bullets.bullets()) {
        parts.add(of(bullet.condition(), bullet.clause()));
      }
      return new Phrase(quantifier(bullets), clause, parts);
    }
    return new Phrase("in every other case", clause, List.of());
  }

  private static String quantifier(Bullets bullets) {
    return switch (bullets.quantifier()) {
      case ALL -> "all of";
      case ANY -> "any of";
      case NONE -> "none of";
      case AT_LEAST -> "at least " + bullets.n() + " of";
    };
  }

  /** A comparison, such as "age is 18 years or more". */
  String comparison(Comparison comparison) {
    Fact fact = comparison.fact();
    String label = fact.label();
    List<String> operands = new ArrayList<>();
    for (Operand operand : comparison.operands()) {
      operands.add(operand(fact, operand));
    }
    String value = joined(operands, "or");
    return switch (comparison.comparator()) {
      case HOLDS -> value(fact, 1);
      case HOLDS_NOT -> value(fact, 0);
      case IS, IN, HAS -> value;
      case IS_NOT, LACKS, NOT_IN -> noneOf(operands);
      case AT_LEAST -> label + " is " + value + " or more";
      case MORE_THAN -> label + " is more than " + value;
      case AT_MOST -> label + " is " + value + " or less";
      case LESS_THAN -> label + " is less than " + value;
      case EQUAL -> label + " is " + value;
      case STATED, NOT_STATED -> label + " " + comparison.comparator().words();
      case BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER ->
          label + " " + comparison.comparator().words() + " " + value;
    };
  }

  private String operand(Fact fact, Operand operand) {
    if (operand.ago() == null) {
      boolean member = fact.type() == FactType.SET;
      return value(fact, member ? 1L << operand.code() : operand.code());
    }
    return asOf == null
        ? operand.words()
        : operand.words() + " (" + value(fact, operand.code(asOf.toEpochDay())) + ")";
  }

  /** A value without its fact: a label, the members of a set, a number with its unit. */
  public static String value(Fact fact, long code) {
    List<String> words = new ArrayList<>();
    for (String word : fact.words(code)) {
      int choice = fact.choice(word);
      words.add(choice < 0 ? word : fact.choices().get(choice).label());
    }
    String value = words.isEmpty() ? "none" : joined(words, "and");
    return value + unit(fact);
  }

  private static String unit(Fact fact) {
    return fact.limits().unit().isEmpty() ? "" : " " + fact.limits().unit();
  }

  /** A value of a fact, in words that show which fact it is. */
  public static String fact(Fact fact, long code) {
    return switch (fact.type()) {
      case TEXT -> fact.label() + " stated";
      case SET -> members(fact, code, ~code);
      default -> values(fact, List.of(new Range(code, code)), false);
    };
  }

  /**
   * Several values of a fact that is not a set, such as "age 18 to 64 years or not stated" or "left
   * side or both sides".
   *
   * @param ranges the values, ascending and without overlaps
   * @param unstated whether the fact may also be not stated
   */
  public static String values(Fact fact, List<Range> ranges, boolean unstated) {
    if (ranges.isEmpty()) {
      return fact.label() + " not stated";
    }
    String stated = covers(fact, ranges) ? fact.label() + " stated" : stated(fact, ranges);
    if (!unstated) {
      return stated;
    }
    boolean named = stated.startsWith(fact.label());
    return stated + " or " + (named ? "" : fact.label() + " ") + "not stated";
  }

  private static String stated(Fact fact, List<Range> ranges) {
    List<String> values = new ArrayList<>();
    for (Range range : ranges) {
      if (fact.type().isOrdered()) {
        values.add(range(fact, range));
      } else {
        for (long code = range.min(); code <= range.max(); code++) {
          values.add(value(fact, code));
        }
      }
    }
    return (fact.type().isOrdered() ? fact.label() + " " : "") + joined(values, "or");
  }

  private static boolean covers(Fact fact, List<Range> ranges) {
    long next = fact.limits().min();
    for (Range range : ranges) {
      if (range.min() > next) {
        return false;
      }
      next = range.max() + 1;
    }
    return next > fact.limits().max();
  }

  private static String range(Fact fact, Range range) {
    boolean date = fact.type() == FactType.DATE;
    if (range.min() == range.max()) {
      return value(fact, range.min());
    }
    if (range.max() >= fact.limits().max()) {
      return value(fact, range.min()) + (date ? " or later" : " or more");
    }
    if (range.min() <= fact.limits().min()) {
      return value(fact, range.max()) + (date ? " or earlier" : " or less");
    }
    return fact.words(range.min()).get(0) + " to " + value(fact, range.max());
  }

  /**
   * Several values of a set, such as "an infection, not an open ulcer".
   *
   * @param present the members that every value has, a bit each
   * @param absent the members that no value has
   */
  public static String members(Fact set, long present, long absent) {
    List<String> has = labels(set, present);
    List<String> lacks = labels(set, absent);
    List<String> free = labels(set, ~present & ~absent);
    String members = joined(has, "and");
    if (free.isEmpty()) {
      return set.label() + ": " + (has.isEmpty() ? "none" : members + " alone");
    }
    if (free.size() < lacks.size()) {
      // shorter than the list of all that it lacks
      String most = (has.isEmpty() ? "at most " : ", at most also ") + joined(free, "and");
      return set.label() + ": " + members + most;
    }
    return members + (has.isEmpty() || lacks.isEmpty() ? "" : ", ") + noneOf(lacks);
  }

  private static List<String> labels(Fact set, long members) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < set.choices().size(); i++) {
      if ((members >> i & 1) == 1) {
        labels.add(set.choices().get(i).label());
      }
    }
    return labels;
  }

  private static String noneOf(List<String> values) {
    if (values.size() < 2) {
      return values.isEmpty() ? "" : "not " + values.get(0);
    }
    return (values.size() == 2 ? "neither " : "none of ")
        + joined(values, values.size() == 2 ? "nor" : "and");
  }

  /** "one", "one or two", "one, two or three". */
  static String joined(List<String> values, String last) {
    int size = values.size();
    if (size < 2) {
      return String.join("", values);
    }
    return String.join(", ", values.subList(0, size - 1)) + " " + last + " " + values.get(size - 1);
  }
}
