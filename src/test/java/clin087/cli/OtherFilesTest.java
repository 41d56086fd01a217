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
import org.junit.jupiter.params.provider.ValueSource;

/** A file in place of another: a referral, say, where a policy belongs, is never printed. */
class OtherFilesTest {
  private static final String SECRET = "Wanderbilt";

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
    cli.write("small.yaml", Given.resource("small.yaml"));
    cli.write("a.json", "{\"reference\": \"R\",\n \"notes\": \"" + SECRET + "\"}");
    cli.write("a.ndjson", "{\"reference\": \"R\", \"" + SECRET + "\": 1}\n".repeat(3));
    cli.write("a.csv", "reference,notes," + SECRET + "\nR,\"" + SECRET + ": x,\n");
    cli.write("pointers.csv", "\"/request/procedure\";\"/reference\"\r\n;" + SECRET + "\r\n");
    cli.write("list.csv", SECRET + "," + SECRET + "," + SECRET + "\n");
    cli.write("letter.txt", "Dear " + SECRET + ": policy: x\n\tfoo");
    cli.write("a.yaml", "reference: R\nnotes: " + SECRET + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.json", "a.ndjson", "a.csv", "pointers.csv", "list.csv", "letter.txt", "a.yaml"})
  void aFileThatIsNoPolicyIsNotPrinted(String file) {
    List<String> lines =
        List.of(
            "check -p " + file + " small.yaml",
            "policy lint " + file,
            "policy lint " + file + " -f json",
            "policy show " + file,
            "policy test " + file,
            "policy test small.yaml --cases " + file,
            "policy diff " + file + " small.yaml",
            "policy diff small.yaml " + file,
            "policy page " + file,
            "policy graph " + file);
    for (String line : lines) {
      Ran ran = cli.run(line.split(" ", -1));
      assertEquals(6, ran.code(), line);
      String all = ran.out() + ran.err();
      assertFalse(all.contains(SECRET), all);
      assertTrue(all.contains("seems to be"), all);
    }
  }

  @Test
  void neitherIsOneThatAPolicyIncludes() {
    cli.write("small.yaml", "include: [a.json]\n" + Given.resource("small.yaml"));
    Ran ran = cli.run("policy", "lint", "small.yaml");
    assertEquals(6, ran.code());
    assertFalse(ran.out().contains(SECRET), ran.out());
    assertTrue(ran.out().contains("a.json:1:1: other-file"), ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.ndjson", "a.csv", "pointers.csv"})
  void aReferralInThePlaceOfTheDocumentIsNotPrinted(String file) {
    Ran ran = cli.run("policy", "lint", "small.yaml", "--source", file);
    assertEquals(5, ran.code());
    assertEquals("", ran.out());
    assertFalse(ran.err().contains(SECRET), ran.err());
    assertTrue(ran.err().contains(file + ":1:1: other-file: expected the policy's doc"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Contents](#contents)",
        "Spinal fusion, second edition, for reference",
        "Reference",
        "# Fusion, reference, version 1"
      })
  void aDocumentMayBeginWithALinkOrSomeCommas(String line) {
    cli.write("source.md", line + "\n");
    Ran ran = cli.run("policy", "lint", "small.yaml", "--source", "source.md");
    assertFalse(ran.err().contains("other-file"), ran.err());
  }

  @Test
  void itIsSaidWhatTheFileSeemsToBe() {
    assertTrue(cli.run("policy", "show", "a.json").err().contains("JSON, such as a referral"));
    assertTrue(cli.run("policy", "show", "a.csv").err().contains("referrals in CSV"));
    cli.write("cases.yaml", "cases:\n- case: a\n");
    assertTrue(cli.run("policy", "lint", "cases.yaml").out().contains("a file of cases"));
    Ran cases = cli.run("policy", "test", "small.yaml", "--cases", "small.yaml");
    assertTrue(cases.err().contains("expected a file of cases; this seems to be a policy"));
  }

  @Test
  void aPolicyWithAMistakeStaysVisible() {
    cli.write("small.yaml", Given.resource("small.yaml").replace("type: boolean", "type: boolaen"));
    Ran ran = cli.run("policy", "lint", "small.yaml");
    assertTrue(ran.out().contains("        type: boolaen"), ran.out());
  }
}
