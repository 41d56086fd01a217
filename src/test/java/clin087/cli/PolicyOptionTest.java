package clin087.cli;

import static clin087.cli.Cli.ELIGIBLE;
import static clin087.cli.Cli.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.cli.Cli.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another policy file, and what is said when it cannot be used. */
class PolicyOptionTest {
  private static final Path BUILT_IN = Path.of("policies/CMICB_Clin087.yaml");

  @TempDir Path folder;
  private Cli cli;
  private String policy;

  @BeforeEach
  void start() throws IOException {
    cli = new Cli(folder).in(REFUSED);
    policy = Files.readString(BUILT_IN);
  }

  private Ran check(String yaml) {
    cli.write("p.yaml", yaml);
    return cli.run("check", "-p", "p.yaml", "-");
  }

  @Test
  void theBuiltInPolicyIsTheOneOfTheFile() throws Exception {
    cli.write("p.yaml", policy);
    for (String format : List.of("text", "json", "ndjson", "csv")) {
      assertEquals(
          cli.run("check", "-f", format, "--explain", "-").out(),
          cli.run("check", "-f", format, "--explain", "--policy=p.yaml", "-").out());
    }
    byte[] sha256 =
        MessageDigest.getInstance("SHA-256").digest(policy.getBytes(StandardCharsets.UTF_8));
    String json = cli.run("check", "-f", "json", "-").out();
    assertTrue(json.contains("\"sha256\": \"" + HexFormat.of().formatHex(sha256)), json);
  }

  @Test
  void anotherPolicyDecidesOtherwise() {
    String other =
        policy.replace("Do not refer for spinal fusion. If", "Do nothing of the sort. If");
    Ran ran = check(other.replace("version: 1\n", "version: 1.2b\n"));
    assertEquals(1, ran.code());
    assertTrue(ran.out().contains("Do nothing of the sort"), ran.out());
    assertTrue(ran.out().contains("CMICB_Clin087 version 1.2b"), ran.out());
  }

  @Test
  void theExpectedVersionIsCompared() {
    assertEquals(1, cli.run("check", "--expect-version", "1", "-").code());
    for (String version : List.of("2", "1.0", "", " 1", "01")) {
      Ran ran = cli.run("check", "--expect-version", version, "-");
      assertEquals(6, ran.code(), version);
      assertEquals("", ran.out());
      assertTrue(ran.err().contains("CMICB_Clin087 is version 1"), ran.err());
    }
    cli.write("p.yaml", policy.replace("version: 1\n", "version: 2\n"));
    assertEquals(6, cli.run("check", "-p", "p.yaml", "--expect-version", "1", "-").code());
    assertEquals(1, cli.run("check", "-p", "p.yaml", "--expect-version", "2", "-").code());
  }

  @Test
  void everyProblemIsShownWithItsPlaceTheLineAndACaret() {
    String wrong =
        policy
            .replace("    type: boolean\n", "    type: bolean\n")
            .replace("    when: ifr.status is approved\n", "    when: ifr.status is aproved\n");
    Ran ran = check(wrong);
    assertEquals(6, ran.code());
    assertEquals("", ran.out());
    List<String> said = ran.err().lines().toList();
    List<String> lines = wrong.lines().toList();
    int problems = 0;
    for (int i = 0; i < said.size() - 1; i++) {
      if (!said.get(i).startsWith("p.yaml:")) {
        continue;
      }
      problems++;
      String[] parts = said.get(i).split(":", 5);
      int line = Integer.parseInt(parts[1]);
      int column = Integer.parseInt(parts[2]);
      assertEquals("    " + lines.get(line - 1), said.get(i + 1));
      assertEquals(" ".repeat(4 + column - 1) + "^", said.get(i + 2));
    }
    assertTrue(problems >= 2, ran.err());
    assertTrue(ran.err().contains("boolean"), ran.err());
    assertTrue(ran.err().contains("approved"), ran.err());
    int at = lines.indexOf("    when: ifr.status is aproved") + 1;
    assertTrue(ran.err().contains("p.yaml:" + at + ":25: "), ran.err());
    assertTrue(said.get(said.size() - 1).contains(problems + " problems"), ran.err());
  }

  @Test
  void longLinesHaveTheirCaretToo() {
    String wrong =
        policy.replace("  id: CMICB_Clin087\n", "  id: a\n  " + "é".repeat(300) + ": 5\n");
    wrong =
        wrong.replace(
            "  - rule: cosmetic", "  - {x: '" + "é".repeat(200) + "', zzz: 5}\n  - rule: cosmetic");
    Ran ran = check(wrong);
    assertEquals(6, ran.code());
    List<String> said = ran.err().lines().toList();
    int found = 0;
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).contains("unknown") && said.get(i).contains("'zzz'")) {
        found++;
        int caret = said.get(i + 2).indexOf('^');
        assertEquals("zzz", said.get(i + 1).substring(caret, caret + 3));
      }
    }
    assertEquals(1, found, ran.err());
  }

  @Test
  void whatIsNoPolicyAtAllIsSaidSo() throws IOException {
    for (String yaml :
        List.of("", "\n", "5", "[]", "{", "\t", "a: &a [*a]", "policy: \u0000", "%YAML 9\n", "'")) {
      Ran ran = check(yaml);
      assertEquals(6, ran.code(), yaml);
      assertTrue(ran.err().contains("p.yaml"), ran.err());
    }
    Files.write(folder.resolve("p.yaml"), new byte[] {'a', ':', ' ', (byte) 0xFF});
    assertEquals(6, cli.run("check", "-p", "p.yaml", "-").code());
    for (String path : List.of("missing.yaml", ".", "", "no/where")) {
      Ran ran = cli.run("check", "-p", path, "-");
      assertEquals(6, ran.code(), path);
      assertEquals(1, ran.err().lines().count(), ran.err());
    }
  }

  @Test
  void noEscapeOfAPolicyFileReachesTheTerminal() {
    String label = "label: Not routinely commissioned";
    String red = policy.replace(label, "label: \"\\e[31mNot\\u009bcommissioned\\a\"");
    String action = "action: Do not refer for spinal fusion, or apply";
    red = red.replace(action, "action: \"\\e]0;x\\a\" # ");
    Ran ran = check(red);
    String all = ran.out() + ran.err();
    assertFalse(all.contains("\u001b") || all.contains("\u009b") || all.contains("\u0007"), all);
    Ran wrong = check(policy.replace("    type: boolean\n", "    type: \"\\e[31mx\"\n"));
    assertEquals(6, wrong.code());
    assertFalse(wrong.err().contains("\u001b"), wrong.err());
  }

  @Test
  void theReferralsAreNotEvenLookedAt() {
    cli.write("p.yaml", "policy: 5\n");
    Ran ran = cli.in(ELIGIBLE).run("check", "-p", "p.yaml", "-f", "json=out.json", "missing", "-");
    assertEquals(6, ran.code());
    assertEquals("", ran.out());
    assertFalse(Files.exists(folder.resolve("out.json")));
  }
}
