package clin087.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.report.Result.Invalid;
import clin087.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV: RFC 4180 with LF, lists with semicolons, and no cell that a spreadsheet would run. */
class CsvReportTest {
  private static final Policy POLICY = Given.POLICY;
  private static final String HEADER =
      "source,index,reference,verdict,outcome,rule,clauses,action,missing,problems,attention,"
          + "questions,cautions,alsoMet,afterwards,assumed,asOf,policy\n";
  private static final String INVALID = "INVALID,invalid,,,,,";
  private static final String END = ",,,,,,,2026-11-22," + POLICY.identity().label() + "\n";
  private static final String PROBLEM = "1:2 unknown-field /secret/path: expected less";

  private static String csv(Format format, Invalid... results) {
    Context context =
        new Context("1.2.3", POLICY, LocalDate.of(2026, 11, 22), false, false, true, 80);
    Report report = format.report(context);
    Summary summary = new Summary(POLICY);
    Bytes out = new Bytes();
    report.begin(out);
    for (Invalid result : results) {
      report.add(result, out);
      summary.add(result);
    }
    report.end(summary, out);
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  private static String row(String source, String reference) {
    Problem problem =
        new Problem(ReferralProblem.UNKNOWN_FIELD, "/secret/path", 1, 2, "expected less");
    String csv = csv(Format.CSV, new Invalid(source, 0, reference, List.of(problem)));
    assertEquals(HEADER, csv.substring(0, HEADER.length()));
    return csv.substring(HEADER.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | plain",
        "two words | two words",
        "a,b | \"a,b\"",
        "say \"hi\" | \"say \"\"hi\"\"\"",
        "a;b | a;b",
        "=1+1 | '=1+1",
        "+44 | '+44",
        "-1 | '-1",
        "- | -",
        "= | =",
        "@SUM(A1) | '@SUM(A1)",
        "=HYPERLINK(\"x\",\"y\") | \"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
        "a=b | a=b",
        "'=1 | '=1",
        "é€😀 | é€😀",
      })
  void cellsAreQuotedAndMadeHarmless(String value, String cell) {
    assertEquals("s,0," + cell + "," + INVALID + PROBLEM + END, row("s", value));
    assertEquals(cell + ",0,r," + INVALID + PROBLEM + END, row(value, "r"));
  }

  @Test
  void controlCharactersAreShownAsTheirNumberBeforeAFormulaIsLookedFor() {
    assertTrue(row("\t=1", "r").startsWith("\\u{9}=1,0,r,"));
    assertTrue(row("a\r\nb", "r").startsWith("a\\u{d}\\u{a}b,0,r,"));
    assertTrue(row("=\nb", "r").startsWith("'=\\u{a}b,0,r,"));
    assertTrue(
        row("a\u001b[31m\u009b\u202e\u2028b", "r")
            .startsWith("a\\u{1b}[31m\\u{9b}\\u{202e}\\u{2028}b,0,r,"));
  }

  @Test
  void problemsAreSentences() {
    Problem one = new Problem(ReferralProblem.BAD_DATE, "/date", 1, 1, "a, b");
    Problem two = new Problem(ReferralProblem.NOT_JSON, "", 2, 1, "=c");
    String csv = csv(Format.CSV, new Invalid("s", 12, null, List.of(one, two)));
    String problems = "\"1:1 bad-date /date: a, b | 2:1 not-json: =c\"";
    assertEquals(HEADER + "s,12,," + INVALID + problems + END, csv);
  }

  @Test
  void excelGetsAMarkAndTheLineEndsOfWindows() {
    String csv = csv(Format.CSV, new Invalid("s", 0, null, List.of()));
    String excel = csv(Format.EXCEL, new Invalid("s", 0, null, List.of()));
    assertEquals("\ufeff" + csv.replace("\n", "\r\n"), excel);
  }

  @Test
  void aRunWithoutResultsIsAHeader() {
    assertEquals(HEADER, csv(Format.CSV));
  }
}
