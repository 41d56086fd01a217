package clin087.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the {@link BruteForce} evaluator knows it, written without any of the program's
 * types: facts by their number, values as plain objects (Boolean, String, Set, BigDecimal,
 * LocalDate), and conditions of its own. A set that is stated in part is a Map of its members to
 * Booleans. The date of the check is one more value, after the last fact's, and after it comes the
 * Set of the facts that the referral states.
 */
record Model(List<Question> facts, List<Answer> verdicts, List<Law> rules, List<Notice> notices) {

  enum Kind {
    BOOLEAN,
    CHOICE,
    SET,
    INTEGER,
    DECIMAL,
    DATE,
    TEXT
  }

  /** What may be stated. */
  record Question(
      String path,
      Kind kind,
      List<String> choices,
      int decimals,
      BigDecimal min,
      BigDecimal max,
      Days days,
      @Nullable Object otherwise,
      List<Integer> unless,
      Map<Integer, Object> states,
      String clause) {

    /** A value as an output would show it. */
    String show(Object value) {
      if (value instanceof Map<?, ?> members) {
        return choices.stream()
            .filter(members::containsKey)
            .map(member -> member + ":" + members.get(member))
            .toList()
            .toString();
      }
      if (value instanceof Set<?> members) {
        return choices.stream().filter(members::contains).collect(Collectors.joining(","));
      }
      return value instanceof BigDecimal number
          ? number.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString()
          : value.toString();
    }
  }

  /**
   * The days that a date may be; each limit is a LocalDate, "today", or null where there is none.
   */
  record Days(@Nullable Object min, @Nullable Object max) {
    static final Days ANY = new Days(null, null);

    LocalDate first(LocalDate asOf) {
      return min == null ? LocalDate.of(0, 1, 1) : day(min, asOf);
    }

    LocalDate last(LocalDate asOf) {
      return max == null ? LocalDate.of(9999, 12, 31) : day(max, asOf);
    }

    private static LocalDate day(Object limit, LocalDate asOf) {
      return limit instanceof LocalDate day ? day : asOf;
    }

    boolean allow(LocalDate day, LocalDate asOf) {
      return !day.isBefore(first(asOf)) && !day.isAfter(last(asOf));
    }
  }

  /** A verdict, the action of the one for missing facts, and what its next step makes true. */
  record Answer(String id, String outcome, String action, Map<Integer, Object> afterwards) {}

  /** A rule. */
  record Law(
      String id,
      boolean attention,
      String clause,
      List<String> seeAlso,
      Cond when,
      int verdict,
      String action) {}

  /** A caution: by its condition, or for rules that must not be lost. */
  record Notice(
      String id,
      boolean attention,
      String clause,
      @Nullable Cond when,
      @Nullable String outcome,
      List<Integer> rules,
      String text) {}

  sealed interface Cond {
    boolean holds(@Nullable Object[] values);

    /** Every bullet, in order. */
    List<Test> tests();

    /** The facts that it names, each once, in order; the date of the check is none. */
    default List<Integer> named(int facts) {
      Set<Integer> named = new LinkedHashSet<>();
      tests().stream().filter(test -> !test.isOfStatement()).forEach(it -> named.add(it.fact()));
      named.remove(facts);
      return new ArrayList<>(named);
    }
  }

  /** The catch-all. */
  record Otherwise() implements Cond {
    @Override
    public boolean holds(@Nullable Object[] values) {
      return true;
    }

    @Override
    public List<Test> tests() {
      return List.of();
    }
  }

  /** So many days, weeks, months or years before the date of the check. */
  record Ago(int count, ChronoUnit unit) {
    LocalDate from(LocalDate asOf) {
      return switch (unit) {
        case DAYS -> asOf.minusDays(count);
        case WEEKS -> asOf.minusWeeks(count);
        case MONTHS -> asOf.minusMonths(count);
        default -> asOf.minusYears(count);
      };
    }
  }

  /** At least some and at most some of the parts: all, any and none of them too. */
  record Group(String word, int least, List<Cond> parts) implements Cond {
    @Override
    public boolean holds(@Nullable Object[] values) {
      int held = 0;
      for (Cond part : parts) {
        held += part.holds(values) ? 1 : 0;
      }
      return switch (word) {
        case "all" -> held == parts.size();
        case "any" -> held > 0;
        case "none" -> held == 0;
        default -> held >= least;
      };
    }

    @Override
    public List<Test> tests() {
      return parts.stream().flatMap(part -> part.tests().stream()).toList();
    }
  }

  /** One comparison. */
  record Test(int fact, String operator, List<Object> operands) implements Cond {
    @Override
    public boolean holds(@Nullable Object[] values) {
      if (isOfStatement()) {
        Set<?> stated = (Set<?>) values[values.length - 1];
        return stated != null && stated.contains(fact) == operator.equals("is stated");
      }
      Object value = values[fact];
      LocalDate asOf = (LocalDate) values[values.length - 2];
      if (value == null || asOf == null) {
        throw new IllegalStateException("only completions are tested");
      }
      return switch (operator) {
        case "" -> value.equals(true);
        case "not" -> value.equals(false);
        case "is", "in" -> operands.contains(value);
        case "is not", "not in" -> !operands.contains(value);
        case "has" -> ((Set<?>) value).contains(operands.get(0));
        case "lacks" -> !((Set<?>) value).contains(operands.get(0));
        case "=" -> compare(value, asOf) == 0;
        case ">", "after" -> compare(value, asOf) > 0;
        case ">=", "on or after" -> compare(value, asOf) >= 0;
        case "<", "before" -> compare(value, asOf) < 0;
        case "<=", "on or before" -> compare(value, asOf) <= 0;
        default -> throw new IllegalStateException(operator);
      };
    }

    /** Whether it asks if the fact is stated. */
    boolean isOfStatement() {
      return operator.endsWith(" stated");
    }

    /** What it compares with on the date of the check. */
    Object operand(LocalDate asOf) {
      return operands.get(0) instanceof Ago ago ? ago.from(asOf) : operands.get(0);
    }

    private int compare(Object value, LocalDate asOf) {
      return value instanceof BigDecimal number
          ? number.compareTo((BigDecimal) operand(asOf))
          : ((LocalDate) value).compareTo((LocalDate) operand(asOf));
    }

    @Override
    public List<Test> tests() {
      return List.of(this);
    }
  }

  /** Every condition anywhere in it. */
  List<Cond> conditions() {
    List<Cond> conditions = new ArrayList<>();
    rules.forEach(rule -> conditions.add(rule.when()));
    notices.stream()
        .filter(notice -> notice.when() != null)
        .forEach(notice -> conditions.add(notice.when()));
    return conditions;
  }

  /** The facts that the rules name, in the order in which they first ask for them. */
  List<Integer> factsOfRules() {
    Set<Integer> named = new LinkedHashSet<>();
    rules.forEach(rule -> named.addAll(rule.when().named(facts.size())));
    return new ArrayList<>(named);
  }
}
