package clin087.decision;

import clin087.decision.Model.Ago;
import clin087.decision.Model.Answer;
import clin087.decision.Model.Cond;
import clin087.decision.Model.Days;
import clin087.decision.Model.Group;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Notice;
import clin087.decision.Model.Otherwise;
import clin087.decision.Model.Question;
import clin087.decision.Model.Test;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies and referrals that nobody would write, of every type of fact and condition. */
final class RandomModel {
  private static final List<String> OUTCOMES = List.of("proceed", "refuse", "redirect");

  private static final Map<Kind, List<String>> OPERATORS =
      Map.of(
          Kind.BOOLEAN, List.of("", "not"),
          Kind.CHOICE, List.of("is", "is not", "in", "not in"),
          Kind.SET, List.of("has", "lacks"),
          Kind.INTEGER, List.of(">=", ">", "<=", "<", "="),
          Kind.DECIMAL, List.of(">=", ">", "<=", "<", "="),
          Kind.DATE, List.of("before", "after", "on or before", "on or after"));

  private final Random random;
  private final List<Question> facts = new ArrayList<>();
  private final boolean rich;

  RandomModel(long seed) {
    this(seed, false);
  }

  /**
   * @param rich whether dates have limits, facts state others, and cautions ask if a fact is stated
   */
  RandomModel(long seed, boolean rich) {
    this.rich = rich;
    // neighbouring seeds begin with nearly the same numbers unless they are spread
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  Model next() {
    int many = 3 + random.nextInt(4);
    for (int i = 0; i < many; i++) {
      facts.add(fact(i, many));
    }
    if (rich && random.nextInt(3) == 0) {
      stateAnother();
    }
    List<Answer> verdicts = new ArrayList<>();
    int answers = 2 + random.nextInt(3);
    for (int i = 0; i < answers; i++) {
      Map<Integer, Object> afterwards = new HashMap<>();
      int fact = random.nextInt(many);
      if (random.nextInt(3) == 0 && facts.get(fact).kind() != Kind.TEXT) {
        afterwards.put(fact, setting(fact));
      }
      String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
      verdicts.add(new Answer("V" + i, outcome, "", afterwards));
    }
    verdicts.add(random.nextInt(answers), new Answer("OPEN", "incomplete", "Ask.", Map.of()));
    List<Law> rules = new ArrayList<>();
    int laws = 2 + random.nextInt(7);
    for (int i = 0; i < laws; i++) {
      Cond when = i == laws - 1 ? new Otherwise() : condition(0);
      int verdict = random.nextInt(verdicts.size());
      while (verdicts.get(verdict).id().equals("OPEN")) {
        verdict = random.nextInt(verdicts.size());
      }
      String clause = "c" + random.nextInt(4);
      List<String> seeAlso = random.nextBoolean() ? List.of() : List.of("c0", "c1");
      boolean attention = random.nextInt(4) == 0;
      String action = "Do " + random.nextInt(laws) + ".";
      rules.add(new Law("r" + i, attention, clause, seeAlso, when, verdict, action));
    }
    return new Model(List.copyOf(facts), verdicts, rules, notices(rules));
  }

  private List<Notice> notices(List<Law> rules) {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String outcome =
          random.nextBoolean() ? null : random.nextBoolean() ? "incomplete" : "proceed";
      boolean attention = random.nextInt(4) == 0;
      String clause = random.nextBoolean() ? "" : "c0";
      Cond when = condition(1);
      if (rich && random.nextBoolean()) {
        String operator = random.nextBoolean() ? "is stated" : "is not stated";
        Test stated = new Test(random.nextInt(facts.size()), operator, List.of());
        when = new Group(random.nextBoolean() ? "all" : "any", 0, List.of(when, stated));
      }
      String text = "Mind " + i + ".";
      notices.add(new Notice("n" + i, attention, clause, when, outcome, List.of(), text));
    }
    List<Integer> lost = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (random.nextInt(3) == 0) {
        lost.add(i);
      }
    }
    if (!lost.isEmpty()) {
      boolean attention = random.nextBoolean();
      String text = "{clause}: {action}";
      notices.add(random.nextInt(3), new Notice("lost", attention, "", null, null, lost, text));
    }
    return notices;
  }

  private Question fact(int index, int many) {
    List<Kind> kinds = List.of(Kind.values());
    Kind kind = index == 0 ? Kind.BOOLEAN : kinds.get(random.nextInt(kinds.size()));
    List<String> choices = new ArrayList<>();
    if (kind == Kind.CHOICE || kind == Kind.SET) {
      int values = 1 + random.nextInt(4);
      for (int i = 0; i < values; i++) {
        choices.add("v" + i);
      }
    }
    int decimals = kind == Kind.DECIMAL ? 1 + random.nextInt(2) : 0;
    BigDecimal min = BigDecimal.valueOf(random.nextInt(6) - 3);
    BigDecimal max = min.add(BigDecimal.valueOf(3 + random.nextInt(20)));
    String path = (random.nextInt(3) == 0 ? "/group/f" : "/f") + index;
    String clause = "c" + random.nextInt(4);
    Days days = kind == Kind.DATE && rich ? days() : Days.ANY;
    Question fact =
        new Question(
            path, kind, choices, decimals, min, max, days, null, List.of(), Map.of(), clause);
    if (random.nextInt(3) > 0 || kind == Kind.TEXT) {
      return fact;
    }
    List<Integer> unless = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      if (i != index && random.nextInt(3) == 0) {
        unless.add(i);
      }
    }
    Object value = value(fact);
    return new Question(
        path, kind, choices, decimals, min, max, days, value, unless, Map.of(), clause);
  }

  private Days days() {
    return switch (random.nextInt(4)) {
      case 0 -> new Days(null, "today");
      case 1 -> new Days(BruteForceTest.AS_OF.minusDays(60), "today");
      case 2 -> new Days("today", null);
      default -> new Days(null, BruteForceTest.AS_OF.plusDays(10));
    };
  }

  /** Has the last fact state the first. */
  private void stateAnother() {
    int last = facts.size() - 1;
    Question by = facts.get(last);
    facts.set(
        last,
        new Question(
            by.path(),
            by.kind(),
            by.choices(),
            by.decimals(),
            by.min(),
            by.max(),
            by.days(),
            by.otherwise(),
            by.unless(),
            Map.of(0, random.nextBoolean()),
            by.clause()));
  }

  private Cond condition(int depth) {
    if (depth == 3 || random.nextInt(3) == 0) {
      return test();
    }
    List<Cond> parts = new ArrayList<>();
    int many = 1 + random.nextInt(4);
    for (int i = 0; i < many; i++) {
      parts.add(condition(depth + 1));
    }
    String word = List.of("all", "any", "none", "atLeast").get(random.nextInt(4));
    return new Group(word, 1 + random.nextInt(many), parts);
  }

  private Test test() {
    if (random.nextInt(20) == 0) {
      return new Test(facts.size(), operator(Kind.DATE), List.of(date()));
    }
    int fact = random.nextInt(facts.size());
    Question question = facts.get(fact);
    Kind kind = question.kind();
    if (kind == Kind.TEXT) {
      return test();
    }
    String operator = operator(kind);
    List<Object> operands = new ArrayList<>();
    int many = operator.endsWith("in") ? 1 + random.nextInt(3) : kind == Kind.BOOLEAN ? 0 : 1;
    for (int i = 0; i < many; i++) {
      operands.add(
          switch (kind) {
            case SET -> question.choices().get(random.nextInt(question.choices().size()));
            case DATE -> date(question);
            default -> value(question);
          });
    }
    return new Test(fact, operator, operands);
  }

  private String operator(Kind kind) {
    List<String> operators = OPERATORS.getOrDefault(kind, List.of());
    return operators.get(random.nextInt(operators.size()));
  }

  /** A day, or so long ago; near enough to each other that their order can be either way. */
  private Object date() {
    if (random.nextBoolean()) {
      return day();
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Ago(random.nextInt(70), ChronoUnit.DAYS);
      case 1 -> new Ago(random.nextInt(12), ChronoUnit.WEEKS);
      case 2 -> new Ago(random.nextInt(4), ChronoUnit.MONTHS);
      default -> new Ago(random.nextInt(2), ChronoUnit.YEARS);
    };
  }

  /** One that the limits of the fact let a policy name. */
  private Object date(Question question) {
    Object date = date();
    boolean below = date instanceof LocalDate day && isBefore(day, question.days().min());
    boolean above = date instanceof LocalDate day && isAfter(day, question.days().max());
    return below || above ? date(question) : date;
  }

  private static boolean isBefore(LocalDate day, @Nullable Object limit) {
    return limit instanceof LocalDate fixed && day.isBefore(fixed);
  }

  private static boolean isAfter(LocalDate day, @Nullable Object limit) {
    return limit instanceof LocalDate fixed && day.isAfter(fixed);
  }

  private LocalDate day() {
    return BruteForceTest.AS_OF.plusDays(random.nextInt(160) - 110L);
  }

  /** What a verdict's next step makes true: of a set, one member. */
  private Object setting(int fact) {
    Question question = facts.get(fact);
    return question.kind() == Kind.SET ? Set.of(question.choices().get(0)) : value(question);
  }

  /** Any value that a referral may state. */
  Object value(Question question) {
    return switch (question.kind()) {
      case BOOLEAN -> random.nextBoolean();
      case TEXT -> "stated";
      case CHOICE -> question.choices().get(random.nextInt(question.choices().size()));
      case SET -> {
        Set<String> members = new HashSet<>();
        for (String choice : question.choices()) {
          if (random.nextBoolean()) {
            members.add(choice);
          }
        }
        yield members;
      }
      case INTEGER, DECIMAL -> {
        int steps =
            question
                .max()
                .subtract(question.min())
                .movePointRight(question.decimals())
                .intValueExact();
        BigDecimal more = BigDecimal.valueOf(random.nextInt(steps + 1), question.decimals());
        yield question.min().add(more);
      }
      case DATE -> {
        LocalDate day = day();
        while (!question.days().allow(day, BruteForceTest.AS_OF)) {
          day = day();
        }
        yield day;
      }
    };
  }

  /** What a referral may state of a fact: a value, or some members of a set. */
  private @Nullable Object statement(Question question) {
    if (question.kind() != Kind.SET || random.nextBoolean()) {
      return value(question);
    }
    Map<String, Boolean> members = new LinkedHashMap<>();
    for (String choice : question.choices()) {
      if (random.nextInt(3) > 0) {
        members.put(choice, random.nextInt(3) == 0);
      }
    }
    if (members.size() < question.choices().size()) {
      return members.isEmpty() ? null : members;
    }
    members.values().removeIf(holds -> !holds);
    return new HashSet<>(members.keySet());
  }

  /**
   * What a referral states: by fact, null where nothing is.
   *
   * @param most how many completions there may be
   */
  @Nullable Object[] stated(Model model, BruteForce evaluator, int most) {
    @Nullable Object[] stated = new Object[model.facts().size()];
    int known = random.nextInt(4);
    for (int i = 0; i < stated.length; i++) {
      stated[i] = random.nextInt(4) < known ? statement(model.facts().get(i)) : null;
    }
    while (evaluator.completions().count(stated) > most) {
      int fact = random.nextInt(stated.length);
      stated[fact] = value(model.facts().get(fact));
    }
    for (int i = 0; i < stated.length; i++) {
      boolean states = stated[i] != null;
      model
          .facts()
          .get(i)
          .states()
          .forEach(
              (other, value) -> {
                // else the referral contradicts itself
                stated[other] = states && stated[other] != null ? value : stated[other];
              });
    }
    return stated;
  }

  /** What the option assumes: by fact. */
  Map<Integer, Object> options(Model model) {
    Map<Integer, Object> options = new HashMap<>();
    if (random.nextBoolean()) {
      for (int fact : model.factsOfRules()) {
        if (random.nextInt(4) == 0) {
          options.put(fact, value(model.facts().get(fact)));
        }
      }
    }
    return options;
  }
}
