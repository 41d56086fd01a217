package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every problem code of a referral, with its JSON pointer and its place. In the texts, {@code ¦}
 * marks each place where a problem is to be reported, and {@code ⏎} is a line break.
 */
class ReferralProblemsTest {
  private static final char MARK = '¦';

  /** The text without its marks. */
  private static String text(String marked) {
    return marked.replace('⏎', '\n').replace(String.valueOf(MARK), "");
  }

  /** The places of the marks, counted by hand: code points from 1 after the last line break. */
  private static List<String> places(String marked) {
    List<String> places = new ArrayList<>();
    int line = 1;
    int column = 1;
    for (int c : marked.codePoints().toArray()) {
      if (c == MARK) {
        places.add(line + ":" + column);
      } else if (c == '⏎') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return places;
  }

  private static void assertProblems(String marked, String... codesAndPaths) {
    List<String> expected = new ArrayList<>();
    List<String> places = places(marked);
    assertEquals(codesAndPaths.length, places.size(), "one mark for each problem");
    for (int i = 0; i < codesAndPaths.length; i++) {
      expected.add(codesAndPaths[i].strip() + " at " + places.get(i));
    }
    ReferralReading reading = ReadAll.one(text(marked));
    List<String> found = new ArrayList<>();
    for (Problem p : reading.problems()) {
      found.add((p.code() + " " + p.path()).strip() + " at " + p.line() + ":" + p.column());
    }
    assertEquals(expected, found, marked);
    assertNull(reading.referral());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // code, path | a word of the message | the text
        "unknown-field /refrence | 'reference' | {\"reference\":\"A\",¦\"refrence\":1}",
        "unknown-field /request/Cosmetic | 'cosmetic' | {\"reference\":\"A\",\"request\":{¦\"Cosmetic\":true}}",
        "unknown-field /request/seen | /mcas/seen | {\"reference\":\"A\",\"request\":{¦\"seen\":true}}",
        "unknown-field /seenOn | /mcas/seenOn | {\"reference\":\"A\",¦\"seenOn\":\"2025-01-01\"}",
        "unknown-field /ifr/zzzzzzzz | status, reference | {\"reference\":\"A\",\"ifr\":{¦\"zzzzzzzz\":{\"b\":[1,{}]}}}",
        "unknown-field /a~1b~0c | expected | {\"reference\":\"A\",¦\"a/b~c\":1}",
        "unknown-field / | expected | {\"reference\":\"A\",¦\"\":1}",
        "wrong-type /reference | a number | {\"reference\":¦1}",
        "wrong-type /request | an object | {\"reference\":\"A\",\"request\":¦[{}]}",
        "wrong-type /mcas/seen | true or false | {\"reference\":\"A\",\"mcas\":{\"seen\":¦\"true\"}}",
        "wrong-type /coreCriteria | an array | {\"reference\":\"A\",\"coreCriteria\":¦\"urgent\"}",
        "wrong-type /coreCriteria/1 | null | {\"reference\":\"A\",\"coreCriteria\":[\"urgent\", ¦null]}",
        "wrong-type /date | found a number | {\"reference\":\"A\",\"date\":¦20250101}",
        "wrong-type | an object | ¦\"a text\"",
        "wrong-type | found null | ¦null",
        "not-allowed /request/type | 'treatment' | {\"reference\":\"A\",\"request\":{\"type\":¦\"treatmnt\"}}",
        "not-allowed /request/type | treatment, opinion, diagnostic | {\"reference\":\"A\",\"request\":{\"type\":¦\"zzzzzz\"}}",
        "not-allowed /ifr/status | 'approved' | {\"reference\":\"A\",\"ifr\":{\"status\":¦\"Approved\"}}",
        "not-allowed /coreCriteria/1 | 'nice-tag' | {\"reference\":\"A\",\"coreCriteria\":[\"urgent\",¦\"nice_tag\"]}",
        "bad-date /date | YYYY-MM-DD | {\"reference\":\"A\",\"date\":¦\"2025-02-29\"}",
        "bad-date /mcas/seenOn | YYYY-MM-DD | {\"reference\":\"A\",\"mcas\":{\"seenOn\":¦\"1/2/2025\"}}",
        "repeated-value /coreCriteria/2 | once | {\"reference\":\"A\",\"coreCriteria\":[\"urgent\",\"nice-tag\",¦\"urgent\"]}",
        "duplicate-field /reference | once | {\"reference\":\"A\",¦\"reference\":\"A\"}",
        "duplicate-field /mcas/seen | once | {\"reference\":\"A\",\"mcas\":{\"seen\":null,¦\"seen\":true}}",
        "duplicate-field /mcas | once | {\"reference\":\"A\",\"mcas\":{},¦\"mcas\":{\"sen\":1}}",
        "duplicate-field /reference | once | {\"reference\":\"A\",¦\"ref\\u0065rence\":\"B\"}",
        "required /reference | reference | ¦{}",
        "required /reference | reference | ⏎⏎  ¦{\"reference\":null}",
        "required /reference | reference | ¦{\"reference\":\"\"}",
        "required /reference | reference | ¦{\"notes\":\"{\",\"mcas\":{\"seen\":true}}",
        "contradiction /mcas/seen | /mcas/seenOn | {\"reference\":\"A\",\"mcas\":{\"seen\":¦false,\"seenOn\":\"2025-01-01\"}}",
        "contradiction /mcas/seen | true | {\"reference\":\"A\",\"mcas\":{\"seenOn\":\"2025-01-01\",\"seen\": ¦false}}",
        "control-character /reference | control | {\"reference\":¦\"a\\u0007\"}",
        "not-json | comma too many | {\"reference\":\"A\",¦}",
        "not-json | JSON | {\"reference\":¦'A'}",
        "not-json | not closed | {\"reference\":\"A\",⏎\"notes\":\"begun¦",
        "not-json | not closed | {\"reference\":\"A\"¦",
        "not-json | end | {\"reference\":\"A\"}⏎¦{\"reference\":\"B\"}",
        "not-json | end | {\"reference\":\"A\"}¦}",
      })
  void isReportedWithItsPlace(String codeAndPath, String word, String marked) {
    assertProblems(marked, codeAndPath);
    String message = ReadAll.one(text(marked)).problems().get(0).message();
    assertTrue(message.contains(word), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reference\":\"é€😀\",\"notes\":\"é€😀\",\"date\":¦1}",
        "{\"reference\":\"A\",⏎\t\"notes\":\"😀\",⏎ \"diagnosis\":\"😀\",\"date\":¦1}",
        "{⏎\"reference\":\"A\"⏎,⏎⏎   \"date\"⏎:⏎  ¦1⏎}",
        "⏎ {\"reference\":\"A\",\"notes\":\"\\n\\u000a\",\"date\": ¦1}",
      })
  void placesCountCodePointsOfTheText(String marked) {
    Problem last = lastProblem(text(marked));
    assertEquals(places(marked).get(0), last.line() + ":" + last.column());
  }

