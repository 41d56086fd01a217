package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.cli.Cli.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code clin087 policy test}: what it prints, and how it ends. */
class TestCommandTest {
  private static final String PASSES = "cases: [{case: a, given: {treated: true}, expect: YES}]\n";
  private static final String FAILS = PASSES.replace("YES", "NO");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
    cli.write("small.yaml", Given.resource("small.yaml"));
  }

  private Ran test(String cases, String... more) {
    cli.write("small.tests.yaml", cases);
    String[] args = new String[more.length + 3];
    args[0] = "policy";
    args[1] = "test";
    args[2] = "small.yaml";
    System.arraycopy(more, 0, args, 3, more.length);
    return cli.run(args);
  }

  @Test
  void theBuiltInCasesPassAndCoverAllThatCanBeReached() {
    Ran ran = cli.run("policy", "test", "--coverage", "--threshold", "100");
    assertEquals(0, ran.code(), ran.out());
    assertEquals("", ran.err());
    assertTrue(ran.out().contains("100 %"), ran.out());
    assertTrue(ran.out().contains("PASSED: "), ran.out());
    assertTrue(ran.out().lines().allMatch(line -> line.length() <= 80), ran.out());
  }

  @Test
  void theBuiltInCasesAreThoseOfTheFile() {
    assertEquals(
        cli.run("policy", "test", "-f", "json").out(),
        cli.run(
                "policy",
                "test",
                "-f",
                "json",
                "--cases",
                Path.of("policies/CMICB_Clin087.tests.yaml").toAbsolutePath().toString())
            .out()
            .replace(Path.of("").toAbsolutePath() + "/", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "small.txt, --coverage, ''",
    "small.explain.txt, --explain, ''",
    "small.json, --coverage --format=json, ''",
    "small.missing.yaml, --write-missing, '1 of 2 cases fail'"
  })
  void whatItPrintsIsTheGoldenFile(String golden, String options, String says) {
    String[] all = (options + " --as-of=2026-11-22").split(" ");
    Ran ran = test(Given.resource("cases/small.tests.yaml"), all);
    assertEquals(1, ran.code());
    assertTrue(says.isEmpty() ? ran.err().isEmpty() : ran.err().contains(says), ran.err());
    String version = "\"version\": \"" + VersionText.program() + "\"";
    assertEquals(
        Given.resource("cases/" + golden), ran.out().replace(version, "\"version\": \"V\""));
  }

  @Test
  void whatIsProposedCoversTheRest() {
    String cases = PASSES.replace("cases: [{", "cases:\n  - {").replace("}]", "}");
    Ran proposed = test(cases, "--write-missing");
    assertEquals(0, proposed.code());
    assertTrue(proposed.out().lines().allMatch(line -> line.startsWith("  ")), proposed.out());
    assertTrue(test(cases + proposed.out(), "--threshold", "100").code() == 0, proposed.out());
    Ran nothing = test(cases + proposed.out(), "--write-missing");
    assertTrue(nothing.out().startsWith("# Nothing to propose"), nothing.out());
    assertEquals(1, nothing.out().lines().count());
  }

  @Test
  void whatIsProposedBeginsAFileWhereThereIsNone() {
    Ran first =
        cli.run("policy", "test", "small.yaml", "--write-missing", "-o", "small.tests.yaml");
    assertEquals(0, first.code(), first.err());
    assertEquals(0, cli.run("policy", "test", "small.yaml", "--threshold", "100").code());
    // a shell makes the file that the output goes to, before the program starts
    cli.write("small.tests.yaml", "");
    Ran again = cli.run("policy", "test", "small.yaml", "--write-missing");
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("\ncases:\n"), again.out());
  }

  @Test
  void theExitCodeTellsWhetherCasesFailOrCoverTooLittle() {
    assertEquals(0, test(PASSES).code());
    assertEquals(1, test(FAILS).code());
    assertEquals(1, test(FAILS, "--write-missing").code());
    assertEquals(0, test(PASSES, "--coverage").code());
    assertEquals(1, test(PASSES, "--threshold", "100").code());
    assertEquals(0, test(PASSES, "--threshold", "1").code());
    assertEquals(0, test(PASSES, "--threshold", "0").code());
    assertEquals(1, test(FAILS, "--threshold", "0").code());
    Ran nothing = test("cases: []");
    assertEquals(1, nothing.code());
    assertTrue(nothing.out().startsWith("NOTHING TESTED: 0 cases of "), nothing.out());
  }

  @Test
  void theThresholdIsWhatTheTextSays() {
    String text = test(PASSES, "--coverage").out();
    int percent =
        Integer.parseInt(text.substring(text.indexOf('\n') + 1, text.indexOf(" %")).strip());
    assertEquals(0, test(PASSES, "--threshold", "" + percent).code());
    assertEquals(1, test(PASSES, "--threshold", "" + (percent + 1)).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "-1", "ninety", "", "99.5"})
  void aThresholdIsAPercentage(String threshold) {
    Ran ran = test(PASSES, "--threshold=" + threshold);
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("--threshold expects"), ran.err());
  }

  @Test
  void proposalsAreYaml() {
    assertEquals(2, test(PASSES, "--write-missing", "-f", "json").code());
    assertEquals(2, test(PASSES, "-f", "yaml").code());
    assertEquals(2, test(PASSES, "-p", "small.yaml").code());
    assertEquals(2, test(PASSES, "--as-of", "today").code());
  }

  @Test
  void casesThatCannotBeUsedEndItWithSix() {
    Ran none = cli.run("policy", "test", "small.yaml");
    assertEquals(6, none.code());
    cli.write("other.yml", cli.read("small.yaml"));
    Ran other = cli.run("policy", "test", "other.yml");
    assertTrue(other.err().contains("there is no other.tests.yaml"), other.err());
    assertTrue(none.err().contains("there is no small.tests.yaml"), none.err());
    for (String name : List.of("missing.yaml", ".", "no/where")) {
      Ran ran = test(PASSES, "--cases", name);
      assertEquals(6, ran.code(), name);
      assertEquals(1, ran.err().lines().count(), ran.err());
    }
    Ran wrong = test(PASSES.replace("YES", "YEZ").replace("a,", "\"\\e[31m\","), "--coverage");
    assertEquals(6, wrong.code());
    assertEquals("", wrong.out());
    assertTrue(wrong.err().contains("small.tests.yaml:1:"), wrong.err());
    assertTrue(wrong.err().contains("is not a valid file of cases: 1 problem"), wrong.err());
    assertEquals(6, test("", "--coverage").code());
    cli.write("small.yaml", "policy: 5\n");
    assertEquals(6, test(PASSES).code());
  }

  @Test
  void noEscapeOfAFileReachesTheTerminal() {
    String red = FAILS.replace("case: a", "case: \"\\e[31mred\\u009b\"");
    for (String option : List.of("--coverage", "--format=text", "--write-missing")) {
      Ran ran = test(red, option);
      assertEquals(1, ran.code());
      assertFalse(ran.out().contains("\u001b") || ran.out().contains("\u009b"), ran.out());
    }
    cli.color(true);
    assertTrue(test(PASSES).out().contains("\u001b[30;42mPASSED"), "its own colours do");
  }

  @Test
  void casesThatStateNoDateAreDecidedOnTheGivenOne() {
    cli.write(
        "small.yaml",
        Given.resource("small.yaml").replace("when: treated", "when: since before today"));
    String cases = "cases: [{case: a, given: {since: 2026-06-01}, expect: YES}]";
    assertEquals(0, test(cases, "--as-of", "2026-06-02").code());
    assertEquals(1, test(cases, "--as-of", "2026-06-01").code());
    assertEquals(0, test("asOf: 2026-06-02\n" + cases, "--as-of", "2026-06-01").code());
    assertTrue(
        test(cases, "--as-of", "2026-06-02", "--write-missing").out().contains("asOf: 2026-06-02"));
  }
}
