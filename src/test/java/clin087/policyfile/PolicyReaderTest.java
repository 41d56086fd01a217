package clin087.policyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.problem.Problem;
import clin087.referral.Referral;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong policy file gets all its problems at once, each with its place and its cure. */
class PolicyReaderTest {
  private static final String SMALL = Given.resource("small.yaml");

  static List<WrongPolicy> edits() {
    return WrongPolicy.all();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void eachProblemHasItsPlaceAndItsCure(WrongPolicy edit) {
    String marked = edit.marked();
    assertTrue(!marked.equals(SMALL), "the small policy has no: " + edit.old());
    int at = marked.indexOf(WrongPolicy.MARK);
    String before = marked.substring(0, at);
    int line = (int) before.lines().count();
    int column = before.length() - before.lastIndexOf('\n');
    line += column == 1 ? 1 : 0;
    List<Problem> problems = problems(edit.yaml());
    Problem first = edit.first(problems);
    assertEquals(line + ":" + column, first.line() + ":" + first.column(), problems.toString());
  }

  @Test
  void theSmallPolicyIsFine() {
    assertEquals(List.of(), problems(SMALL));
  }

  @Test
  void everyProblemIsReportedAtOnceInTheOrderOfTheFile() {
    String wrong =
        SMALL
            .replace("version: 1", "verzion: 1")
            .replace("outcome: refuse", "outcome: refused")
            .replace("type: boolean", "type: boolaen")
            .replace("/since", "/age")
            .replace("when: treated", "when: side is lefft")
            .replace("when: age > 100", "when: agee > 100")
            .replace("seeAlso: [1.2]", "seeAlso: [1.3]");
    List<Problem> problems = problems(wrong);
    assertEquals(
        List.of(
            "missing-key",
            "unknown-key",
            "unknown-outcome",
            "unknown-type",
            "duplicate-id",
            "unknown-clause",
            "unknown-value",
            "unknown-fact"),
        problems.stream().map(Problem::code).toList(),
        problems::toString);
  }

  @Test
  void aPolicyWithEveryConstructIsReadAndItsConditionsPrintBack() {
    Policy policy = Given.everyFeature();
    List<String> printed = policy.rules().stream().map(rule -> rule.when().toString()).toList();
    assertEquals(
        List.of(
            "all of (treated; not treated; side is left; side is not right; side in (left, both);"
                + " side not in (right, both); symptoms.list has pain; symptoms.list lacks"
                + " weakness)",
            "any of (age >= 18; age > 17 years; age <= 80; age < 81; age = 40; bmi >= 18.5 kg/m2;"
                + " bmi > 18.4; bmi <= 40; bmi < 40.1; bmi = 25.0; score >= -3)",
            "none of (symptoms.since before 2026-01-31; symptoms.since after 12 weeks ago;"
                + " symptoms.since on or before 1 day ago; symptoms.since on or after today;"
                + " symptoms.since before 6 months ago; symptoms.since before 1 year ago; asOf"
                + " after 2026-12-31)",
            "at least 2 of (treated; side is left; all of (age >= 18; any of (bmi < 30; none of"
                + " (treated))); any of (treated; side is both))",
            "otherwise"),
        printed);
    Rule words = policy.rules().get(0);
    assertEquals("A reading.", words.interpretation());
    assertEquals(List.of("1.2"), words.seeAlso());
    assertEquals(4, policy.verdicts().get(2).afterwards().size());
    assertEquals(255, Given.fact(policy, "/bmi").assumed());
    assertEquals(5, Given.fact(policy, "/symptoms/list").assumed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "yes", "on", "off", "y", "1e3", "0x1F", "1_000", "2026-01-01"})
  void wordsThatYamlMayTakeForOtherTypesAreText(String word) {
    String yaml =
        SMALL.replace("{left: left side,", "{" + word + ": " + word + ",").replace("Do not.", word);
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    assertEquals(word, Given.fact(policy, "/side").values().get(0));
    assertEquals(word, Given.fact(policy, "/side").choices().get(0).label());
    assertEquals(word, policy.rules().get(1).action());
  }

  @Test
  void aConditionMayCompareWithSuchAWord() {
    String yaml =
        SMALL
            .replace("{left: left side,", "{no: nobody, yes: somebody,")
            .replace("when: treated", "when: side in (no, yes)");
    assertEquals(List.of(), problems(yaml));
  }

  @ParameterizedTest
  @CsvSource({
    "/age, age",
    "/pain/since, pain since",
    "/mcas/seenOn, mcas seen on",
    "/BMIs, b m is",
    "/Age/inYears, age in years",
  })
  void aFactWithoutALabelIsCalledByThePlainWordsOfItsPath(String path, String label) {
    String yaml = SMALL.replace("path: /treated", "path: " + path).replace("/age\n", "/years\n");
    yaml = yaml.replace("path: /years\n    type: boolean", "path: " + path + "\n    type: boolean");
    yaml = yaml.replace("when: treated", "when: side is left").replace("age > 100", "years > 100");
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    Fact fact = Given.fact(policy, path);
    assertEquals(label, fact.label());
    assertEquals(
        List.of(new Choice("false", "not " + label), new Choice("true", label)), fact.choices());
  }

  @Test
  void aFactAndTheTruthsOfABooleanHaveTheLabelsThatTheyDeclare() {
    String yaml =
        SMALL.replace(
            "type: boolean",
            "label: treatment\n    type: boolean\n    values: {true: t, false: f}");
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    Fact treated = Given.fact(policy, "/treated");
    assertEquals("treatment", treated.label());
    assertEquals(List.of(new Choice("false", "f"), new Choice("true", "t")), treated.choices());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "\uFEFF"})
  void aFileWithoutAPolicyIsEmptyOrNoPolicy(String yaml) {
    List<Problem> problems = problems(yaml);
    assertTrue(!problems.isEmpty());
    assertTrue(problems.get(0).line() <= 2);
  }