  private static Problem lastProblem(String json) {
    List<Problem> problems = ReadAll.one(json).problems();
    return problems.get(problems.size() - 1);
  }

  @Test
  void allProblemsAreReportedAtOnceInTheOrderOfTheText() {
    assertProblems(
        """
        ¦{"date":¦"2025-13-01",⏎
          ¦"colour":"red",⏎
          "request":{"procedure":¦"spinal fusion","cosmetic":¦"no",¦"cosmetic":false},⏎
          "indication":¦[],⏎
          "coreCriteria":["urgent",¦"urgent",¦5,¦"cancer"],⏎
          "mcas":{"seen":¦false,"seenOn":"2025-01-01"},⏎
          "ifr":{"reference":¦"%s"}⏎
        }"""
            .replace("\n", "")
            .formatted("x".repeat(65)),
        "required /reference",
        "bad-date /date",
        "unknown-field /colour",
        "not-allowed /request/procedure",
        "wrong-type /request/cosmetic",
        "duplicate-field /request/cosmetic",
        "wrong-type /indication",
        "repeated-value /coreCriteria/1",
        "wrong-type /coreCriteria/2",
        "not-allowed /coreCriteria/3",
        "contradiction /mcas/seen",
        "too-long /ifr/reference");
  }

  @Test
  void aSyntaxErrorIsReportedAlone() {
    assertProblems(
        "{\"refrence\":1,⏎\"date\":2,\"mcas\":{\"seen\":5},\"coreCriteria\":[¦urgent]}",
        "not-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reference\":\"R-1\",¦,",
        "{\"reference\":\"R-1\",\"coreCriteria\":\"urgent\"¦]}",
        "{\"reference\":\"R-1\",\"coreCriteria\":[\"urgent\"¦}}",
        "{\"reference\":\"R-1\" ¦\"date\":null} {}",
        "{\"reference\":\"R-1\",\"notes\":¦NaN¦}",
        "{\"reference\":\"R-1\",\"notes\":0¦1}",
        "{\"reference\":\"R-1\",\"notes\":¦nul¦}",
      })
  void theFirstSyntaxErrorIsTheOneThatIsReported(String marked) {
    ReferralReading reading = ReadAll.one(text(marked));
    assertEquals("not-json", reading.problems().get(0).code());
    assertEquals(1, reading.problems().size());
    int column = reading.problems().get(0).column();
    assertTrue(column > marked.indexOf(MARK), "too early: " + column);
    assertTrue(column <= marked.lastIndexOf(MARK) + 1, "too late: " + column);
    assertEquals("R-1", reading.reference(), "it comes before the error, so it could be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello world", "<?xml version=\"1.0\"?>", "reference,date", "\u0000"})
  void whatIsNoJsonAtAllIsReportedWhereItBegins(String text) {
    assertEquals(List.of("not-json 1:1"), ReadAll.shape(ReadAll.document(text)));
  }

