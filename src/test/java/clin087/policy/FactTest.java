package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of each type of fact, as words and as codes. */
class FactTest {
  private static final Policy POLICY = Given.everyFeature();

  @ParameterizedTest
  @CsvSource({
    "/treated, true, 1",
    "/treated, false, 0",
    "/side, left, 0",
    "/side, both, 2",
    "/symptoms/list, pain, 1",
    "/symptoms/list, numbness, 4",
    "/age, 0, 0",
    "/age, 130, 130",
    "/score, -10, -10",
    "/score, 10, 10",
    "/bmi, 10, 100",
    "/bmi, 99.9, 999",
    "/bmi, 25.50, 255",
    "/symptoms/since, 1970-01-01, 0",
    "/symptoms/since, 1969-12-31, -1",
    "/symptoms/since, 2024-02-29, 19782",
    "/symptoms/since, 0000-01-01, -719528",
    "/symptoms/since, 0000-02-29, -719469",
    "/symptoms/since, 9999-12-31, 2932896",
  })
  void aWordHasACodeThatGivesTheWordBack(String path, String word, long code) {
    Fact fact = Given.fact(POLICY, path);
    assertEquals(code, fact.code(word));
    String back = String.join(",", fact.words(code));
    assertEquals(code, fact.code(back));
  }