  @Test
  void aQuoteThatIsNotClosedIsFoundWhereItBegins() {
    Problem problem = problems(SMALL.replace("Ask.", "\"Ask.")).get(0);
    assertEquals("not-yaml", problem.code());
    assertTrue(
        problem
            .message()
            .endsWith("the file ends here, but a quote is still open (begun on line 19)"),
        problem::toString);
  }

  @Test
  void aFileHoldsOnePolicyOnly() {
    List<Problem> problems = problems(SMALL + "---\n" + SMALL);
    assertEquals("not-yaml", problems.get(0).code());
    assertTrue(problems.get(0).message().contains("one document"), problems::toString);
    assertEquals(List.of(), problems("---\n" + SMALL + "...\n"));
  }

  @Test
  void anObjectOfTheReferralHoldsAnyNumberOfFields() {
    StringBuilder facts = new StringBuilder();
    StringBuilder json = new StringBuilder("{\"reference\": \"A\"");
    for (int i = 0; i < 200; i++) {
      facts.append("  - {path: /f" + i + ", type: boolean, question: What?}\n");
      json.append(", \"f" + i + "\": true");
    }
    String yaml = SMALL.replace("rules:\n", facts + "rules:\n");
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    Referral referral = Given.referral(policy, json + "}");
    assertEquals(1, referral.stated(Given.fact(policy, "/f199")));
  }

  @Test
  void aPathNeitherHoldsNorIsHeldByAnother() {
    String inner =
        SMALL.replace("/treated", "/age/treated").replace("treated\n    v", "age > 1\n    v");
    assertEquals("wrong-type", problems(inner).get(0).code());
    String long200 = SMALL.replace("/since", "/" + "s".repeat(199));
    assertEquals(List.of(), problems(long200));
    assertEquals("wrong-type", problems(long200.replace("/sss", "/ssss")).get(0).code());
  }

  @Test
  void bytesThatAreNoUtf8AreSaidToBe() {
    byte[] latin1 = SMALL.replace("Nobody", "Né").getBytes(StandardCharsets.ISO_8859_1);
    PolicyFile file = PolicyFile.read(latin1);
    assertNull(file.policy());
    Problem problem = file.problems().get(0);
    assertEquals("not-utf8 4:15", problem.code() + " " + problem.line() + ":" + problem.column());
    assertTrue(problem.message().endsWith("save it again with the encoding UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({
    "'title: A small', 'title: A\u0007small', '3:11: a control character (U+0007)'",
    "'title: A small', 'title: A\u007Fsmall', '3:11: a control character (U+007F)'",
    "'verdicts:', '---\nverdicts:', '9:1: expected one document'",
  })
  void whatEndsTheTextIsFoundAtItsPlace(String old, String text, String expected) {
    Problem problem = problems(SMALL.replace(old, text.replace("\\n", "\n"))).get(0);
    String found = problem.line() + ":" + problem.column() + ": " + problem.message();
    assertTrue(found.startsWith(expected), found);
    assertEquals("not-yaml", problem.code());
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    assertEquals(List.of(), problems("\uFEFF" + SMALL));
  }

  @Test
  void windowsLineEndsDoNoHarm() {
    assertEquals(List.of(), problems(SMALL.replace("\n", "\r\n")));
  }

  @Test
  void aBombOfAliasesIsRefusedNotBlownUp() {
    StringBuilder bomb = new StringBuilder("policy: x\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }
    List<Problem> problems = problems(bomb.toString());
    assertTrue(problems.stream().anyMatch(problem -> problem.code().equals("alias")));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 400, 4_000, 100_000})
  void nestingWithoutEndIsRefused(int levels) {
    for (String text :
        List.of(
            SMALL.replace("when: treated", "when: " + "{all: [".repeat(levels)),
            SMALL.replace(
                "when: treated",
                "when: " + "{all: [".repeat(levels) + "treated" + "]}".repeat(levels)),
            "- ".repeat(levels) + "x",
            "[".repeat(levels),
            "{".repeat(levels),
            "? ".repeat(levels))) {
      PolicyFile file = PolicyFile.read(text.getBytes(StandardCharsets.UTF_8));
      assertNull(file.policy());
      assertTrue(!file.problems().isEmpty());
    }
  }

  private static List<Problem> problems(String yaml) {
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    assertEquals(file.problems().isEmpty(), file.isValid());
    return file.problems();
  }
}