  @Test
  void theReferenceIsKnownWheneverItCouldBeRead() {
    assertEquals("R", ReadAll.one("{\"date\":1,\"reference\":\"R\"}").reference());
    assertEquals("R", ReadAll.one("{\"reference\":\"R\",\"reference\":\"S\"}").reference());
    assertNull(ReadAll.one("{\"reference\":\"\\u001b\"}").reference());
    assertNull(ReadAll.one("{\"reference\":7}").reference());
    assertNull(ReadAll.one("[").reference());
    // what another referral said of itself is never handed on
    for (String other : List.of("[]", "{}", "{,", "\"x\"", "x", "]", "\uFEFF", "{\0", "\0{")) {
      List<ReferralReading> readings = ReadAll.lines("{\"reference\":\"R\"}\n" + other);
      assertEquals("R", readings.get(0).reference());
      assertNull(readings.get(1).reference(), other);
    }
  }

  @Test
  void nullIsNotStated() {
    ReferralReading reading =
        ReadAll.one(
            """
            {"$schema":null,"reference":"A","date":null,"notes":null,"coreCriteria":null,
             "request":{"procedure":null,"type":null,"cosmetic":null,"trialContinuation":null,
               "soleFeasibility":null,"approvedBy":null},
             "indication":null,"mcas":{"available":null,"seen":null,"seenOn":null},
             "ifr":{"status":null,"reference":null}}
            """);
    assertEquals(List.of(), reading.problems());
    ReferralReading bare = ReadAll.one("{\"reference\":\"A\"}");
    assertNotNull(reading.referral());
    assertNotNull(bare.referral());
    ReadAll.POLICY
        .facts()
        .forEach(
            fact ->
                assertEquals(
                    bare.referral().stated(fact), reading.referral().stated(fact), fact.path()));
  }
}
