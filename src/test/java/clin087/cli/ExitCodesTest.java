package clin087.cli;

import static clin087.cli.Cli.ELIGIBLE;
import static clin087.cli.Cli.INCOMPLETE;
import static clin087.cli.Cli.INVALID;
import static clin087.cli.Cli.REDIRECTED;
import static clin087.cli.Cli.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.cli.Cli.Ran;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the exit code says of one referral, of many, and of a run that could not be done. */
class ExitCodesTest {
  /** Referrals with the code of each, those first whose code counts first. */
  private static final Map<String, Integer> IN_ORDER = inOrder();

  @TempDir Path folder;
  private Cli cli;

  private static Map<String, Integer> inOrder() {
    Map<String, Integer> codes = new LinkedHashMap<>();
    codes.put(INVALID, 5);
    codes.put(REFUSED, 1);
    codes.put(REDIRECTED, 3);
    codes.put(INCOMPLETE, 4);
    codes.put(ELIGIBLE, 0);
    return codes;
  }

  @BeforeEach
  void start() {
    cli = new Cli(folder);
  }

  @Test
  void oneReferralHasItsOwnCode() {
    IN_ORDER.forEach(
        (referral, code) -> {
          Ran ran = cli.in(referral).run("check", "-");
          assertEquals(code, ran.code(), referral);
          assertEquals("", ran.err());
          assertFalse(ran.out().isEmpty());
        });
  }

  @Test
  void ofSeveralTheFirstOfTheOrderCounts() {
    List<String> referrals = new ArrayList<>(IN_ORDER.keySet());
    for (int i = 0; i < referrals.size(); i++) {
      List<String> rest = new ArrayList<>(referrals.subList(i, referrals.size()));
      for (int turn = 0; turn < rest.size(); turn++) {
        Collections.rotate(rest, 1);
        String all = String.join("\n", rest);
        assertEquals(IN_ORDER.get(referrals.get(i)), cli.in(all).run("check", "-").code(), all);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ELIGIBLE, 1, 1, 3, 4, 1",
    "INFORMATION_NEEDED, 1, 1, 3, 1, 0",
    "MCAS_FIRST, 1, 1, 1, 4, 0",
    "'MCAS_FIRST,INFORMATION_NEEDED', 1, 1, 1, 1, 0",
    "'MCAS_FIRST, ELIGIBLE', 1, 1, 1, 4, 1",
    "AWAIT_IFR, 1, 1, 3, 4, 0",
    "NOT_COMMISSIONED, 1, 1, 3, 4, 0",
    "attention, 1, 1, 3, 4, 1",
    "confirm-urgent, 1, 1, 3, 4, 1",
    "nhs-number, 1, 1, 3, 4, 0",
    "'age,MCAS_FIRST,attention', 1, 1, 1, 4, 1",
  })
  void failOnAddsToTheVerdictsThatRefuse(
      String names, int all, int refused, int redirected, int incomplete, int eligible) {
    assertEquals(all, code("--fail-on", names, REFUSED + "\n" + REDIRECTED + "\n" + ELIGIBLE));
    assertEquals(refused, code("--fail-on", names, REFUSED));
    assertEquals(redirected, code("--fail-on", names, REDIRECTED));
    assertEquals(incomplete, code("--fail-on", names, INCOMPLETE));
    assertEquals(eligible, code("--fail-on", names, ELIGIBLE));
    assertEquals(5, code("--fail-on", names, REFUSED + "\n" + INVALID));
  }

  private int code(String option, String value, String referrals) {
    return cli.in(referrals).run("check", option, value, "-").code();
  }

  @Test
  void aFailureOfTheOutputComesBeforeWhatWasDecided() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    for (String referral : IN_ORDER.keySet()) {
      for (String format : List.of("text", "json", "ndjson", "csv")) {
        Ran ran = cli.in(referral).run(full, "check", "-f", format, "-");
        assertEquals(7, ran.code(), format);
        assertTrue(ran.err().contains("standard output"), ran.err());
        assertEquals(1, ran.err().lines().count());
      }
    }
    assertEquals(7, cli.run(full, "--help").code());
    assertEquals(7, cli.run(full, "--version").code());
  }

  @Test
  void aReaderThatWentAwayEndsTheRunQuietly() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Ran ran = cli.in(REFUSED).run(closed, "check", "-");
    assertEquals(141, ran.code());
    assertEquals("", ran.err());
    // as does one who looks at the help only
    assertEquals(141, cli.run(closed, "check", "--help").code());
    assertEquals(141, cli.run(closed, "--version").code());
  }

  @Test
  void aPolicyThatCannotBeUsedComesBeforeEverythingElse() {
    cli.write("wrong.yaml", "policy: 5\n");
    for (String referral : IN_ORDER.keySet()) {
      assertEquals(6, cli.in(referral).run("check", "-p", "wrong.yaml", "-").code());
      assertEquals(
          6, cli.in(referral).run("check", "--expect-version", "2", "-o", "no/where", "-").code());
    }
  }

  @Test
  void aFaultOfTheProgramShowsNeitherATraceNorWhatTheInputSays() {
    OutputStream faulty =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("Jane Doe, 485 777 3456");
          }
        };
    Ran ran = cli.in(REFUSED).run(faulty, "check", "-");
    assertEquals(70, ran.code());
    assertTrue(ran.err().contains("IllegalStateException"), ran.err());
    assertFalse(ran.err().contains("Jane"), ran.err());
    assertEquals(1, ran.err().lines().count());
    OutputStream greedy =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new OutOfMemoryError();
          }
        };
    assertEquals(70, cli.run(greedy, "check", "-").code());
  }

  @Test
  void nothingCheckedIsNeverASuccess() {
    cli.write("empty.json", "");
    cli.write("blank.ndjson", "\n\n");
    cli.write("array.json", "[]");
    cli.write("folder/notes.txt", "nothing");
    for (String path : List.of("-", "empty.json", "blank.ndjson", "array.json", "folder")) {
      Ran ran = cli.run("check", "-f", "csv", path);
      assertEquals(5, ran.code(), path);
      assertEquals(2, ran.out().lines().count(), ran.out());
      assertTrue(ran.out().contains("1:1 empty: expected "), ran.out());
    }
    assertEquals(5, cli.run("check", "missing.json").code());
  }
}
