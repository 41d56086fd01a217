package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code policy diff} tells of the words and the encoding: everything, however small. */
class AlterationsTest {
  @TempDir Path folder;
  private Cli cli;
  private String old = "";

  @BeforeEach
  void start() throws IOException {
    cli = new Cli(folder);
    old = Files.readString(Path.of("policies/CMICB_Clin087.yaml"));
    cli.write("old.yaml", old);
  }

  private Ran diff(String revision) {
    return cli.run("policy", "diff", "old.yaml", revision);
  }

  private static String replace(String policy, String words, String others) {
    assertTrue(policy.contains(words), words);
    return policy.replace(words, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A congenital deformity (3.2(e), | X (3.2(e), | caution confirm-criterion changed",
        "'action: Do not refer for' | 'action: Do  not refer for' | only the spaces",
        "'title: Policy statement' | 'title: The policy' | title: [-Policy statement-]",
      })
  void nothingIsTooSmallToBeTold(String words, String others, String told) {
    cli.write("new.yaml", replace(old, words, others));
    Ran ran = diff("new.yaml");
    assertEquals(1, ran.code(), ran.out() + ran.err());
    assertTrue(ran.out().contains(told), ran.out());
  }

  @Test
  void piecesThatShareANameAreToldApart() {
    int first = old.indexOf("  - caution: confirm-criterion");
    int second = old.indexOf("  - caution: confirm-criterion", first + 1);
    int third = old.indexOf("  - caution: confirm-criterion", second + 1);
    cli.write(
        "without.yaml",
        replace(
            old.substring(0, first) + old.substring(second),
            "[core-nice-tag, confirm-criterion]",
            "[core-nice-tag]"));
    String removed = diff("without.yaml").out();
    assertTrue(removed.contains("caution confirm-criterion removed\n"), removed);
    assertFalse(removed.contains("caution confirm-criterion changed"), removed);
    cli.write(
        "swapped.yaml",
        old.substring(0, first)
            + old.substring(second, third)
            + old.substring(first, second)
            + old.substring(third));
    String out = diff("swapped.yaml").out();
    assertTrue(out.contains("caution confirm-criterion changed\n    place: "), out);
    assertFalse(out.contains("message:"), out);
  }

  @Test
  void theClausesOfBulletsAreTold() {
    String bullet = "                - request.%s\n                - request.type is treatment\n";
    String trial = bullet.formatted("trialContinuation") + "              clause: ";
    String cosmetic = bullet.formatted("cosmetic") + "              clause: ";
    String swapped = replace(old, trial + "6.6", trial + "6.4(b)");
    cli.write("new.yaml", replace(swapped, cosmetic + "6.4(b)", cosmetic + "6.6"));
    String out = diff("new.yaml").out();
    assertTrue(out.contains("bulletClauses: [-6.6,-] 6.4(b), {+6.6,+} 6.5(a)"), out);
  }

  @Test
  void aClauseThatIsPutElsewhereIsTold() {
    int from = old.indexOf("      - clause: 2.1");
    int to = old.indexOf("  - section: 3", from);
    String clause = old.substring(from, to).stripTrailing() + "\n";
    String without = old.substring(0, from).stripTrailing() + " []\n" + old.substring(to);
    String title = "    title: Core Eligibility Criteria\n    clauses:\n";
    cli.write("new.yaml", replace(without, title, title + clause));
    Ran ran = diff("new.yaml");
    assertEquals(1, ran.code(), ran.out() + ran.err());
    assertTrue(ran.out().contains("clause 2.1 changed\n    section: [-2-] {+3+}\n"), ran.out());
  }
}
