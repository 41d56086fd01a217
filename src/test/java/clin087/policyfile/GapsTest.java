package clin087.policyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import clin087.Given;
import clin087.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy with gaps cannot decide, but it can often be analysed. */
class GapsTest {
  private static final String SMALL = Given.resource("small.yaml");

  private static PolicyFile read(String yaml) {
    return PolicyFile.read("small.yaml", yaml.getBytes(StandardCharsets.UTF_8), null);
  }

  private static String edit(String old, String text) {
    String yaml = SMALL.replace(old.replace("\\n", "\n"), text.replace("\\n", "\n"));
    assertFalse(yaml.equals(SMALL), "the small policy has no: " + old);
    return yaml;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          when: otherwise            | when: age > 5     | no-catch-all
          when: treated              | when: otherwise   | no-catch-all
          `    action: Do.\\n`       | ``                | missing-key
          action: Do not.            | action: ''        | missing-key
          `    question: Since when?\\n` | ``            | missing-key
          `text: The first.\\n        encodedBy: [first]` | text: The first. | missing-key
          encodedBy: [rest, old]     | encodedBy: [old]  | not-encoded
          encodedBy: [rest, old]     | encodedBy: [rest, old, first] |
          """)
  void aGapLeavesAPolicyThatCanBeAnalysed(String old, String text, String code) {
    PolicyFile file = read(edit(old, text));
    assertNotNull(file.policy(), () -> file.problems().toString());
    assertEquals(code == null, file.isValid());
    assertEquals(2, file.policy().rules().size());
    assertEquals(24, file.places().of(file.policy(), "facts").line() + 4);
    if (code != null) {
      assertEquals(code, file.problems().get(0).code());
      assertEquals("small.yaml", file.problems().get(0).file());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'when: otherwise', 'when: agee > 5'",
    "'    label: Do not\\n', ''",
    "'rule: rest', 'rule: first'",
    "'[rest, old]', '[rest, odl]'",
  })
  void anyOtherProblemLeavesNone(String old, String text) {
    PolicyFile file = read(edit(old, text).replace("    action: Do.\n", ""));
    assertNull(file.policy());
    assertFalse(file.isValid());
  }

  @Test
  void aPolicyWithoutRulesIsNone() {
    String rules = SMALL.substring(SMALL.indexOf("rules:"), SMALL.indexOf("cautions:"));
    String none =
        SMALL
            .replace(rules, "rules: []\n")
            .replace("encodedBy: [first]", "informative: x")
            .replace("encodedBy: [rest, old]", "encodedBy: [old]");
    PolicyFile file = read(none);
    assertNull(file.policy());
    assertEquals(List.of("no-catch-all"), file.problems().stream().map(Problem::code).toList());
  }
}
