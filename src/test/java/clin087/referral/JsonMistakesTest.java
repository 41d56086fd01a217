package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in JSON is told in words for a person who has never heard of JSON. */
class JsonMistakesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the text, ¦ before the place, ⏎ for a line break | what the message must say
        "{\"reference\":\"A\",¦} | there is one comma too many; remove the one at line 1, column 17",
        "{\"coreCriteria\":[\"urgent\",¦]} | one comma too many",
        "{\"reference\":\"A\",¦,\"notes\":\"\"} | there is one comma too many; remove it",
        "{\"reference\":\"A\" ¦\"notes\":\"\"} | a comma is missing before this",
        "{\"reference\":\"A\"⏎¦\"notes\":\"\"} | a comma is missing before this",
        "{\"reference\" ¦\"A\"} | a colon is missing",
        "{\"reference\"¦=\"A\"} | expected a colon, not an equals sign",
        "{\"reference\":\"A\"¦;\"notes\":\"\"} | expected a comma, not a semicolon",
        "{¦“reference”:\"A\"} | typographic",
        "{\"reference\":¦„A“} | typographic",
        "{\"reference\":\"A¦”, \"notes\":\"\"} | typographic",
        "{¦'reference':'A'} | single quotation marks",
        "{\"reference\":¦‘A’} | single quotation marks",
        "{\"mcas\":{\"seen\":¦yes}} | write true, in small letters and without quotation marks",
        "{\"mcas\":{\"seen\":¦False}} | write false",
        "{\"mcas\":{\"seen\":¦None}} | write null",
        "{\"reference\":¦A1} | text needs double quotation marks",
        "{¦reference:\"A\"} | a name is written in double quotation marks",
        "{\"reference\":\"A\", ¦// urgent⏎\"notes\":\"\"} | no comments",
        "{¦/* urgent */\"reference\":\"A\"} | no comments",
        "{\"reference\":\"A\" ¦# urgent⏎} | no comments",
        "{\"reference\":\"A\",⏎\"mcas\":{\"seen\":true⏎¦ | '{' at line 2, column 8 is not closed",
        "{\"reference\":\"A\",⏎\"coreCriteria\":[\"urgent\"¦} | closes the '[' at line 2, column 16",
        "{\"reference\":\"A\",⏎\"notes\":\"x¦ | text that begins at line 2, column 9 is not closed",
        "{\"reference\":\"A\",\"notes\":\"x¦⏎y\"} | begins at line 1, column 26 is not closed on its line",
        "{\"notes\":\"he said \"¦no\" twice\"} | a quotation mark inside a text has no backslash",
        "{\"notes\":\"C:¦\\patients\"} | a backslash in a text is written twice",
        "{\"reference\":\"Ra¦\\ud8dz\",\"notes\":\"b \\q x\"} | a backslash in a text is written twice",
        "{\"reference\":\"¦\\u12\",\"patient\":{\"age\":1 | a backslash in a text is written twice",
        "{\"date\":2026¦-10-26} | a date is written in quotation marks",
        "{\"patient\":{\"age\":0¦42}} | not a number in JSON",
        "{\"date\":¦,\"notes\":\"\"} | a value is missing",
        "{\"reference\":\"A\"}⏎¦{\"reference\":\"B\"} | a file holds one, or a list of them",
        "[{\"reference\":\"A\"} ¦{\"reference\":\"B\"}] | a comma is missing before this",
        "[{\"reference\":\"A\"},¦] | one comma too many",
        "⏎[{\"reference\":\"A\"}¦ | the list that begins with '[' at line 2, column 1 is not closed",
        "¦<html> | a web page or XML",
      })
  void areToldWithTheirPlaceAndACure(String text, String cure) {
    String lines = text.replace("⏎", "\n");
    String before = lines.substring(0, lines.indexOf('¦'));
    String line = before.substring(before.lastIndexOf('\n') + 1);
    List<ReferralReading> readings =
        ReadAll.document(lines.replace("¦", "").getBytes(StandardCharsets.UTF_8));
    Problem problem = readings.get(readings.size() - 1).problems().get(0);
    assertEquals("not-json", problem.code());
    assertTrue(problem.message().contains(cure), problem.message());
    assertEquals(
        before.chars().filter(c -> c == '\n').count() + 1 + ":" + (line.length() + 1),
        problem.line() + ":" + problem.column());
    assertFalse(problem.message().contains("{place}"), problem.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"mcas\":{\"seen\":\"true\"} | wrong-type | write true without quotation marks",
        "\"mcas\":{\"seen\":\"No\"} | wrong-type | write false without quotation marks",
        "\"patient\":{\"age\":\"42\"} | wrong-type | write the number without quotation marks",
        "\"coreCriteria\":\"urgent\" | wrong-type | write [\"urgent\"]",
        "\"coreCriteria\":\"Urgent treatment\" | wrong-type | write [\"urgent\"]",
        "\"request\":{\"procedure\":\"Another procedure\"} | not-allowed | did you mean 'other'?",
        "\"date\":\"26/10/2025\" | bad-date | did you mean 2025-10-26?",
        "\"date\":\"26.10.2025\" | bad-date | did you mean 2025-10-26?",
        "\"date\":\"10/26/2025\" | bad-date | did you mean 2025-10-26?",
        "\"date\":\"2025/1/5\" | bad-date | did you mean 2025-01-05?",
        "\"date\":\"5/5/2025\" | bad-date | did you mean 2025-05-05?",
        "\"mcas\":{\"seen\":\"unknown\"} | wrong-type | leave the field out if it is not known",
        "\"request\":{\"type\":\"N/A\"} | not-allowed | leave the field out if it is not known",
        "\"date\":\"not known\" | bad-date | leave the field out if it is not known",
      })
  void aValueOfAnotherKindIsToldWhatToWrite(String field, String code, String cure) {
    Problem problem = ReadAll.one("{\"reference\":\"A\"," + field + "}").problems().get(0);
    assertEquals(code, problem.code());
    assertTrue(problem.message().endsWith(cure), problem.message());
  }

  @ParameterizedTest
  @CsvSource({
    "05/06/2025",
    "05/12/2026",
    "31/02/2025",
    "26/10/1999",
    "26/10/25",
    "26/10",
    "26/10/2025x",
    "x/y/z"
  })
  void aDateThatMayBeTwoOrNoneIsNotGuessedAt(String date) {
    Problem problem =
        ReadAll.one("{\"reference\":\"A\",\"date\":\"" + date + "\"}").problems().get(0);
    assertEquals("bad-date", problem.code());
    assertFalse(problem.message().contains("did you mean"), problem.message());
  }

  private static List<String> excerpt(String json) {
    return ReadAll.one(json).problems().get(0).excerpt();
  }

  @Test
  void anExcerptShowsNoValueOfATextButTheOneThatIsWrong() {
    assertEquals(
        List.of("\"notes\":\"…\",\"date\":\"soon\",\"reference\":\"…\"}", " ".repeat(19) + "^"),
        excerpt("{\n\"notes\":\"Jane Doe\",\"date\":\"soon\",\"reference\":\"A\"}"));
    for (String json :
        List.of(
            "{\"reference\":\"A\",\"notes\":\"about Jane Doe\" \"x\":\"Jane Doe\"}",
            "{\"reference\":\"A\",\"notes\":\"about \"Jane Doe\" today\"}",
            "{\"reference\":\"A\",\"notes\":\"about Jane\n Doe\"}",
            "{\"reference\":\"A\",\"notes\":\"about Jane Doe",
            "{\"reference\":\"A\",\"notes\":\"about Jane Doe\",}",
            "{\"reference\":\"A\",\"nots\":\"about Jane Doe\"}",
            "{\"notes\":\"about Jane Doe\"}",
            "{\"reference\":\"A\",\"notes\":\"x\",\"notes\":\"about Jane Doe\"}")) {
      List<String> excerpt = excerpt(json);
      assertEquals(2, excerpt.size(), json);
      assertFalse(excerpt.toString().contains("Jane"), excerpt::toString);
      assertTrue(excerpt.get(1).strip().equals("^"), excerpt::toString);
    }
  }

  @Test
  void anExcerptOfALongLineShowsWhatIsNearTheCaret() {
    String before = "\"x\":1,".repeat(300);
    List<String> excerpt = excerpt("{" + before + "\"date\":\"soon\"}");
    assertTrue(excerpt.get(0).length() <= 72, excerpt::toString);
    assertTrue(excerpt.get(1).strip().equals("^"), excerpt::toString);
  }

  @Test
  void manyUnknownFieldsTakeNoTime() {
    StringBuilder json = new StringBuilder("{\"reference\":\"A\"");
    for (int i = 0; i < 80_000; i++) {
      json.append(",\"x").append(i).append("\":1");
    }
    String text = json.append('}').toString();
    List<Problem> problems =
        assertTimeout(Duration.ofSeconds(60), () -> ReadAll.one(text).problems());
    assertEquals(1000, problems.size());
    assertTrue(problems.get(999).message().endsWith("further problems are not listed"));
  }

  @Test
  void aFileThatIsNoTextIsNamedForWhatItSeemsToBe() throws Exception {
    String[][] files = {
      {"PK\u0003\u0004\u0014", "a Word or Excel file, or another that is compressed"},
      {"\u00d0\u00cf\u0011\u00e0\u00a1", "an old Word or Excel file"},
      {"%PDF-1.7", "a PDF"},
      {"{\\rtf1\\ansi", "a text of a word processor"},
      {"\u001f\u008b\b", "a file that is compressed"},
    };
    for (String[] file : files) {
      for (String name : List.of("x.json", "x.ndjson", "x.csv", "x")) {
        Path path =
            Files.write(folder.resolve(name), file[0].getBytes(StandardCharsets.ISO_8859_1));
        List<ReferralReading> readings = ReadAll.source(new Source(name, path, null), new byte[0]);
        assertEquals(1, readings.size());
        String message = readings.get(0).problems().get(0).message();
        assertTrue(message.startsWith("this seems to be " + file[1]), message);
      }
    }
  }

  @Test
  void ansiTextIsToldToBeSavedAsUtf8() {
    byte[] ansi = "{\"reference\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1);
    Problem problem = ReadAll.document(ansi).get(0).problems().get(0);
    assertEquals("not-utf8", problem.code());
    assertTrue(problem.message().contains("ANSI"), problem.message());
  }
}