  @ParameterizedTest
  @CsvSource({
    "/treated, yes",
    "/treated, TRUE",
    "/treated, 1",
    "/side, Left",
    "/side, ''",
    "/symptoms/list, none",
    "/reference, anything",
    "/age, -1",
    "/age, 131",
    "/age, 17.5",
    "/age, eighteen",
    "/age, ''",
    "/age, 0x10",
    "/age, 1_000",
    "/age, 18 years",
    "/age, NaN",
    "/score, -11",
    "/bmi, 9.9",
    "/bmi, 100",
    "/bmi, 25.55",
    "/bmi, 0.1+",
    "/bmi, '25,5'",
    "/bmi, Infinity",
  })
  void whatIsNoValueHasNoCode(String path, String word) {
    assertEquals(Fact.UNSTATED, Given.fact(POLICY, path).code(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e2147483648",
        "1e99999999999999999999",
        "0e999999999",
        "10e-1e1",
        "9223372036854775808",
        "-9223372036854775808",
        "1000000000001",
        "999999999999999999999999999999999999999",
      })
  void hostileNumbersAreRefusedWithoutBeingWrittenOut(String word) {
    Fact widest = number(FactType.DECIMAL, -1_000_000_000_000L, 1_000_000_000_000L, 6);
    assertEquals(Fact.UNSTATED, widest.code(word));
    assertEquals(Fact.UNSTATED, number(FactType.INTEGER, 0, Long.MAX_VALUE, 0).code(word + "0"));
    assertEquals(Fact.UNSTATED, Given.fact(POLICY, "/age").code(word));
  }

  @Test
  void fourHundredDigitsAreRefused() {
    Fact widest = number(FactType.DECIMAL, -1_000_000_000_000L, 1_000_000_000_000L, 6);
    assertEquals(Fact.UNSTATED, widest.code("1".repeat(400)));
    assertEquals(Fact.UNSTATED, widest.code("0." + "1".repeat(400)));
    assertEquals(Fact.UNSTATED, widest.code("0".repeat(400)), "longer than any number need be");
    assertEquals(10, widest.code("0.00001" + "0".repeat(20)));
  }

  @Test
  void aNumberThatFitsInNoCodeIsRefused() {
    Fact tooFine = number(FactType.DECIMAL, 0, Long.MAX_VALUE, 18);
    assertEquals(Fact.UNSTATED, tooFine.code("999999999999"));
    assertEquals(1_000_000_000_000_000_000L, tooFine.code("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29",
        "1900-02-29",
        "2024-02-30",
        "2024-00-10",
        "2024-13-01",
        "2024-01-00",
        "2024-01-32",
        "2024-04-31",
        "2024-1-01",
        "24-01-01",
        "20240101",
        "2024-W01-1",
        "2024/01/01",
        "2024-01/01",
        "2024-01-1x",
        "+024-01-01",
        "-001-01-01",
        "-0001-01-01",
        "10000-01-01",
        "2024-01-01T00:00",
        "２０２４-01-01",
        "2024-01-01 ",
        "today",
        "",
      })
  void whatIsNoDayOfTheCalendarHasNoCode(String word) {
    assertEquals(Fact.UNSTATED, Given.fact(POLICY, "/symptoms/since").code(word));
  }

  @Test
  void aFreeTextIsATextWithoutLimits() {
    List<String> free =
        Given.POLICY.facts().stream().filter(Fact::isFreeText).map(Fact::path).toList();
    assertEquals(List.of("/$schema", "/notes", "/indication/diagnosis"), free);
  }

  @Test
  void everyDayOfFourCenturiesHasItsOwnCode() {
    Fact since = Given.fact(POLICY, "/symptoms/since");
    for (LocalDate day = LocalDate.of(1799, 12, 25); day.getYear() < 2201; day = day.plusDays(3)) {
      assertEquals(day.toEpochDay(), since.code(day.toString()));
      assertEquals(List.of(day.toString()), since.words(day.toEpochDay()));
    }
  }

  @Test
  void theWordsOfASetAreItsMembersInTheOrderOfThePolicy() {
    Fact list = Given.fact(POLICY, "/symptoms/list");
    assertEquals(List.of(), list.words(0));
    assertEquals(List.of("pain", "numbness"), list.words(5));
    assertEquals(List.of("pain", "weakness", "numbness"), list.values());
  }

  @Test
  void aTextHasNoWords() {
    assertEquals(List.of(), Given.fact(POLICY, "/reference").words(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /treated        | true or false
          /side           | one of left, right, both
          /symptoms/list  | an array of pain, weakness, numbness, each at most once, or an object that says true or false of some of them
          /age            | a whole number from 0 to 130 (years)
          /score          | a whole number from -10 to 10
          /bmi            | a number from 10.0 to 99.9 with at most 1 decimal (kg/m2)
          /symptoms/since | a date YYYY-MM-DD
          /reference      | text
          """)
  void aMessageSaysWhatToWrite(String path, String expected) {
    assertEquals(expected, Given.fact(POLICY, path).expected());
  }

  @Test
  void theNameInConditionsIsThePathWithDots() {
    assertEquals("symptoms.list", Given.fact(POLICY, "/symptoms/list").name());
    assertEquals("asOf", Fact.AS_OF.name());
  }

  @Test
  void onlyTheDateOfTheCheckComesFromOutside() {
    assertTrue(Fact.AS_OF.isOutside());
    POLICY.facts().forEach(fact -> assertFalse(fact.isOutside()));
  }

  @Test
  void aFactIsItsDeclaration() {
    Fact age = Given.fact(POLICY, "/age");
    assertEquals(age, Given.fact(POLICY, "/age"));
    assertNotEquals(age, Given.fact(Given.everyFeature(), "/age"));
  }

  @Test
  void numbersAndDatesHaveAnOrder() {
    List<FactType> ordered = List.of(FactType.INTEGER, FactType.DECIMAL, FactType.DATE);
    for (FactType type : FactType.values()) {
      assertEquals(ordered.contains(type), type.isOrdered(), type.word());
    }
  }

  @Test
  void aPolicyKnowsItsClausesAndNoOthers() {
    assertEquals("The third.", POLICY.clause("1.3").text());
    assertThrows(IllegalArgumentException.class, () -> POLICY.clause("1.4"));
    assertEquals("ASK", POLICY.incomplete().id());
    Policy none =
        new Policy(POLICY.identity(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThrows(IllegalStateException.class, none::incomplete);
    assertThrows(IllegalArgumentException.class, () -> none.clause("1.1"));
  }

  private static Fact number(FactType type, long min, long max, int decimals) {
    Limits limits = new Limits(min, max, decimals, "", false, 0, true);
    return new Fact(
        0,
        "/n",
        "n",
        type,
        List.of(),
        "?",
        null,
        Fact.UNSTATED,
        List.of(),
        true,
        List.of(),
        limits);
  }
}
