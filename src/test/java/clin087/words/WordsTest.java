package clin087.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.words.Words.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  private static final Policy POLICY = Given.everyFeature();
  private static final Words ANY_DAY = new Words(null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "treated | treated",
        "not treated | not treated",
        "side is left | left side",
        "side is not right | not right side",
        "side in (left, both) | left side or both sides",
        "side not in (left, both) | neither left side nor both sides",
        "side not in (left, right, both) | none of left side, right side and both sides",
        "side not in (left) | not left side",
        "symptoms.list has pain | pain",
        "symptoms.list lacks weakness | not weakness",
        "age >= 18 | age is 18 years or more",
        "age > 17 years | age is more than 17 years",
        "age <= 80 | age is 80 years or less",
        "age < 81 | age is less than 81 years",
        "age = 40 | age is 40 years",
        "bmi >= 25 | bmi is 25.0 kg/m2 or more",
        "score >= -3 | score is -3 or more",
        "symptoms.since before 2026-01-31 | symptoms since before 2026-01-31",
        "symptoms.since on or before 6 months ago | symptoms since on or before 6 months ago",
        "symptoms.since on or after today | symptoms since on or after today",
        "asOf after 2026-12-31 | date of the check after 2026-12-31",
      })
  void everyComparisonReadsAsEnglish(String condition, String words) {
    assertEquals(words, ANY_DAY.of(Given.condition(condition)).line());
  }

  @Test
  void aDayCountedBackIsNamedWhereTheDateOfTheCheckIsKnown() {
    assertEquals(
        "symptoms since on or before 6 months ago (2026-05-22)",
        new Words(Given.AS_OF)
            .of(Given.condition("symptoms.since on or before 6 months ago"))
            .line());
  }

  @Test
  void listsKeepTheirBulletsAndTheClausesOfThese() {
    Phrase phrase = ANY_DAY.of(POLICY.rules().get(3).when());
    assertEquals("at least 2 of", phrase.words());
    assertEquals("1.1", phrase.parts().get(1).clause());
    assertEquals("all of", phrase.parts().get(2).words());
    assertEquals(
        "at least 2 of: treated; left side; "
            + "(all of: age is 18 years or more; (any of: bmi is less than 30.0 kg/m2; "
            + "(none of: treated))); (any of: treated; both sides)",
        phrase.line());
  }

  @Test
  void theLastRuleHoldsInEveryOtherCase() {
    assertEquals("in every other case", ANY_DAY.of(POLICY.rules().get(4).when()).line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/age | 18-64 | false | age 18 to 64 years",
        "/age | 18-130 | false | age 18 years or more",
        "/age | 0-17 | true | age 17 years or less or not stated",
        "/age | 0-17 65-130 | false | age 17 years or less or 65 years or more",
        "/age | 18-18 | false | age 18 years",
        "/age | 0-17 18-130 | false | age stated",
        "/age | | true | age not stated",
        "/bmi | 185-249 | false | bmi 18.5 to 24.9 kg/m2",
        "/side | 1-1 | false | right side",
        "/side | 0-1 | true | left side or right side or side not stated",
        "/side | 0-2 | true | side stated or not stated",
        "/treated | 0-0 | false | not treated",
        "/treated | 1-1 | true | treated or not stated",
        "/treated | | true | treated not stated",
        "/treated | 0-1 | false | treated stated",
        "/symptoms/since | 20000-20001 | false | symptoms since 2024-10-04 to 2024-10-05",
        "/symptoms/since | 20000-2932896 | false | symptoms since 2024-10-04 or later",
      })
  void aRegionOfValuesReadsAsEnglish(String path, String ranges, boolean unstated, String words) {
    Fact fact = Given.fact(POLICY, path);
    assertEquals(words, Words.values(fact, ranges(ranges), unstated));
  }

  private static List<Range> ranges(String text) {
    return text == null
        ? List.of()
        : List.of(text.split(" ")).stream()
            .map(range -> range.split("-"))
            .map(ends -> new Range(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
            .toList();
  }

  @Test
  void aRegionThatReachesTheFirstDayHasNoBeginning() {
    Fact fact = Given.fact(POLICY, "/symptoms/since");
    Range range = new Range(fact.limits().min(), 20_000);
    assertEquals("symptoms since 2024-10-04 or earlier", Words.values(fact, List.of(range), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 0 | pain",
        "3 | 0 | pain and weakness",
        "1 | 2 | pain, not weakness",
        "1 | 6 | symptoms list: pain alone",
        "3 | 4 | symptoms list: pain and weakness alone",
        "0 | 6 | symptoms list: at most pain",
        "0 | 5 | symptoms list: at most weakness",
        "0 | 2 | not weakness",
        "0 | 7 | symptoms list: none",
      })
  void aRegionOfASetNamesItsMembers(long present, long absent, String words) {
    assertEquals(words, Words.members(Given.fact(POLICY, "/symptoms/list"), present, absent));
  }

  @ParameterizedTest
  @CsvSource({
    "/symptoms/list, 1, symptoms list: pain alone",
    "/symptoms/list, 0, symptoms list: none",
    "/reference, 1, reference stated",
    "/age, 18, age 18 years",
    "/treated, 0, not treated"
  })
  void aValueSaysWhichFactItIsOf(String path, long code, String words) {
    assertEquals(words, Words.fact(Given.fact(POLICY, path), code));
  }

  @Test
  void valuesAloneHaveTheirLabelsAndUnits() {
    assertEquals("none", Words.value(Given.fact(POLICY, "/symptoms/list"), 0));
    assertEquals("pain and numbness", Words.value(Given.fact(POLICY, "/symptoms/list"), 5));
    assertEquals("25.5 kg/m2", Words.value(Given.fact(POLICY, "/bmi"), 255));
    assertEquals("treated", Words.value(Given.fact(POLICY, "/treated"), 1));
    assertEquals("not treated", Words.value(Given.fact(POLICY, "/treated"), 0));
  }

  @Test
  void aRangeEndsNoEarlierThanItBegins() {
    assertThrows(IllegalArgumentException.class, () -> new Range(2, 1));
  }
}
