package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code clin087 ask}, as scripts and people use it. */
class AskTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void inItsFolder() {
    cli = new Cli(folder);
  }

  private Cli.Ran ask(String answers, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "ask";
    args[1] = "--as-of";
    args[2] = "2026-11-22";
    System.arraycopy(more, 0, args, 3, more.length);
    return cli.in(answers).run(args);
  }

  @Test
  void aReferralThatTheAnswersWouldReplaceIsNamedBeforeTheFirstOne() {
    cli.write("r.json", "{\"reference\": \"OLD\"}");
    Cli.Ran ran = ask(":quit\n", "--save", "r.json");
    String warning = "r.json exists, and your answers will replace it.";
    assertTrue(ran.err().indexOf(warning) < ran.err().indexOf("reference"), ran.err());
    assertTrue(ran.err().contains(warning), ran.err());
    assertTrue(cli.read("r.json").contains("OLD"));
    assertFalse(ask("quit\n", "r.json", "--save", "r.json").err().contains(warning));
    cli.write("r.json", "");
    assertFalse(ask("NEW\n", "--save", "r.json").err().contains(warning));
  }

  @Test
  void questionsGoToStandardErrorAndTheDecisionToStandardOutput() {
    Cli.Ran ran = ask("REF-1\n1\nurgent only\n");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("ELIGIBLE, clause 3.2(a)"), ran.out());
    assertTrue(ran.err().contains("(2.1)\n  1  spinal fusion surgery\n"), ran.err());
    assertFalse(ran.out().contains("another procedure\n"), ran.out());
  }

  @Test
  void whatIsSavedDecidesAsTheInterviewDid() {
    Cli.Ran asked =
        ask("REF-1\nspinal-fusion\nNONE\n2\n1\nn\ny\n", "--save", "r.json", "-f", "ndjson");
    Cli.Ran checked =
        cli.in(Files.exists(folder.resolve("r.json")) ? cli.read("r.json") : "")
            .run("check", "--as-of", "2026-11-22", "-f", "ndjson", "-");
    assertEquals(asked.out(), checked.out());
    assertEquals(asked.code(), checked.code());
  }

  @Test
  void theEndOfTheInputEndsTheInterviewAndLosesNothing() {
    Cli.Ran ran = ask("REF-1\n1\n", "--save", "r.json");
    assertEquals(4, ran.code(), ran.out());
    assertTrue(cli.read("r.json").contains("spinal-fusion"));
    assertTrue(ran.err().endsWith("\nThe referral is saved in r.json.\n\n"), ran.err());
  }

  @Test
  void withoutAReferenceNothingIsSaved() {
    for (String answers : new String[] {"", ":quit\n", ":q\n"}) {
      Cli.Ran ran = ask(answers, "--save", "r.json");
      assertEquals(5, ran.code(), answers);
      assertTrue(ran.out().contains("required /reference"), ran.out());
      assertFalse(Files.exists(folder.resolve("r.json")), answers);
    }
  }

  @Test
  void tenUnclearAnswersInARowEndIt() {
    assertEquals(2, ask("REF-1\n" + "y\n".repeat(10)).code());
    assertEquals(4, ask("REF-1\n" + "y\n".repeat(9) + "1\n" + "y\n".repeat(9)).code());
  }

  @Test
  void backForgetsOnlyTheAnswerGoneBackTo() {
    Cli.Ran ran = ask("REF-1\n2\nback\n1\nquit\n", "--save", "r.json");
    assertEquals(4, ran.code());
    assertTrue(cli.read("r.json").contains("\"spinal-fusion\""), cli.read("r.json"));
  }

  @Test
  void aReferralIsCompletedAndKeepsWhatElseItHas() {
    cli.write(
        "r.json",
        "{\"reference\":\"R-7\",\"notes\":\"keep this\",\"request\":{\"procedure\":\"spinal-fusion\"}}");
    Cli.Ran ran = ask("1 only\n", "r.json", "--save", "r.json");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(cli.read("r.json").contains("keep this"));
    assertTrue(cli.read("r.json").contains("\"urgent\""));
  }

  @Test
  void aReferenceThatAloneIsMissingIsAskedFor() {
    cli.write("r.json", "{\"request\":{\"procedure\":\"spinal-fusion\"}}");
    assertEquals(0, ask("R-8\n1 only\n", "r.json").code());
  }

  @Test
  void aBlankReferenceIsAskedForAsOneThatIsMissing() {
    for (String blank : new String[] {"", "  ", "\u2003"}) {
      cli.write(
          "r.json",
          "{\"reference\":\"" + blank + "\",\"request\":{\"procedure\":\"spinal-fusion\"}}");
      Cli.Ran ran = ask("R-8\n1 only\n", "r.json", "--save", "saved.json");
      assertEquals(0, ran.code(), ran.err());
      assertTrue(cli.read("saved.json").contains("R-8"), cli.read("saved.json"));
    }
  }

  @Test
  void aReferenceThatCannotBeIsToldWhy() {
    String tooLong = "R-" + "x".repeat(63);
    Cli.Ran ran = ask(tooLong + "\nR\t9\n\n" + tooLong.substring(1) + "\nquit\n");
    String said = ran.err().replaceAll("\\s+", " ");
    assertEquals(4, ran.code(), "65 characters are too many, 64 are not; " + said);
    assertTrue(said.contains("it has 65 characters; expected a reference of 1 to 64"), said);
    assertTrue(said.contains("Character 2 is invisible or a control character"), said);
    assertTrue(said.contains("Nothing was given; expected a reference"), said);
    assertFalse(said.contains("xxx"), said);
  }

  @Test
  void aTableIsNotCompleted() {
    cli.write("r.csv", "reference,request.procedure\nR-1,other\n");
    Cli.Ran ran = ask("1\n", "r.csv", "--save", "r.json");
    assertEquals(2, ran.code());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("r.csv is a table"), ran.err());
    assertFalse(Files.exists(folder.resolve("r.json")));
  }

  @Test
  void aFileWithoutAReferralIsInvalid() {
    for (String text : new String[] {"", "[]", "[{\"reference\":\"A\"},"}) {
      cli.write("none.json", text);
      Cli.Ran ran = ask("R-9\n", "none.json");
      assertEquals(5, ran.code(), text + ran.err());
      assertFalse(ran.err().contains("own reference"), ran.err());
    }
  }

  @Test
  void aCompletedFileIsDecidedUnderItsOwnName() {
    cli.write("9434765919.json", Cli.ELIGIBLE);
    for (String format : new String[] {"json", "ndjson", "csv", "text"}) {
      String[] options = {"--as-of", "2026-11-22", "--explain", "-f", format, "9434765919.json"};
      Cli.Ran asked = cli.run(command("ask", options));
      assertEquals(cli.run(command("check", options)).out(), asked.out());
      assertTrue(format.equals("text") || asked.out().contains("nhs-number"), asked.out());
      assertTrue(asked.out().contains("9434765919.json"), asked.out());
    }
  }

  @Test
  void anAnswerChangesWhatIsDecidedUnderTheNameOfTheFile() {
    cli.write("r.json", "{\"reference\":\"R-1\"}");
    Cli.Ran asked = ask("1\n1 only\n", "-f", "ndjson", "--save", "r.json", "r.json");
    Cli.Ran checked = cli.run("check", "--as-of", "2026-11-22", "-f", "ndjson", "r.json");
    assertEquals(checked.out(), asked.out());
    assertTrue(asked.out().startsWith("{\"source\":\"r.json\","), asked.out());
  }

  private static String[] command(String name, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = name;
    System.arraycopy(options, 0, args, 1, options.length);
    return args;
  }

  @Test
  void whatIsWrongWithTheCommandLineIsSaidBeforeTheFirstQuestion() {
    cli.write("read-only", "");
    assertSaidAtOnce(6, "is version 1, expected 2", "--expect-version", "2");
    assertSaidAtOnce(6, "cannot read the policy none.yaml", "-p", "none.yaml", "-o", "none/r.txt");
    assertSaidAtOnce(2, "--fail-on expects", "--fail-on", "ELIGIBEL");
    assertSaidAtOnce(2, "--assume", "--assume", "/mcas/avail=true");
    assertSaidAtOnce(2, "--color expects", "--color", "some");
    assertSaidAtOnce(2, "unknown format", "-f", "jsn");
    assertSaidAtOnce(2, "only one format", "-f", "json", "-f", "csv");
    assertSaidAtOnce(7, "cannot write none/r.txt", "-o", "none/r.txt");
    assertSaidAtOnce(7, "cannot write read-only/r.txt", "-o", "read-only/r.txt");
    assertSaidAtOnce(7, "cannot write none/r.json", "--save", "none/r.json");
    assertSaidAtOnce(
        2, "--save expects a file, found /dev/stdout", "--save", "/dev/stdout", "-o", "o");
    assertSaidAtOnce(2, "--save expects a file, found /dev/stderr", "--save", "/dev/stderr");
    assertSaidAtOnce(2, "--save expects a .json file", "--save", "r.csv");
    assertSaidAtOnce(2, "--save expects a .json file", "--save", "r.ndjson");
    assertSaidAtOnce(2, "--as-of expects", cli.in("R-1\n1\n").run("ask", "--as-of", "tomorrow"));
  }

  private void assertSaidAtOnce(int code, String message, String... options) {
    assertSaidAtOnce(code, message, ask("R-1\n1\n", options));
  }

  private static void assertSaidAtOnce(int code, String message, Cli.Ran ran) {
    assertEquals(code, ran.code(), ran.err());
    assertTrue(ran.err().contains(message), ran.err());
    assertFalse(ran.err().contains("own reference"), ran.err());
    assertFalse(code == 2 && ran.err().contains("clin087 check"), ran.err());
  }

  @Test
  void whatHoldsSeveralReferralsIsNoReferralToComplete() {
    cli.write("folder/r.json", Cli.ELIGIBLE);
    cli.write("r.csv", "reference\nR-1\n");
    assertSaidAtOnce(2, "folder is a folder; expected a file with one referral", "folder");
    assertSaidAtOnce(2, "r.csv is a table; expected a file with one referral", "r.csv");
    assertSaidAtOnce(2, "expected a file, found -: standard input is for the answers", "-");
    assertSaidAtOnce(5, "there is no such file or folder", "");
  }

  @Test
  void textThatNoUtf8CanWriteIsKept() {
    cli.write("r.json", "{\"reference\":\"R-1\",\"notes\":\"a \\\"b\\ud800\"}");
    Cli.Ran ran = ask("1\n1 only\n", "r.json", "--save", "r.json");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(cli.read("r.json").contains("\\ud800"), cli.read("r.json"));
    assertEquals(0, cli.run("check", "r.json").code());
  }

  @Test
  void anAnswerThatMakesAReferralTooLargeIsRefused() {
    String notes = "x".repeat((1 << 20) - 60);
    cli.write("r.json", "{\"reference\":\"R-1\",\"notes\":\"" + notes + "\"}");
    Cli.Ran ran = ask("1\n2\n1\n", "r.json", "--save", "saved.json");
    assertEquals(4, ran.code(), ran.err());
    assertTrue(ran.err().contains("1 MiB"), ran.err());
    assertEquals(4, cli.run("check", "saved.json").code());
  }

  @Test
  void aReferralThatNeedsNoAnswerIsDecidedWithoutAQuestion() {
    cli.write("r.json", Cli.ELIGIBLE);
    Cli.Ran ran = ask("", "r.json");
    assertEquals(0, ran.code());
    assertEquals("", ran.err());
  }

  @Test
  void aFileThatIsNoSingleReferralIsRefused() {
    cli.write("two.json", "[{\"reference\":\"A\"},{\"reference\":\"B\"}]");
    assertEquals(2, ask("", "two.json").code());
    cli.write("wrong.json", "{\"reference\":\"A\",\"mcas\":1}");
    Cli.Ran ran = ask("", "wrong.json");
    assertEquals(5, ran.code());
    assertTrue(ran.out().contains("wrong-type /mcas"), ran.out());
    assertEquals(5, ask("", "none.json").code());
  }

  @Test
  void whatIsNotKnownIsNotAskedAgain() {
    Cli.Ran ran = ask("REF-1\n?\nd\ndon\u2019t know\n");
    assertEquals(4, ran.code());
    assertEquals(1, ran.err().split("Which procedure", -1).length - 1, ran.err());
  }

  @Test
  void everythingIsAskedForWhereThatIsWanted() {
    String some = "REF-1\n1\nnone\n";
    assertTrue(ask(some, "--ask-all").err().contains("responsible for commissioning"));
    assertFalse(ask(some).err().contains("responsible for commissioning"));
  }

  @Test
  void whatIsSavedReplacesNeitherTheDecisionNorThePolicy() throws IOException {
    String policy = Files.readString(Given.POLICY_FILE);
    cli.write("p.yaml", policy);
    Cli.Ran ran = ask("REF-1\n", "--save", "r.json", "-o", "./r.json");
    assertEquals(2, ran.code());
    assertTrue(ran.err().startsWith("clin087: two outputs go to ./r.json"), ran.err());
    assertEquals(2, ask("REF-1\n", "--save", "r.json", "-f", "json=r.json").code());
    assertEquals(2, ask("REF-1\n", "--save", "p.yaml", "-p", "p.yaml").code());
    assertEquals(2, ask("REF-1\n", "--save", "-").code());
    assertEquals(policy, cli.read("p.yaml"));
    assertFalse(Files.exists(folder.resolve("r.json")));
  }

  @Test
  void aTemplateIsAReferralOnceItHasAReference() {
    String json = cli.run("template").out();
    Cli.Ran ran = cli.in(json).run("check", "-");
    assertEquals(5, ran.code());
    assertTrue(ran.out().contains("required /reference"), ran.out());
    String filled = json.replace("\"reference\" : null", "\"reference\" : \"R-1\"");
    assertEquals(4, cli.in(filled).run("check", "-").code());
  }

  @Test
  void aTemplateInCsvIsAHeaderThatReferralsFollow() {
    String csv = cli.run("template", "--format", "csv").out();
    assertEquals(5, cli.in(csv).run("check", "--input", "csv", "-").code());
    assertEquals(5, filled(csv, "request.procedure", "other").code());
    assertEquals(4, filled(csv, "reference", "R-1").code());
  }

  private Cli.Ran filled(String csv, String column, String cell) {
    int before = List.of(csv.split("[,\n]", -1)).indexOf(column);
    String row = ",".repeat(before) + cell + "\n";
    return cli.in(csv + row).run("check", "--input", "csv", "-");
  }

  @Test
  void aSchemaThatThereIsNotIsAUsageError() {
    Cli.Ran ran = cli.run("schema", "referal");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("referral"), ran.err());
    assertEquals("", ran.out());
  }
}
