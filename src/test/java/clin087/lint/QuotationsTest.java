package clin087.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a quotation differs from the document. */
class QuotationsTest {
  private static final String SMALL = Given.resource("small.yaml");

  private static List<String> findings(Policy policy, String source) {
    return Quotations.of(policy, new SourceText("source.md", source)).stream()
        .filter(finding -> finding.severity() != Severity.INFORMATION)
        .map(finding -> finding.kind().code())
        .toList();
  }

  @Test
  void aChangedWordOfTheDocumentIsFoundOnceAndNothingElse() throws IOException {
    String source = Files.readString(Path.of("policies", "CMICB_Clin087.source.md"));
    assertEquals(List.of(), findings(Given.POLICY, source));
    String clause = "Where MCAS services are in place the patient needs to be seen in a";
    List<String> words = List.of(clause.split(" "));
    for (int i = 0; i < words.size(); i++) {
      List<String> changed = new ArrayList<>(words);
      changed.set(i, "something");
      String other = source.replace(clause, String.join(" ", changed));
      assertEquals(List.of("not-verbatim"), findings(Given.POLICY, other), words.get(i));
    }
  }

  @Test
  void aClauseOfEqualWordsIsComparedInTime() {
    String half = "word ".repeat(50_000);
    byte[] yaml =
        SMALL
            .replace("text: The first.", "text: " + half + "other " + half)
            .replace("text: The second.", "text: " + "a ".repeat(5000))
            .getBytes(StandardCharsets.UTF_8);
    Policy policy = PolicyFile.read(yaml).policy();
    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertEquals(
                List.of("not-verbatim", "not-verbatim", "not-quoted"),
                findings(policy, half.repeat(4))));
    for (String text : List.of("a ", "at least 12 months or more than 3.5 years of age ", "1-")) {
      assertTimeout(Duration.ofSeconds(10), () -> WrittenLimit.in(text.repeat(20_000)), text);
    }
  }
}
