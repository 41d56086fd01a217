package clin087.cli;

import static clin087.cli.Cli.ELIGIBLE;
import static clin087.cli.Cli.INCOMPLETE;
import static clin087.cli.Cli.REDIRECTED;
import static clin087.cli.Cli.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.cli.Cli.Ran;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every option of the check: what it does, and what is said when it is used wrongly. */
class OptionsTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
    cli.write("a.json", ELIGIBLE);
  }

  private JsonNode decided(String referral, String... options) {
    List<String> args = new ArrayList<>(List.of("check", "-f", "ndjson"));
    args.addAll(List.of(options));
    args.add("-");
    Ran ran = cli.in(referral).run(args.toArray(new String[0]));
    assertEquals("", ran.err());
    return new JsonMapper().readTree(ran.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` `| expected a command",
        "chek a.json | check",
        "check | PATH",
        "check --formt json a.json | --format",
        "check --explian | --explain",
        "policy diff --exampels x | --examples",
        "check --expct-version 1 a.json | --expect-version",
        "check -x a.json | -x",
        "check -f | --format",
        "check -f jsn a.json | did you mean 'json'?",
        "check -f JSON=x a.json | did you mean 'json'?",
        "check -f xml a.json | text, json, ndjson, csv",
        "check -f json= a.json | FILE",
        "check -f json -f csv a.json | only one format can go without a FILE",
        "check -f json=x -f csv=./x a.json | two outputs go to x, which is ./x",
        "check -f json=x -o y a.json | --output",
        "check -f json=- -f text a.json | two outputs go to standard output",
        "check -o a.json a.json | input",
        "check -o ./a.json a.json | input",
        "check -f csv=a.json - a.json | input",
        "check -o x -o y a.json | only once",
        "check --assume /mcas/available a.json | POINTER=VALUE",
        "check --assume /mcas/availible=true a.json | did you mean '/mcas/available'?",
        "check --assume mcas/available=true a.json | did you mean '/mcas/available'?",
        "check --assume /date=2025-01-01 a.json | unknown pointer",
        "check --assume /reference=A a.json | unknown pointer",
        "check --assume /notes=A a.json | unknown pointer",
        "check --assume /mcas/seenOn=2025-01-01 a.json | unknown pointer",
        "check --assume /ifr/reference=A a.json | unknown pointer",
        "check --assume =true a.json | unknown pointer",
        "check --assume /mcas/available=yes a.json | true or false",
        "check --assume /mcas/available= a.json | true or false",
        "check --assume /mcas/available=null a.json | true or false",
        "check --assume /mcas/available=\"true\" a.json | true or false",
        "check --assume /mcas/available=1 a.json | true or false",
        "check --assume /mcas/available=[true] a.json | true or false",
        "check --assume /request/type=treatmnt a.json | treatment, opinion, diagnostic",
        "check --assume /coreCriteria=[] a.json | cannot be assumed",
        "check --assume /indication/category=other a.json | cannot be assumed",
        "check --assume /ifr/status=none a.json | cannot be assumed",
        "check --assume /request/soleFeasibility=true a.json | cannot be assumed",
        "check --assume /request/approvedBy=none a.json | cannot be assumed",
        "check --assume /mcas/seen=true --assume /mcas/seen=false a.json | twice",
        "check --as-of yesterday a.json | YYYY-MM-DD",
        "check --as-of 2025-02-29 a.json | YYYY-MM-DD",
        "aks | unknown command 'aks'; see 'clin087 --help'",
        "polciy show | unknown command 'polciy'; did you mean policy? See 'clin087 --help'",
        "policy lnit | unknown command 'lnit'; see 'clin087 policy --help'",
        "check --as-fo X a.json | did you mean --assume or --as-of? See 'clin087 check --help'",
        "check --fail-on ELIGIBEL a.json | did you mean 'ELIGIBLE'?",
        "check --fail-on ELIGIBLE, a.json | expects verdicts, codes of cautions or attention",
        "check -j 0 a.json | from 1 to",
        "check -j -1 a.json | from 1 to",
        "check --jobs two a.json | from 1 to",
        "check --jobs 1000000 a.json | from 1 to",
        "check --color sometimes a.json | auto, always or never",
        "check --explain=5 a.json | explain",
      })
  void aWrongCommandLineSaysWhatIsExpected(String line, String word) {
    String[] args = line.isBlank() ? new String[0] : line.split(" ", -1);
    Ran ran = cli.run(args);
    assertEquals(2, ran.code(), ran.err());
    assertEquals("", ran.out());
    assertTrue(ran.err().startsWith("clin087: "), ran.err());
    assertTrue(ran.err().contains(word), ran.err());
    assertTrue(ran.err().contains("--help"), ran.err());
    assertEquals(ELIGIBLE, cli.read("a.json"));
    assertFalse(folder.resolve("x").toFile().exists());
  }

  @Test
  void aMissingCommandIsAnsweredWithTheHelpLineByLine() {
    List<String> lines = cli.run().err().lines().toList();
    assertEquals("clin087: expected a command", lines.get(0));
    assertTrue(lines.get(1).startsWith("Usage: clin087"), lines.get(1));
    assertTrue(lines.size() > 10);
  }

  @Test
  void aFlagCanBeTakenBack() {
    String[] flags = {"--explain", "--quiet", "--ignore-unknown-fields"};
    String unknown = ELIGIBLE.replace("{\"reference\"", "{\"a\":1,\"reference\"");
    String plain = cli.in(unknown).run("check", "-").out();
    for (String flag : flags) {
      assertEquals(plain, cli.run("check", flag + "=false", "-").out(), flag);
    }
  }

  @Test
  void numbersOfTheHelpDoNotDependOnTheLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("fa-u-nu-arabext"));
    try {
      assertTrue(cli.run("check", "--help").out().contains("\n    2  "));
      assertTrue(cli.run("policy", "show").out().contains("\n   1  "));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void helpAndVersionAreAnswers() {
    for (String line : List.of("--help", "-h", "check --help", "check -h", "check -h a.json")) {
      Ran ran = cli.run(line.split(" ", -1));
      assertEquals(0, ran.code());
      assertEquals("", ran.err());
      assertTrue(ran.out().contains("Usage: clin087"), ran.out());
    }
    for (String line : List.of("-h policy diff", "policy -h diff", "policy diff -h", "-h check")) {
      Ran ran = cli.run(line.split(" ", -1));
      assertEquals(0, ran.code(), line);
      assertTrue(
          ran.out().startsWith("Usage: clin087 " + line.replaceAll("-h ?", "").strip()), line);
    }
    assertEquals(cli.run("-V").out(), cli.run("-V", "check").out());
    assertEquals(cli.run("-V").out(), cli.run("policy", "-V", "lint").out());
    String help = cli.run("check", "--help").out();
    for (String option :
        List.of(
            "-p, --policy",
            "--expect-version",
            "-f, --format",
            "-o, --output",
            "--explain",
            "--assume",
            "--as-of",
            "--fail-on",
            "--ignore-unknown-fields",
            "-j, --jobs",
            "--color",
            "-q, --quiet",
            "141",
            "70")) {
      assertTrue(help.contains(option), option);
    }
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    String version = cli.run("--version").out();
    String policy = "policy CMICB_Clin087 version 1, SHA-256 [0-9a-f]{12}";
    String archive = "class archive (in use|not in use, so every run starts slower)";
    assertTrue(
        version.matches("clin087 \\S+\n" + policy + "\nJava .+\n" + archive + "\n"), version);
    assertEquals(cli.run("-V").out(), cli.run("check", "--version").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/mcas/available=false | false | NOT_COMMISSIONED",
        "/mcas/available= true | true | INFORMATION_NEEDED",
        "/request/procedure=other | \"other\" | OUT_OF_SCOPE",
        "/request/procedure=\"other\" | \"other\" | OUT_OF_SCOPE",
        "/request/cosmetic=true | true | NOT_COMMISSIONED",
        "/patient/commissioner=nhs-england | \"nhs-england\" | SEE_OTHER_POLICY",
        "/request/type=opinion | \"opinion\" | INFORMATION_NEEDED",
      })
  void assumeStatesWhatTheReferralDoesNot(String assumption, String value, String verdict) {
    String bare =
        "{\"reference\":\"A\",\"indication\":{\"category\":\"non-specific-mechanical-back-pain\"},"
            + "\"coreCriteria\":[]"
            + (assumption.contains("procedure")
                ? "}"
                : ",\"request\":{\"procedure\":\"spinal-fusion\"}}");
    JsonNode decided = decided(bare, "--assume", assumption);
    assertEquals(verdict, decided.get("verdict").asString());
    String path = assumption.substring(0, assumption.indexOf('='));
    List<JsonNode> assumed = decided.get("assumed").valueStream().toList();
    JsonNode entry =
        assumed.stream().filter(each -> each.get("path").asString().equals(path)).findFirst().get();
    assertEquals(value, entry.get("value").toString());
    assertEquals("option", entry.get("by").asString());
  }

  @Test
  void whatTheReferralStatesWinsOverAnAssumption() {
    JsonNode decided = decided(REDIRECTED, "--assume", "/mcas/seen=true");
    assertEquals("MCAS_FIRST", decided.get("verdict").asString());
    assertFalse(decided.get("assumed").toString().contains("/mcas/seen"));
  }

  @Test
  void asOfIsTheDateOfTheCheck() {
    String[] inTime = {"--as-of", "2029-03-31"};
    String[] late = {"--as-of", "2029-04-01"};
    assertFalse(decided(REFUSED, inTime).get("cautions").toString().contains("after-review"));
    assertTrue(decided(REFUSED, late).get("cautions").toString().contains("after-review"));
    Ran ran = cli.in(REFUSED).run("check", "-f", "json", "--as-of", "2027-12-31", "-");
    assertEquals("2027-12-31", new JsonMapper().readTree(ran.out()).get("asOf").asString());
  }

  @Test
  void explainShowsTheTrace() {
    String shown = cli.in(REFUSED).run("check", "--explain", "-").out();
    assertTrue(shown.contains("25. not-routinely-commissioned (1.2) holds"), shown);
    assertTrue(shown.contains("3. other-procedure (2.1) does not hold"), shown);
    assertFalse(cli.in(REFUSED).run("check", "-").out().contains("other-procedure"));
    assertTrue(decided(REFUSED, "--explain").has("trace"));
    assertFalse(decided(REFUSED).has("trace"));
  }

  @Test
  void ignoredUnknownFieldsBecomeCautions() {
    String referral = "{\"reference\":\"A\",\"a\":{\"b\":1},\"mcas\":{\"c\\u001b[31m\":2}}";
    assertEquals(5, cli.in(referral).run("check", "-").code());
    JsonNode decided = decided(referral, "--ignore-unknown-fields");
    List<JsonNode> cautions = decided.get("cautions").valueStream().toList();
    assertEquals(2, cautions.size());
    assertEquals("unknown-field", cautions.get(1).get("code").asString());
    assertTrue(cautions.get(0).get("message").asString().contains("/a "), decided::toString);
    String text = cli.in(referral).run("check", "--ignore-unknown-fields", "-").out();
    assertFalse(text.contains("\u001b"), text);
  }

  /** Proceeds without anything to look at. */
  private static final String ROUTINE =
      "{\"reference\":\"R-1\",\"request\":{\"procedure\":\"other\"},\"coreCriteria\":[]}";

  @Test
  void quietTextLeavesOutWhatProceedsWithoutACautionOrAnOpenStep() {
    String all = String.join("\n", ROUTINE, REFUSED, ROUTINE, INCOMPLETE, "{", ROUTINE);
    String text = cli.in(all).run("check", "-q", "-").out();
    assertFalse(text.contains("R-1"), text);
    assertTrue(text.startsWith("NOT_COMMISSIONED"), text);
    assertTrue(text.contains("N-1") && text.contains("I-1") && text.contains("INVALID"), text);
    assertTrue(text.contains("6 referrals: 3 not stopped by this policy, 1 refused"), text);
    assertEquals(2, text.split("\n-{80}\n", -1).length - 1, "a line between each two");
    // the other formats are for programs, which filter for themselves
    for (String format : List.of("json", "ndjson", "csv", "excel")) {
      assertEquals(
          cli.in(all).run("check", "-f", format, "-").out(),
          cli.in(all).run("check", "-q", "-f", format, "-").out());
    }
    String nothing = cli.in(ROUTINE).run("check", "-q", "-").out();
    assertTrue(nothing.startsWith("SUMMARY\n  1 referral: 1 not stopped"), nothing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "an urgent one | `coreCriteria`:[`urgent`]",
        "one with a caution | `request`:{`procedure`:`other`},`coreCriteria`:[],`date`:`2024-01-01`",
        "one with an open step | `request`:{`procedure`:`other`}",
        "one with an NHS number | `request`:{`procedure`:`other`},`coreCriteria`:[],"
            + "`ifr`:{`reference`:`999 042 0173`}",
      })
  void quietTextKeeps(String kind, String stated) {
    String referral = "{\"reference\":\"Q-1\"," + stated.replace('`', '"') + "}";
    String text = cli.in(referral).run("check", "-q", "-").out();
    assertTrue(text.contains("Referral Q-1"), kind + text);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void colourIsForTerminalsUnlessItIsAskedFor(boolean terminal) {
    cli.color(terminal).in(REFUSED);
    assertEquals(terminal, cli.run("check", "-").out().contains("\u001b["));
    assertEquals(terminal, cli.run("check", "--color", "auto", "-").out().contains("\u001b["));
    assertTrue(cli.run("check", "--color=always", "-").out().contains("\u001b["));
    assertFalse(cli.run("check", "--color=never", "-").out().contains("\u001b["));
    for (String format : List.of("json", "ndjson", "csv", "excel")) {
      String out = cli.run("check", "--color=always", "-f", format, "-").out();
      assertFalse(out.contains("\u001b"), out);
    }
    String plain = cli.run("check", "--color=never", "-").out();
    String coloured = cli.run("check", "--color=always", "-").out();
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void colourIsForTheTerminalAndNotForFiles() {
    cli.color(true).in(REFUSED).run("check", "-o", "out.txt", "-");
    assertFalse(cli.read("out.txt").contains("\u001b"));
    cli.color(true).in(REFUSED).run("check", "--color=always", "-o", "out.txt", "-");
    assertTrue(cli.read("out.txt").contains("\u001b"));
  }
}
