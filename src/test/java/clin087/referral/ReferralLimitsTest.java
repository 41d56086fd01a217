package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of a referral: types, lengths, characters, depth and size. */
class ReferralLimitsTest {
  private static final String MARKER = "JaneDoe4857773456";

  /** One value of every kind that JSON has, each with the marker where it can hold one. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "text", List.of("\"" + MARKER + "\"", "\"" + MARKER + "\\u0000\"", "\"\\ud800\""),
          "a number", List.of("4857773456", "-4857773456.5e4857773456", "0"),
          "true or false", List.of("true", "false"),
          "an array", List.of("[\"" + MARKER + "\"]", "[4857773456,[\"" + MARKER + "\"]]"),
          "an object", List.of("{\"a\":\"" + MARKER + "\"}", "{\"a\":{\"b\":4857773456}}"));

  private static final Map<FactType, String> RIGHT_KIND =
      Map.of(
          FactType.BOOLEAN, "true or false",
          FactType.CHOICE, "text",
          FactType.SET, "an array",
          FactType.DATE, "text",
          FactType.TEXT, "text");

  private static List<Fact> facts() {
    return ReadAll.POLICY.facts();
  }

  /** A referral that states one value at one pointer. */
  private static String referral(String pointer, String value) {
    String[] names = pointer.substring(1).split("/", -1);
    String text = "\"" + names[names.length - 1] + "\":" + value;
    if (names.length == 2) {
      text = "\"" + names[0] + "\":{" + text + "}";
    }
    return names[0].equals("reference") ? "{" + text + "}" : "{\"reference\":\"R\"," + text + "}";
  }

  private static List<String> codes(String json) {
    return ReadAll.one(json).problems().stream().map(Problem::code).toList();
  }

