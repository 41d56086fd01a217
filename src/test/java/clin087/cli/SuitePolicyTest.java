package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check by a policy that includes a shared file. */
class SuitePolicyTest {
  private static final String KNEE = Given.resource("suite/EXAMPLE_Knee02.yaml");
  private static final String CORE = Given.resource("suite/core.yaml");
  private static final String REFERRAL =
      "{\"reference\":\"K-1\",\"coreCriteria\":[\"urgent\"],"
          + "\"request\":{\"procedure\":\"knee-replacement\"}}";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void writeTheSuite() {
    cli = new Cli(folder);
    cli.write("suite/knee.yaml", KNEE);
    cli.write("suite/core.yaml", CORE);
    cli.in(REFERRAL);
  }

  private Cli.Ran check(String... more) {
    String[] args = new String[more.length + 4];
    System.arraycopy(new String[] {"check", "-p", "suite/knee.yaml", "-"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return cli.run(args);
  }

  @Test
  void theSharedRuleDecidesAndIsQuotedFromTheSharedFile() {
    Cli.Ran ran = check();
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("\nELIGIBLE, clause 3.2(a): "), ran.out());
    assertTrue(ran.out().contains("Any patient who needs 'urgent' treatment"), ran.out());
    assertTrue(ran.out().contains("EXAMPLE_Knee02 version 2"), ran.out());
  }

  @Test
  void theHashInTheOutputIsThatOfAllFiles() throws NoSuchAlgorithmException {
    String listing = sha256(KNEE) + "\n" + sha256(CORE) + "\n";
    String json = check("-f", "json").out();
    assertTrue(json.contains("\"sha256\": \"" + sha256(listing) + "\""), json);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void aProblemIsShownInItsOwnFile() {
    cli.write(
        "suite/core.yaml", CORE.replace("coreCriteria has nice-tag", "coreCriteria has nice-tga"));
    Cli.Ran ran = check();
    assertEquals(6, ran.code());
    int line = 1 + (int) CORE.lines().takeWhile(l -> !l.contains("has nice-tag")).count();
    String expected =
        """
        %s:%d:30: unknown-value: unknown value 'nice-tga'; did you mean 'nice-tag'?
                  when: coreCriteria has nice-tga
                                         ^
        clin087: suite/knee.yaml is not a valid policy: 1 problem
        """
            .formatted(Path.of("suite", "core.yaml"), line);
    assertEquals(expected, ran.err());
    assertEquals("", ran.out());
  }

  @Test
  void aMissingSharedFileIsShownWhereItIsIncluded() {
    cli.write("suite/knee.yaml", KNEE.replace("[core.yaml]", "[cora.yaml]"));
    Cli.Ran ran = check();
    assertEquals(6, ran.code());
    assertTrue(ran.err().contains("bad-include: there is no such file"), ran.err());
    assertTrue(ran.err().contains("include: [cora.yaml]"), ran.err());
  }

  @Test
  void anOutputNeverReplacesASharedFile() {
    Cli.Ran ran = check("-o", "suite/core.yaml");
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains("suite/core.yaml is an input too"), ran.err());
    assertEquals(CORE, cli.read("suite/core.yaml"));
  }

  @Test
  void lintProvesThingsOfBothFilesTogether() {
    Cli.Ran ran = cli.run("policy", "lint", "suite/knee.yaml");
    assertEquals(0, ran.code(), ran.out() + ran.err());
    assertTrue(ran.out().contains("core.yaml:"), ran.out());
  }

  @Test
  void everyCommandWorksOnAPolicyThatIncludesAnother() {
    cli.write("suite/knee.tests.yaml", Given.resource("suite/EXAMPLE_Knee02.tests.yaml"));
    cli.write("suite/next.yaml", KNEE.replace("age < 18 years", "age < 16 years"));
    assertTrue(!KNEE.equals(cli.read("suite/next.yaml")), "the revision changes something");
    policy(0, "Section 3", "show", "3", "-p", "suite/knee.yaml");
    policy(0, "SOUND: 0 errors, 0 warnings", "lint", "suite/knee.yaml", "--strict");
    policy(0, "100 %", "test", "suite/knee.yaml", "--coverage", "--threshold", "100");
    policy(1, "age 16 to 17 years", "diff", "suite/knee.yaml", "suite/next.yaml");
    policy(0, "NOTHING CHANGES", "diff", "suite/knee.yaml", "suite/knee.yaml");
    policy(0, "Any patient who needs", "page", "suite/knee.yaml");
    policy(0, "flowchart", "graph", "suite/knee.yaml");
  }

  private void policy(int code, String contains, String... words) {
    String[] args = new String[words.length + 1];
    args[0] = "policy";
    System.arraycopy(words, 0, args, 1, words.length);
    Cli.Ran ran = cli.run(args);
    String all = String.join(" ", args) + "\n" + ran.err() + ran.out();
    assertEquals(code, ran.code(), all);
    assertTrue(ran.out().contains(contains), all);
  }
}
