package clin087.cli;

import static clin087.cli.Cli.ELIGIBLE;
import static clin087.cli.Cli.INCOMPLETE;
import static clin087.cli.Cli.INVALID;
import static clin087.cli.Cli.REDIRECTED;
import static clin087.cli.Cli.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.cli.Cli.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many referrals in many sources: in input order on any number of threads, none ever lost. */
class BatchTest {
  private static final List<String> KINDS =
      List.of(
          ELIGIBLE, REFUSED, REDIRECTED, INCOMPLETE, INVALID, "{", "[]", "", " ", "{\"a\":\"\n");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
  }

  /** Several thousand lines, some of them bad, each referral with its own reference. */
  private static String lines(int count, long seed) {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String kind = KINDS.get(random.nextInt(KINDS.size()));
      lines.append(kind.replace("-1\"", "-" + i + "\"")).append('\n');
    }
    return lines.toString();
  }

  private static List<String> column(String csv, int index) {
    return csv.lines()
        .skip(1)
        .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1)[index])
        .toList();
  }

  /** The code of the first problem of each row. */
  private static List<String> codes(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> line.replaceFirst(".*,INVALID,invalid,,,,,\"?\\d+:\\d+ ([a-z0-9-]+).*", "$1"))
        .map(code -> code.contains(",") ? "" : code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson", "csv"})
  void theOutputNeverDependsOnTheNumberOfThreads(String format) {
    cli.write("in/a.ndjson", lines(1200, 1));
    cli.write("in/b.json", "[" + (REFUSED + ",").repeat(400) + ELIGIBLE + ",nonsense," + ELIGIBLE);
    cli.write("in/c.json", ELIGIBLE);
    cli.write("in/d.ndjson", "");
    cli.write("in/e/f.jsonl", lines(300, 2));
    cli.in(lines(1000, 3));
    String[] args = {"check", "-f", format, "-", "in", "missing", "in/b.json", "-j", "1"};
    Ran one = cli.run(args);
    assertEquals(5, one.code());
    for (String jobs : List.of("2", "8")) {
      args[args.length - 1] = jobs;
      Ran many = cli.run(args);
      assertEquals(one.exitCode(), many.exitCode());
      assertTrue(one.out().equals(many.out()), "another output with " + jobs + " threads");
    }
    args[args.length - 2] = "-q";
    args[args.length - 1] = "in/c.json";
    assertTrue(format.equals("text") || cli.run(args).out().length() > one.out().length());
  }

  @Test
  void indexesCountTheReferralsOfOneSource() {
    cli.write("a.ndjson", "\n" + ELIGIBLE + "\n\n{\n" + REFUSED + "\n");
    cli.write("b.json", "[" + ELIGIBLE + "," + INVALID + "," + REFUSED + ",,");
    String csv = cli.run("check", "-f", "csv", "a.ndjson", "b.json", "c.json", "a.ndjson").out();
    assertEquals(List.of("0", "1", "2", "0", "1", "2", "3", "0", "0", "1", "2"), column(csv, 1));
    assertEquals(
        List.of("E-1", "", "N-1", "E-1", "X-1", "N-1", "", "", "E-1", "", "N-1"), column(csv, 2));
    assertEquals("a.ndjson", column(csv, 0).get(2));
    assertEquals("c.json", column(csv, 0).get(7));
  }

  @Test
  void indexesGoOnFromBlockToBlock() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      expected.add(Integer.toString(i));
    }
    for (String jobs : List.of("1", "4")) {
      cli.in((REFUSED + "\n").repeat(5000));
      assertEquals(expected, column(cli.run("check", "-j", jobs, "-f", "csv", "-").out(), 1));
      cli.in("[" + (REFUSED + ",\n").repeat(4999) + REFUSED + "]");
      assertEquals(expected, column(cli.run("check", "-j", jobs, "-f", "csv", "-").out(), 1));
    }
  }

  @Test
  void aBadSourceNeverStopsTheOthers() {
    cli.write("a/1.json", "{");
    cli.write("a/2.json", ELIGIBLE);
    cli.write("a/3.json", "");
    cli.write("a/4.json", "[" + ELIGIBLE + ", {\"reference\":\"broken\" ], " + REFUSED + "]");
    cli.write("a/5.json", "\uFEFF" + REDIRECTED);
    cli.write("a/6.json", "[" + INVALID + "," + INCOMPLETE + "]");
    cli.write("a/7.json", "x".repeat(2_000_000));
    cli.write("a/8.ndjson", "x".repeat(2_000_000) + "\n" + ELIGIBLE);
    Ran ran = cli.run("check", "-f", "csv", "missing", "a", "a/missing.json", "a/2.json");
    assertEquals(5, ran.code());
    String reason = ": there is no such file or folder\n";
    assertEquals(
        "clin087: cannot read missing" + reason + "clin087: cannot read a/missing.json" + reason,
        ran.err());
    assertEquals(
        List.of("", "", "E-1", "", "E-1", "broken", "M-1", "X-1", "I-1", "", "", "E-1", "", "E-1"),
        column(ran.out(), 2));
    assertEquals(
        List.of(
            "unreadable",
            "not-json",
            "",
            "empty",
            "",
            "not-json",
            "",
            "unknown-field",
            "",
            "too-large",
            "too-large",
            "",
            "unreadable",
            ""),
        codes(ran.out()));
  }

  @Test
  void standardInputIsReadOnceAndIsThenEmpty() {
    cli.in(ELIGIBLE);
    String csv = cli.run("check", "-f", "csv", "-", "-").out();
    assertEquals(List.of("", "empty"), codes(csv));
    assertEquals(List.of("-", "-"), column(csv, 0));
  }

  @Test
  void theSummaryCountsEveryReferralAndEveryProblem() {
    cli.in(String.join("\n", ELIGIBLE, REFUSED, REFUSED, REDIRECTED, INCOMPLETE, INVALID, "{"));
    String json = cli.run("check", "-f", "json", "-", "missing.json").out();
    String summary = json.substring(json.indexOf("\"summary\"")).replaceAll("\\s", "");
    assertEquals(
        "\"summary\":{\"total\":8,\"proceed\":1,\"refuse\":2,\"redirect\":1,\"incomplete\":1,"
            + "\"invalid\":3,\"attention\":1,\"verdicts\":{\"ELIGIBLE\":1,\"NOT_COMMISSIONED\":2,"
            + "\"MCAS_FIRST\":1,\"INFORMATION_NEEDED\":1},\"cautions\":{\"confirm-urgent\":1}}}",
        summary);
  }
}
