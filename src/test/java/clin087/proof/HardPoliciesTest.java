package clin087.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.bench.MadePolicy;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies made to be hard: a referral that states nothing leaves very much open. */
class HardPoliciesTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String HEAD =
      """
      policy: {id: HARD, title: t, publisher: p, version: "1", published: "2024-01", reviewDue: "2029-01", source: s}
      sections:
        - {section: "1", title: All, clauses: [{clause: c, text: Everything., encodedBy: [RULES]}]}
      verdicts:
        - {verdict: "YES", outcome: proceed, label: Go on}
        - {verdict: "NO", outcome: refuse, label: Stop}
        - {verdict: OTHER, outcome: redirect, label: Go elsewhere}
        - {verdict: ASK, outcome: incomplete, label: Ask, action: Ask.}
      """;

  @ParameterizedTest
  @CsvSource({"20", "30"})
  void pairsBetweenTwoRulesAreDecidedSoon(int pairs) {
    StringBuilder yaml = facts(2 * pairs);
    rule(yaml, "first", "YES", all(0, pairs));
    rule(yaml, "second", "OTHER", all(pairs, 2 * pairs));
    StringBuilder anyPair = new StringBuilder("any:\n");
    for (int i = 0; i < pairs; i++) {
      anyPair.append("          - all: [f").append(i).append(", f").append(pairs + i).append("]\n");
    }
    rule(yaml, "third", "NO", anyPair.toString());
    Reach reach = decidedSoon(yaml, "first, second, third, rest");
    assertEquals("{0, 1, 2, 3}", reach.rules().toString());
    assertEquals(2 * pairs, reach.forVerdict().size());
  }

  @Test
  void aSymptomThatIsNotTreatedIsDecidedSoon() {
    int symptoms = 13;
    StringBuilder yaml = facts(2 * symptoms);
    StringBuilder untreated = new StringBuilder("any:\n");
    for (int i = 0; i < symptoms; i++) {
      untreated.append("          - all: [f").append(i);
      untreated.append(", not f").append(symptoms + i).append("]\n");
    }
    rule(yaml, "symptoms", "OTHER", none(symptoms));
    rule(yaml, "treatments", "YES", all(symptoms, 2 * symptoms));
    rule(yaml, "untreated", "NO", untreated.toString());
    Reach reach = decidedSoon(yaml, "symptoms, treatments, untreated, rest");
    assertEquals("{0, 1, 2, 3}", reach.rules().toString());
    assertEquals(2 * symptoms, reach.forVerdict().size());
  }

  /** No order of the variables makes this small: every fact is paired with many others. */
  @Test
  void aConditionThatNoDiagramHoldsIsSearched() {
    int side = 7;
    StringBuilder yaml = facts(side * side);
    StringBuilder lines = new StringBuilder("any:\n");
    for (int i = 0; i < side; i++) {
      StringBuilder row = new StringBuilder();
      StringBuilder column = new StringBuilder();
      for (int j = 0; j < side; j++) {
        row.append(j == 0 ? "" : ", ").append('f').append(i * side + j);
        column.append(j == 0 ? "" : ", ").append('f').append(j * side + i);
      }
      lines.append("          - all: [").append(row).append("]\n");
      lines.append("          - all: [").append(column).append("]\n");
    }
    rule(yaml, "lines", "NO", lines.toString());
    Reach reach = decidedSoon(yaml, "lines, rest");
    assertEquals("{0, 1}", reach.rules().toString());
    assertEquals(side * side, reach.forVerdict().size());
  }

  /** Rules about other members of a set than the one that changes are not looked into. */
  @Test
  void hundredsOfRulesWithSetsAreDecidedSoon() {
    for (int seed = 1; seed <= 3; seed++) {
      Reach reach = decidedSoon(new MadePolicy(seed, 60, 200).yaml());
      assertTrue(reach.rules().cardinality() > 10, reach.rules()::toString);
    }
  }

  private static Reach decidedSoon(StringBuilder yaml, String rules) {
    return decidedSoon(
        yaml.toString().replace("RULES", rules)
            + "  - {rule: rest, clause: c, when: otherwise, verdict: \"YES\", action: Do.}\n");
  }

  private static Reach decidedSoon(String text) {
    PolicyFile file = PolicyFile.read(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(0, file.problems().size(), () -> file.problems().toString());
    Policy policy = file.policy();
    PolicyCompletions completions = new PolicyCompletions(policy, Given.AS_OF);
    return assertTimeout(
        SOON, () -> completions.of(new KnownFacts(policy.nothingStated(), Given.AS_OF)).reach());
  }

  private static StringBuilder facts(int count) {
    StringBuilder yaml = new StringBuilder(HEAD).append("facts:\n");
    yaml.append("  - {path: /reference, type: text, about: it, required: true}\n");
    for (int i = 0; i < count; i++) {
      yaml.append("  - {path: /f").append(i).append(", type: boolean, label: fact ").append(i);
      yaml.append(", question: Is it ").append(i).append("?, clause: c}\n");
    }
    return yaml.append("rules:\n");
  }

  private static void rule(StringBuilder yaml, String id, String verdict, String when) {
    yaml.append("  - rule: ").append(id).append("\n    clause: c\n    when:\n      ");
    yaml.append(when)
        .append("    verdict: \"")
        .append(verdict)
        .append("\"")
        .append("\n    action: Do ")
        .append(id)
        .append(".\n");
  }

  private static String all(int from, int to) {
    StringBuilder list = new StringBuilder("all: [");
    for (int i = from; i < to; i++) {
      list.append(i == from ? "" : ", ").append('f').append(i);
    }
    return list.append("]\n").toString();
  }

  private static String none(int to) {
    return all(0, to).replace("all:", "none:");
  }
}
