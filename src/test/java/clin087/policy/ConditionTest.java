package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Condition.Quantifier;
import clin087.policyfile.PolicyFile;
import clin087.referral.SingleValueReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each comparison lets pass, and how conditions combine and print. The date is 2026-11-22. */
class ConditionTest {

  /** Comparator, the condition, values that pass, values that fail. */
  private static final String TABLE =
      """
      HOLDS        | treated                                   | true                | false
      HOLDS_NOT    | not treated                               | false               | true
      IS           | side is left                              | left                | right both
      IS_NOT       | side is not left                          | right both          | left
      IN           | side in (left, both)                      | left both           | right
      IN           | side in (right)                           | right               | left both
      NOT_IN       | side not in (left, both)                  | right               | left both
      NOT_IN       | side not in (right)                       | left both           | right
      HAS          | symptoms.list has pain                    | ["pain"] ["numbness","pain"] | [] ["weakness","numbness"]
      HAS          | symptoms.list has numbness                | ["numbness"]        | [] ["pain","weakness"]
      LACKS        | symptoms.list lacks pain                  | [] ["weakness"]     | ["pain"] ["pain","weakness","numbness"]
      AT_LEAST     | age >= 18                                 | 18 19 130           | 0 17
      MORE_THAN    | age > 18                                  | 19 130              | 0 17 18
      AT_MOST      | age <= 18 years                           | 0 17 18             | 19 130
      LESS_THAN    | age < 18                                  | 0 17                | 18 130
      EQUAL        | age = 18                                  | 18                  | 17 19
      AT_LEAST     | score >= -3                               | -3 0 10             | -4 -10
      AT_LEAST     | bmi >= 18.5 kg/m2                         | 18.5 18.6 99.9      | 10 18.4
      MORE_THAN    | bmi > 18.5                                | 18.6 99.9           | 18.5 18.4
      AT_MOST      | bmi <= 40                                 | 10 39.9 40.0        | 40.1
      LESS_THAN    | bmi < 40                                  | 10 39.9             | 40 40.1
      EQUAL        | bmi = 25                                  | 25 25.0 2.5e1       | 24.9 25.1
      BEFORE       | symptoms.since before 2024-02-29          | 2024-02-28 0000-01-01 | 2024-02-29 9999-12-31
      AFTER        | symptoms.since after 2024-02-29           | 2024-03-01          | 2024-02-29 2024-02-28
      ON_OR_BEFORE | symptoms.since on or before 2024-02-29    | 2024-02-29          | 2024-03-01
      ON_OR_AFTER  | symptoms.since on or after 2024-02-29     | 2024-02-29          | 2024-02-28
      BEFORE       | symptoms.since before today               | 2026-11-21          | 2026-11-22
      ON_OR_AFTER  | symptoms.since on or after 1 day ago      | 2026-11-21          | 2026-11-20
      BEFORE       | symptoms.since before 10 days ago         | 2026-11-11          | 2026-11-12
      BEFORE       | symptoms.since before 12 weeks ago        | 2026-08-29          | 2026-08-30
      ON_OR_BEFORE | symptoms.since on or before 1 week ago    | 2026-11-15          | 2026-11-16
      AFTER        | symptoms.since after 9 months ago         | 2026-02-23          | 2026-02-22
      BEFORE       | symptoms.since before 1 month ago         | 2026-10-21          | 2026-10-22
      AFTER        | symptoms.since after 2 years ago          | 2024-11-23          | 2024-11-22
      BEFORE       | symptoms.since before 1 year ago          | 2025-11-21          | 2025-11-22
      AFTER        | symptoms.since after 99999 years ago      | 0000-01-01          |
      """;