  @ParameterizedTest
  @MethodSource("facts")
  void everyOtherKindOfValueIsAWrongType(Fact fact) {
    KINDS.forEach(
        (kind, values) -> {
          for (String value : values) {
            ReferralReading reading = ReadAll.one(referral(fact.path(), value));
            boolean wrong = codes(referral(fact.path(), value)).contains("wrong-type");
            boolean right = kind.equals(RIGHT_KIND.get(fact.type()));
            if (fact.type() == FactType.SET && (right || kind.equals("an object"))) {
              continue; // what is wrong is inside
            }
            if (fact.type() == FactType.INTEGER && kind.equals("a number")) {
              continue; // some of them are whole
            }
            assertEquals(!right, wrong, fact.path() + " " + value);
            if (wrong) {
              Problem problem = reading.problems().get(0);
              assertEquals(fact.path(), problem.path());
              assertTrue(problem.message().endsWith("found " + kind), problem.message());
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("facts")
  void noMessageRepeatsAValue(Fact fact) {
    KINDS
        .values()
        .forEach(
            values -> {
              for (String value : values) {
                assertPrivate(referral(fact.path(), value));
                assertPrivate(referral(fact.path(), value + ",,"));
                assertPrivate(referral(fact.path(), value + value));
                assertPrivate(referral(fact.path(), MARKER));
                assertPrivate(referral("/unknown", value));
                assertPrivate(value);
                assertPrivate("[" + value);
              }
            });
    assertPrivate(referral(fact.path(), "\"" + MARKER + "\u00e9\"") + MARKER);
  }

  private static void assertPrivate(String json) {
    for (byte[] bytes :
        List.of(
            json.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.ISO_8859_1))) {
      List<ReferralReading> readings = new ArrayList<>(ReadAll.document(bytes));
      readings.addAll(ReadAll.lines(bytes));
      for (ReferralReading reading : readings) {
        for (Problem problem : reading.problems()) {
          String said = problem.code() + problem.path() + problem.message();
          assertFalse(said.contains(MARKER) || said.contains("4857773456"), said);
        }
      }
    }
  }

  @Test
  void lengthsCountCodePoints() {
    for (String each : List.of("x", "é", "€", "😀", "\\ud83d\\ude00")) {
      for (String path : List.of("/reference", "/ifr/reference")) {
        String longest = referral(path, "\"" + each.repeat(64) + "\"");
        String tooLong = referral(path, "\"" + each.repeat(65) + "\"");
        assertEquals(List.of(), codes(longest));
        assertEquals(List.of("too-long"), codes(tooLong));
        assertTrue(ReadAll.one(tooLong).problems().get(0).message().contains("64"));
      }
    }
    assertEquals(List.of(), codes(referral("/notes", "\"" + "x".repeat(100_000) + "\"")));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 9, 0xA, 0xD, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F, // Cc
        0xAD, 0x600, 0x61C, 0x6DD, 0x180E, 0x200B, 0x200D, 0x200E, 0x202A, 0x202E, 0x2060, 0x2066,
        0x2069, 0xFEFF, 0xFFF9, 0x110BD, 0x1D173, 0xE0001, 0xE007F, // Cf
        0x2028, 0x2029
      })
  void controlCharactersAreRefusedInTheReferenceOnly(int character) {
    StringBuilder escaped = new StringBuilder();
    for (char unit : Character.toChars(character)) {
      escaped.append(String.format("\\u%04x", (int) unit));
    }
    List<String> forms = new ArrayList<>(List.of(escaped.toString()));
    if (character >= ' ') {
      forms.add(Character.toString(character));
    }
    for (String form : forms) {
      String value = "\"a" + form + "b\"";
      assertEquals(List.of("control-character"), codes(referral("/reference", value)));
      assertEquals(List.of(), codes(referral("/notes", value)));
      assertEquals(List.of(), codes(referral("/indication/diagnosis", value)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {' ', '~', 0xA0, 0x301, 0x2027, 0x202F, 0x3000, 0xE000, 0xFFFD, 0x1F600})
  void otherCharactersAreNoControlCharacters(int character) {
    String reference = "a" + Character.toString(character);
    assertEquals(
        reference, ReadAll.one(referral("/reference", "\"" + reference + "\"")).reference());
  }

  @ParameterizedTest
  @CsvSource({
    "\\ud800, not-utf8",
    "\\udc00, not-utf8",
    "\\udc00\\ud800, not-utf8",
    "\\ud800x, not-utf8",
    "\\ud83d\\ude00, ''",
  })
  void halfACharacterIsNotPartOfAReference(String escape, String code) {
    ReferralReading reading = ReadAll.one(referral("/reference", "\"a" + escape + "\""));
    assertEquals(
        code.isEmpty() ? List.of() : List.of(code),
        reading.problems().stream().map(Problem::code).toList());
    assertEquals(code.isEmpty() ? "a😀" : null, reading.reference());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, true", "2025-02-29, false", "2000-02-29, true", "1900-02-29, false",
    "2025-12-31, true", "2025-04-31, false", "2025-00-10, false", "2025-13-01, false",
    "2025-01-00, false", "2025-1-01, false", "2025-01-1, false", "25-01-01, false",
    "+2025-01-01, false", "2025-01-01T00:00, false", "' 2025-01-01', false", "2025/01/01, false",
    "２０２５-01-01, false", "2025-01-01Z, false", "0000-01-01, false", "9999-12-31, false",
    "10000-01-01, false", "'', false", "today, false", "2025-01-0a, false",
  })
  void datesAreThoseOfTheCalendar(String date, boolean right) {
    List<String> expected = right ? List.of() : List.of("bad-date");
    assertEquals(expected, codes(referral("/date", "\"" + date + "\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1E-999999999",
        "123456789012345678901234567890.5",
        "9e9999999999"
      })
  void hugeNumbersAreOnlyWrongTypes(String number) {
    assertEquals(List.of("wrong-type"), codes(referral("/mcas/seen", number)));
    String digits = number + "0".repeat(100_000);
    assertEquals(List.of("wrong-type"), codes(referral("/date", digits)));
    assertEquals(List.of("unknown-field"), codes(referral("/number", digits)));
  }

  @Test
  void thirtyTwoLevelsAreFineAndThirtyThreeAreNot() {
    for (String pair : List.of("[]", "{}")) {
      String open = pair.equals("[]") ? "[" : "{\"é\":";
      String close = pair.substring(1);
      String fine = "{\"reference\":\"R\",\"x\":" + open.repeat(31) + "1" + close.repeat(31) + "}";
      String deep = "{\"reference\":\"R\",\"x\":" + open.repeat(32) + "1" + close.repeat(32) + "}";
      assertEquals(List.of(), ignoringUnknown(fine).problems());
      List<Problem> problems = ignoringUnknown(deep).problems();
      assertEquals(1, problems.size());
      assertEquals("too-deep", problems.get(0).code());
      assertEquals("/x", problems.get(0).path());
      // the bracket that opens level 33, after 31 levels inside the referral
      int column = deep.indexOf(open) + 31 * open.length() + 1;
      assertEquals(column, problems.get(0).column());
      assertTrue(problems.get(0).message().contains("32"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 999, 1000, 1001, 100_000})
  void noDepthIsTooMuchForTheReader(int depth) {
    String deep = "{\"reference\":\"R\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    Problem tooDeep = ignoringUnknown(deep).problems().get(0);
    assertEquals("too-deep", tooDeep.code());
    assertEquals("/x", tooDeep.path());
    assertEquals(deep.indexOf("[") + 32, tooDeep.column());
    assertEquals(List.of("unknown-field", "too-deep"), codes(deep));
    String unclosed = "{\"reference\":\"R\",\"x\":" + "[{\"a\":".repeat(depth);
    assertNull(ReadAll.one(unclosed).referral());
    List<ReferralReading> next = ReadAll.document("[" + deep + ",{\"reference\":\"S\"}]");
    assertEquals("S", next.get(1).reference());
    assertEquals(List.of(), next.get(1).problems());
  }

  @Test
  @Timeout(60)
  void noNumberOfProblemsIsTooMuchForTheReader() {
    String many = "{\"reference\":\"R\"" + ",\"mcas\":1".repeat(100_000) + "}";
    List<Problem> problems = ReadAll.one(many).problems();
    assertEquals(Problem.MOST, problems.size());
    for (int i = 1; i < problems.size(); i++) {
      assertEquals(many.indexOf("\"mcas\"") + 9 * i + 1, problems.get(i).column());
    }
    assertTrue(problems.get(Problem.MOST - 1).message().endsWith("not listed"));
    assertFalse(problems.get(Problem.MOST - 2).message().endsWith("not listed"));
    String withoutReference = many.replace("\"reference\":\"R\",", "");
    assertEquals(Problem.MOST, ReadAll.one(withoutReference).problems().size());
    Referral referral = ignoringUnknown(many.replaceAll("mcas", "zz")).referral();
    assertNull(referral, "the same field again is no unknown one");
    StringBuilder each = new StringBuilder("{\"reference\":\"R\"");
    for (int i = 0; i < 2 * Referral.MOST_UNKNOWN; i++) {
      each.append(",\"k").append(i).append("\":1");
    }
    referral = ignoringUnknown(each.append('}').toString()).referral();
    assertNotNull(referral);
    assertEquals(Referral.MOST_UNKNOWN, referral.unknownFields().size());
  }

  private static ReferralReading ignoringUnknown(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return ReadAll.all(new DocumentBlocks(new ByteArrayInputStream(bytes)), true).get(0);
  }

  @Test
  void aMebibyteIsFineAndAByteMoreIsNot() {
    String fine = padded(1 << 20);
    String large = padded((1 << 20) + 1);
    assertEquals(List.of("R"), ReadAll.shape(ReadAll.document("\n  " + fine + "\n")));
    assertEquals(List.of("R"), ReadAll.shape(ReadAll.lines(" " + fine + " \r\n")));
    assertEquals(List.of("R", "S"), shapeOfArray(fine));
    assertEquals(List.of("too-large 2:3"), ReadAll.shape(ReadAll.document("\n  " + large + "\n")));
    assertEquals(List.of("too-large 1:2"), ReadAll.shape(ReadAll.lines(" " + large + "\n")));
    assertEquals(List.of("too-large 1:2", "S"), shapeOfArray(large));
  }

  private static List<String> shapeOfArray(String first) {
    return ReadAll.shape(ReadAll.document("[" + first + ",{\"reference\":\"S\"}]"));
  }

  private static String padded(int bytes) {
    String head = "{\"reference\":\"R\",\"notes\":\"é";
    return head + "x".repeat(bytes - head.length() - 3) + "\"}";
  }

  @Test
  void unknownFieldsThatAreLetPassAreNamedOnceEach() {
    ReferralReading reading =
        ignoringUnknown(
            "{\"a\":{\"seen\":1},\"reference\":\"R\",\"mcas\":{\"b\":[1,2]},\"c/~\":0}");
    assertEquals(List.of(), reading.problems());
    assertEquals(List.of("/a", "/mcas/b", "/c~1~0"), reading.referral().unknownFields());
    List<Problem> twice = ignoringUnknown("{\"a\":1,\"reference\":\"R\",\"a\":2}").problems();
    assertEquals("duplicate-field", twice.get(0).code());
    assertEquals(24, twice.get(0).column());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'urgent': true, 'suspected-malignancy': false} |
          {'urgent': null, 'nice-tag': null}               |
          {}                                               |
          {'urgnt': true}                                  | not-allowed
          {'urgent': 1}                                    | wrong-type
          {'urgent': 'true'}                               | wrong-type
          {'urgent': {}}                                   | wrong-type
          {'urgent': true, 'urgent': true}                 | duplicate-field
          """)
  void aSetIsStatedMemberByMember(String members, @Nullable String code) {
    String json = referral("/coreCriteria", members.replace('\'', '"'));
    assertEquals(code == null ? List.of() : List.of(code), codes(json));
    List<ReferralReading> letPass =
        ReadAll.all(
            new LineBlocks(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))), true);
    assertEquals(
        code == null ? List.of() : List.of(code),
        letPass.get(0).problems().stream().map(Problem::code).toList(),
        "whether unknown fields are let pass or not");
  }

  @Test
  void aSetThatIsStatedInPartLeavesTheRestUnknown() {
    Fact set = Given.fact(ReadAll.POLICY, "/coreCriteria");
    Referral referral =
        Given.referral("{'coreCriteria': {'urgent': true, 'suspected-malignancy': false}}");
    long urgent = set.code("urgent");
    long open = set.members() & ~urgent & ~set.code("suspected-malignancy");
    assertEquals(set.partly(urgent, open), referral.stated(set));
    Referral nothing = Given.referral("{'coreCriteria': {'urgent': null}}");
    assertEquals(Fact.UNSTATED, nothing.stated(set));
  }

  @Test
  void anUnknownMemberIsNamedWithTheNearest() {
    Problem problem = ReadAll.one(referral("/coreCriteria", "{\"urgnt\":true}")).problems().get(0);
    assertEquals("/coreCriteria/urgnt", problem.path());
    assertTrue(problem.message().endsWith("did you mean 'urgent'?"), problem.message());
  }

  @ParameterizedTest
  @CsvSource({
    "2000-01-01, ",
    "2026-11-22, ",
    "1999-12-31, bad-date",
    "2026-11-23, bad-date",
    "2026-02-30, bad-date",
  })
  void aDateLiesWithinItsLimits(String day, @Nullable String code) {
    List<String> expected = code == null ? List.of() : List.of(code);
    assertEquals(expected, codes(referral("/mcas/seenOn", "\"" + day + "\"")));
    assertEquals(expected, codes(referral("/date", "\"" + day + "\"")));
  }

  @ParameterizedTest
  @CsvSource({"42.0, ", "4.2e1, ", "42.5, wrong-type", "131, not-allowed", "131.0, not-allowed"})
  void aWholeNumberMayHaveADecimalPoint(String number, @Nullable String code) {
    List<String> expected = code == null ? List.of() : List.of(code);
    assertEquals(expected, codes(referral("/patient/age", number)));
    Fact age = Given.fact(ReadAll.POLICY, "/patient/age");
    if (code == null) {
      assertEquals(42, ReadAll.one(referral("/patient/age", number)).referral().stated(age));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\\t", "\\n", "\u00a0", "\u2003\u202f", "\u3000 ", "\u2028", "\\u0085"})
  void aReferenceOfWhiteSpaceAloneIsNone(String reference) {
    assertEquals(List.of("required"), codes("{\"reference\":\"" + reference + "\"}"));
  }
}
