package clin087.cli;

import static clin087.cli.Cli.ELIGIBLE;
import static clin087.cli.Cli.INCOMPLETE;
import static clin087.cli.Cli.INVALID;
import static clin087.cli.Cli.REDIRECTED;
import static clin087.cli.Cli.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Clause;
import clin087.policy.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text for people: 80 columns, the answer first, quotations untouched, nothing of a terminal's. */
class TextOutputTest {
  /** An urgent criterion under another verdict, with everything else that a text can say. */
  private static final String CAUTIOUS =
      "{\"reference\":\"943 476 5919\",\"date\":\"2024-02-29\",\"request\":{\"procedure\":\"other\","
          + "\"cosmetic\":true},\"coreCriteria\":[\"urgent\",\"suspected-malignancy\"],"
          + "\"indication\":{\"category\":\"non-specific-mechanical-back-pain\"}}";

  /** Asks for as many clauses as a referral can leave open. */
  private static final String OPEN =
      "{\"reference\":\"O\",\"request\":{\"approvedBy\":\"gp\"},\"ifr\":{\"reference\":\"7\"}}";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
  }

  private static List<String> referrals() {
    List<String> referrals =
        new ArrayList<>(
            List.of(ELIGIBLE, REFUSED, REDIRECTED, INCOMPLETE, INVALID, CAUTIOUS, OPEN, "{"));
    for (String criterion :
        List.of("nice-tag", "reconstruction", "congenital-deformity", "tissue-degenerative")) {
      referrals.add(ELIGIBLE.replace("urgent", criterion));
    }
    for (String request :
        List.of("\"type\":\"opinion\"", "\"trialContinuation\":true", "\"cosmetic\":true")) {
      referrals.add(
          REFUSED.replace(
              "\"procedure\":\"spinal-fusion\"", "\"procedure\":\"spinal-fusion\"," + request));
    }
    return referrals;
  }

  @ParameterizedTest
  @MethodSource("referrals")
  void linesFitTheTerminal(String referral) {
    for (String[] args :
        List.of(
            new String[] {"check", "-"},
            new String[] {"check", "--explain", "-"},
            new String[] {"check", "-q", "--as-of", "2030-01-01", "-"})) {
      for (int width : List.of(40, 60, 80, 100)) {
        String text = cli.width(width).in(referral).run(args).out();
        text.lines()
            .forEach(
                line -> {
                  assertTrue(line.length() <= width || !line.contains(" "), line);
                  assertFalse(line.endsWith(" "), "[" + line + "]");
                });
        assertTrue(text.endsWith("\n") && !text.endsWith("\n\n"), text);
        assertEquals(
            words(cli.width(80).in(referral).run(args).out()), words(text), "no word is lost");
      }
    }
  }

  private static List<String> words(String text) {
    return List.of(text.replaceAll("-{10,}", "").strip().split("\\s+", -1));
  }

  @ParameterizedTest
  @MethodSource("referrals")
  void quotationsAreWrappedAtSpacesOnly(String referral) {
    String text = cli.in(referral).run("check", "-").out();
    String unwrapped = text.replaceAll("\n +", " ");
    String json = cli.in(referral).run("check", "-f", "json", "-").out();
    boolean settled = json.contains("\"rule\"");
    int quoted = 0;
    for (Section section : Given.POLICY.sections()) {
      for (Clause clause : section.clauses()) {
        if (settled && json.contains("\"id\": \"" + clause.id() + "\"")) {
          assertTrue(unwrapped.contains(clause.text()), text);
          quoted++;
        }
      }
    }
    assertEquals(settled, quoted > 0);
  }

  @Test
  void theFirstLineSaysWhatHappenedAndByWhichClause() {
    assertEquals("NOT_COMMISSIONED, clause 1.2: Not routinely commissioned", firstLine(REFUSED));
    assertEquals(
        "INFORMATION_NEEDED, clauses 2.1, 3.2, 1.1: More information is needed",
        firstLine(INCOMPLETE));
    assertEquals("INVALID: this referral was not decided", firstLine("{"));
    assertTrue(firstLine(OPEN).startsWith("INFORMATION_NEEDED, clauses "), firstLine(OPEN));
  }

  @Test
  void theVerdictsLineSaysWhatComesAfterwards() {
    String text = flat(cli.in(REDIRECTED).run("check", "-").out());
    assertTrue(
        text.startsWith(
            "MCAS_FIRST, clause 1.1: An MCAS assessment comes before a consultant; afterwards"
                + " NOT_COMMISSIONED (1.2)"),
        text);
  }

  private String firstLine(String referral) {
    return cli.in(referral).run("check", "-").out().lines().findFirst().orElse("");
  }

  private static String flat(String text) {
    return text.replaceAll("\n +", " ").replaceAll("(?<!\n)\n(?!\n)", " ");
  }

  @Test
  void whatHasAttentionIsAParagraphBeforeTheVerdict() {
    for (String referral : List.of(ELIGIBLE, CAUTIOUS)) {
      String text = cli.in(referral).run("check", "--as-of", "2029-04-01", "-").out();
      assertTrue(text.startsWith("ATTENTION\n  ! "), text);
      String paragraph = flat(text.substring(0, text.indexOf("\n\n")));
      assertTrue(paragraph.contains("Refer or treat urgently now"), text);
      String rest = text.substring(text.indexOf("\n\n") + 2);
      assertTrue(rest.matches("(?s)[A-Z_]+, clause 3\\.2\\(a\\): .*"), rest);
    }
    String red = REFUSED.replace("-pain\"", "-pain\",\"features\":[\"infection\"]");
    String text = cli.in(red).run("check", "-").out();
    assertTrue(text.startsWith("ATTENTION\n  ! "), text);
    assertTrue(text.indexOf("[red-flag]") < text.indexOf("NOT_COMMISSIONED,"), text);
    assertFalse(cli.in(REFUSED).run("check", "-").out().contains("ATTENTION"));
  }

  @Test
  void cautionsWithoutAttentionComeAfterTheAnswer() {
    String text = cli.in(CAUTIOUS).run("check", "--as-of", "2029-04-01", "-").out();
    int heading = text.indexOf("PLEASE CHECK");
    for (String code :
        List.of("confirm-urgent", "suite-limit", "before-ratified", "after-review", "nhs-number")) {
      assertTrue(text.indexOf("[" + code + "]") > heading, code + text);
    }
  }

  @Test
  void nextStepsThatDependOnMissingFactsAreConditions() {
    String other = "{\"reference\":\"O\",\"request\":{\"procedure\":\"other\"}}";
    String text = flat(cli.in(other).run("check", "-").out());
    int usual = text.indexOf("Look for the policy of the suite");
    int urgent = text.indexOf("if 3.2(a) applies: Refer or treat urgently now");
    int suspected = text.indexOf("if 3.2(c) applies: Refer to an appropriate specialist");
    assertTrue(0 < usual && usual < urgent && urgent < suspected, text);
    assertTrue(
        text.contains(
            "Which of the core eligibility criteria of section 3.2 apply? urgent treatment,"
                + " features suspicious of malignancy, or none (3.2)"),
        text);
  }

  @Test
  void questionsHaveTheirAllowedAnswers() {
    String text = flat(cli.in(INCOMPLETE).run("check", "-").out());
    assertTrue(text.contains("1. Which procedure is requested"), text);
    assertTrue(text.contains("? spinal fusion surgery or another procedure (2.1)"), text);
    assertTrue(text.contains("urgent treatment, "), text);
    assertTrue(text.contains(", or none (3.2)"), text);
    assertTrue(
        text.contains("5. Has the patient been seen in the MCAS service? yes or no (1.1)"), text);
  }

  @Test
  void factsAreNamedByTheirLabels() {
    for (String referral : referrals()) {
      String text = cli.in(referral).run("check", "--explain", "-").out();
      assertTrue(text.contains("INVALID") || !text.contains("/request/"), text);
    }
  }

  @Test
  void freeTextIsNeverPrinted() {
    String referral =
        REFUSED.replace(
            "\"coreCriteria\"", "\"notes\":\"Jane Doe\",\"$schema\":\"Jane Doe\",\"coreCriteria\"");
    referral = referral.replace("\"category\"", "\"diagnosis\":\"Jane Doe\",\"category\"");
    for (String format : List.of("text", "json", "ndjson", "csv")) {
      String out = cli.in(referral).run("check", "--explain", "-f", format, "-").out();
      assertFalse(out.contains("Jane"), out);
      assertTrue(out.contains("N-1") && out.contains("NOT_COMMISSIONED"), out);
    }
  }

  @Test
  void whatATerminalCouldActOnIsWrittenAsItsNumber() {
    String name = "a\u001b[2Jb\u202ec\u009bd.ndjson";
    cli.write(
        name,
        String.join(
            "\n",
            REFUSED.replace("N-1", "x\\u001b[31m"),
            REFUSED.replace("N-1", "x\u202ey"),
            "{\"reference\":\"A\",\"\\u001b]0;x\\u0007\u2028\u0085\":1}",
            "\u001b[31m",
            ELIGIBLE));
    for (String option : List.of("--color=never", "--ignore-unknown-fields", "--explain")) {
      String text = cli.run("check", option, name, "missing\u001b[0m").out();
      text.codePoints()
          .filter(c -> c != '\n')
          .forEach(
              c -> {
                assertFalse(Character.isISOControl(c), text);
                assertFalse(Character.getType(c) == Character.FORMAT, text);
                assertFalse(c == 0x2028 || c == 0x2029, text);
              });
      assertTrue(text.contains("\\u{1b}") && text.contains("\\u{202e}"), text);
    }
    for (String path : List.of("\u001b[31m", "a\u202e.json")) {
      String said =
          cli.run("check", "-p", path, "-").err() + cli.run("check", "-o", path + "/x", "-").err();
      said += cli.run("check", "-f", path, "-").err() + cli.run("check", "--" + path, "-").err();
      said += cli.run(path).err();
      assertFalse(said.contains("\u001b") || said.contains("\u202e"), said);
    }
  }

  @Test
  void severalReferralsEndInASummary() {
    String text =
        cli.in(ELIGIBLE + "\n" + REFUSED + "\n" + REFUSED + "\n{").run("check", "-").out();
    String end = text.substring(text.indexOf("SUMMARY"));
    assertTrue(
        end.contains("4 referrals: 1 not stopped by this policy, 2 refused, 0 redirected"), end);
    assertTrue(end.contains("        2  NOT_COMMISSIONED"), end);
    assertTrue(end.contains("CMICB_Clin087 version 1"), end);
    assertEquals(3, text.split("-{80}", -1).length - 1);
    assertFalse(cli.in(ELIGIBLE).run("check", "-").out().contains("SUMMARY"));
  }
}