  /** One line of the table. */
  record Row(Comparator comparator, String text, List<String> pass, List<String> fail) {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.split("\\|", -1);
      rows.add(
          new Row(
              Comparator.valueOf(cells[0].strip()),
              cells[1].strip(),
              words(cells[2]),
              words(cells[3])));
    }
    return rows;
  }

  private static List<String> words(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split(" ", -1));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aComparisonLetsPassWhatItsWordsSay(Row row) {
    Comparison comparison = (Comparison) Given.condition(row.text());
    assertEquals(row.comparator(), comparison.comparator());
    long today = Given.AS_OF.toEpochDay();
    for (String word : row.pass()) {
      assertTrue(comparison.test(code(comparison.fact(), word), today), word);
    }
    for (String word : row.fail()) {
      assertFalse(comparison.test(code(comparison.fact(), word), today), word);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aComparisonPrintsAsItWasWrittenAndReadsTheSameAgain(Row row) {
    String printed = Given.condition(row.text()).toString();
    assertEquals(row.text(), printed);
    assertEquals(printed, Given.condition(printed).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"symptoms.list is stated", "reference is not stated"})
  void aCautionMayAskWhetherAFactIsStated(String text) {
    String caution = "cautions:\n  - caution: probe\n    message: Mind.\n    when: " + text + "\n";
    String yaml = Given.resource("every-feature.yaml").replace("cautions:\n", caution);
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    Condition when = policy.cautions().get(0).when();
    assertEquals(text, String.valueOf(when));
    Facts stated = facts(Fact.UNSTATED, true);
    Facts assumed = facts(1, false);
    assertEquals(Truth.of(!text.contains("not")), when.evaluate(stated));
    assertEquals(Truth.of(text.contains("not")), when.evaluate(assumed));
  }

  private static Facts facts(long value, boolean stated) {
    return new Facts() {
      @Override
      public long value(Fact fact) {
        return value;
      }

      @Override
      public boolean isStated(Fact fact) {
        return stated;
      }

      @Override
      public long asOf() {
        return Given.AS_OF.toEpochDay();
      }
    };
  }

  @Test
  void theTableHasEveryComparator() {
    Set<Comparator> met = EnumSet.noneOf(Comparator.class);
    rows().forEach(row -> met.add(row.comparator()));
    for (Comparator comparator : Comparator.values()) {
      if (comparator.isOfStatement()) {
        met.add(comparator); // no value passes or fails it
      }
    }
    assertEquals(EnumSet.allOf(Comparator.class), met);
  }

  @Test
  void whiteSpaceBetweenWordsDoesNotCount() {
    assertEquals("age >= 18 years", Given.condition("age   >=  18   years").toString());
    assertEquals("side in (left, both)", Given.condition("side in ( left ,both )").toString());
  }

  @ParameterizedTest
  @CsvSource({
    // the day of the month that the earlier month does not have
    "2026-03-31, 1, 2026-02-28",
    "2024-03-31, 1, 2024-02-29",
    "2024-02-29, 12, 2023-02-28",
  })
  void monthsAgoEndWithTheMonth(String today, String months, String day) {
    Comparison comparison =
        (Comparison) Given.condition("symptoms.since on or after " + months + " months ago");
    long asOf = LocalDate.parse(today).toEpochDay();
    assertTrue(comparison.test(code(comparison.fact(), day), asOf));
    assertFalse(comparison.test(code(comparison.fact(), day) - 1, asOf));
  }

  @Test
  void conditionsPrintBackInOneLine() {
    List<String> printed =
        Given.everyFeature().rules().stream().map(rule -> rule.when().toString()).toList();
    assertEquals(
        "at least 2 of (treated; side is left; all of (age >= 18; any of (bmi < 30;"
            + " none of (treated))); any of (treated; side is both))",
        printed.get(3));
    assertEquals("otherwise", printed.get(4));
  }

  private static Truth atLeast(int n, List<Truth> parts) {
    List<Bullet> bullets = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Fact fact =
          new Fact(
              i,
              "/part" + i,
              "part",
              FactType.BOOLEAN,
              List.of(),
              "?",
              null,
              Fact.UNSTATED,
              List.of(),
              true,
              List.of(),
              new Limits(0, 1, 0, "", false, 0, true));
      bullets.add(new Bullet(new Comparison(fact, Comparator.HOLDS, List.of()), null));
    }
    return new Bullets(Quantifier.AT_LEAST, n, bullets)
        .evaluate(
            new Facts() {
              @Override
              public long value(Fact fact) {
                return switch (parts.get(fact.index())) {
                  case TRUE -> 1;
                  case FALSE -> 0;
                  case UNKNOWN -> Fact.UNSTATED;
                };
              }

              @Override
              public long asOf() {
                return 0;
              }
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void atLeastIsUnknownWhileTheUnknownPartsMayDecide(int n) {
    for (Truth a : Truth.values()) {
      for (Truth b : Truth.values()) {
        for (Truth c : Truth.values()) {
          List<Truth> parts = List.of(a, b, c);
          boolean some = false;
          boolean every = true;
          for (int bits = 0; bits < 8; bits++) {
            int held = 0;
            for (int i = 0; i < 3; i++) {
              boolean chosen = (bits >> i & 1) == 1;
              held += parts.get(i) == Truth.UNKNOWN ? (chosen ? 1 : 0) : holds(parts.get(i));
            }
            some |= held >= n;
            every &= held >= n;
          }
          Truth expected = every ? Truth.TRUE : some ? Truth.UNKNOWN : Truth.FALSE;
          assertEquals(expected, atLeast(n, parts), n + " of " + parts);
        }
      }
    }
  }

  private static int holds(Truth truth) {
    return truth == Truth.TRUE ? 1 : 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {all: [treated, side is left]}             | true  | left  | TRUE
          {all: [treated, side is left]}             | true  |       | UNKNOWN
          {all: [treated, side is left]}             |       | right | FALSE
          {any: [treated, side is left]}             |       | left  | TRUE
          {any: [treated, side is left]}             | false |       | UNKNOWN
          {any: [treated, side is left]}             | false | right | FALSE
          {none: [treated, side is left]}            | false | right | TRUE
          {none: [treated, side is left]}            |       | right | UNKNOWN
          {none: [treated, side is left]}            |       | left  | FALSE
          {atLeast: 1, of: [treated, side is left]}  | false | left  | TRUE
          {atLeast: 2, of: [treated, side is left]}  | true  |       | UNKNOWN
          {atLeast: 2, of: [treated, side is left]}  | false |       | FALSE
          """)
  void listsAreTrueFalseOrUnknown(String when, String treated, String side, Truth expected) {
    Map<String, String> stated = new HashMap<>();
    stated.put("/treated", treated);
    stated.put("/side", side);
    assertEquals(expected, Given.condition(when).evaluate(facts(stated)));
  }

  @Test
  void theCatchAllHoldsWhateverIsUnknown() {
    assertEquals(Truth.TRUE, new Condition.Otherwise().evaluate(facts(Map.of())));
  }

  @Test
  void theOppositeOfUnknownIsUnknown() {
    assertEquals(Truth.FALSE, Truth.TRUE.not());
    assertEquals(Truth.TRUE, Truth.FALSE.not());
    assertEquals(Truth.UNKNOWN, Truth.UNKNOWN.not());
  }

  private static Facts facts(Map<String, String> stated) {
    return new Facts() {
      @Override
      public long value(Fact fact) {
        String word = stated.get(fact.path());
        return word == null ? Fact.UNSTATED : code(fact, word);
      }

      @Override
      public long asOf() {
        return Given.AS_OF.toEpochDay();
      }
    };
  }

  private static long code(Fact fact, String word) {
    long code = SingleValueReader.code(fact, word);
    assertTrue(code != Fact.UNSTATED, () -> word + " is no value of " + fact.name());
    return code;
  }
}
