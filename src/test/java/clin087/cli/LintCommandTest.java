package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code clin087 policy lint} as a person or a script runs it. */
final class LintCommandTest {
  private static final String RESOURCES = "src/test/resources/clin087/";

  private static InProcess lint(String... args) {
    List<String> words = new ArrayList<>(List.of("policy", "lint", "--as-of=2026-11-22"));
    words.addAll(List.of(args));
    return InProcess.of(words);
  }

  private static JsonNode json(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    words.add("--format=json");
    return new JsonMapper().readTree(lint(words.toArray(new String[0])).out());
  }

  private static Set<String> codes(JsonNode document, String severity) {
    Set<String> codes = new TreeSet<>();
    for (JsonNode finding : document.get("findings")) {
      if (finding.get("severity").asString().equals(severity)) {
        codes.add(finding.get("code").asString());
      }
    }
    return codes;
  }

  @Test
  void theBuiltInPolicyHasNeitherErrorsNorWarningsNotEvenBesideItsDocument() {
    InProcess run = lint("--strict", "--source", "policies/CMICB_Clin087.source.md");
    assertEquals(0, run.code(), run.out());
    assertTrue(run.out().startsWith("SOUND: 0 errors, 0 warnings, "), run.out());
    assertEquals("", run.err());
  }

  @Test
  void theFileItselfGivesTheSameAsTheCopyThatTheProgramCarries() {
    assertEquals(lint().out(), lint("policies/CMICB_Clin087.yaml").out());
  }

  @Test
  void everyKindOfFindingIsFound() {
    JsonNode document = json(RESOURCES + "faulty.yaml", "--source", RESOURCES + "faulty.source.md");
    assertEquals(Set.of("never-decides", "no-question", "not-verbatim"), codes(document, "error"));
    assertEquals(
        Set.of(
            "no-effect",
            "unused-fact",
            "unread-value",
            "never-reached",
            "never-raised",
            "not-quoted"),
        codes(document, "warning"));
    assertTrue(
        codes(document, "information").containsAll(Set.of("default", "redundant", "order")),
        document.toString());
    assertEquals(6, lint(RESOURCES + "faulty.yaml").code());
  }

  @ParameterizedTest
  @CsvSource({
    "never-decides, 52, 'old', 'adult'",
    "never-decides, 59, 'impossible', 'contradicts itself'",
    "not-verbatim, 95, 'Word 4 is', 'has'",
    "unused-fact, 39, '/forgotten', 'Nothing looks'",
    "never-reached, 14, 'LATER', 'No referral'",
    "no-effect, 49, 'age >= 16', 'never changes'",
    "unread-value, 34, 'fever of /signs', 'No rule and no caution'",
  })
  void aFindingNamesItsPlaceAndItsReason(String code, int line, String about, String reason) {
    boolean found = false;
    JsonNode document = json(RESOURCES + "faulty.yaml", "--source", RESOURCES + "faulty.source.md");
    for (JsonNode finding : document.get("findings")) {
      String message = finding.get("message").asString();
      found |=
          finding.get("code").asString().equals(code)
              && finding.get("line").asInt() == line
              && finding.get("file").asString().equals(RESOURCES + "faulty.yaml")
              && message.contains(about)
              && message.contains(reason);
    }
    assertTrue(found, document.toPrettyString());
  }

  @Test
  void whatIsMerelyMissingDoesNotKeepTheRestFromBeingAnalysed() {
    JsonNode document = json(RESOURCES + "gaps.yaml");
    Set<String> errors = codes(document, "error");
    assertTrue(
        errors.containsAll(Set.of("no-catch-all", "missing-key", "nothing-decides")),
        errors.toString());
    assertTrue(errors.contains("never-decides"), errors.toString());
    assertTrue(document.toString().contains("The third."), "a clause is shown with its text");
  }

  @Test
  void aFileThatCannotBeReadAsAPolicyIsShownWithItsProblems(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("bad.yaml");
    String yaml = Files.readString(Path.of(RESOURCES, "faulty.yaml"));
    Files.writeString(file, yaml.replace("signs has pain", "signs has Pain"));
    InProcess run = lint(file.toString());
    assertEquals(6, run.code());
    assertTrue(run.out().contains("did you mean 'pain'?"), run.out());
    List<String> lines = run.out().lines().toList();
    int caret =
        lines.indexOf(lines.stream().filter(it -> it.strip().equals("^")).findFirst().get());
    assertEquals("Pain", lines.get(caret - 1).substring(lines.get(caret).indexOf('^')));
  }

  @ParameterizedTest
  @CsvSource({
    "'Offer é #1 before.', 21",
    "'Offer it  #1', 23",
    "'Offer it # 1', 0",
    "'Offer it', 0",
    "'\"Offer it #1\"', 0",
    "'Offer it#1', 0"
  })
  void aTextThatARemarkCutsIsPointedOut(String text, int column, @TempDir Path folder)
      throws IOException {
    String yaml = Files.readString(Path.of(RESOURCES, "small.yaml"));
    Path file = folder.resolve("cut.yaml");
    Files.writeString(file, yaml.replace("action: Do not.", "action: " + text));
    String out = lint("-q", file.toString()).out();
    assertEquals(column > 0, out.contains(":60:" + column + ": cut-text\n"), out);
    assertEquals(column > 0, out.contains("cut-text"), out);
  }

  /** Its diagram has a choice for every set of facts, in whatever order a program would find. */
  @Test
  void conditionsThatAreTooLargeAreSaidNotToBeProved(@TempDir Path folder) throws IOException {
    int pairs = 22;
    StringBuilder facts = new StringBuilder();
    StringBuilder all = new StringBuilder();
    StringBuilder any = new StringBuilder();
    for (String side : List.of("a", "b")) {
      for (int i = 0; i < pairs; i++) {
        String fact = "  - path: /%s%d%n    type: boolean%n    question: Is it?%n";
        facts.append(fact.formatted(side, i));
        all.append(side.equals("a") ? "        - a%d%n".formatted(i) : "");
        any.append(side.equals("a") ? "        - all: [a%d, b%d]%n".formatted(i, i) : "");
      }
    }
    String rule =
        "  - rule: %s%n    clause: 1.1%n    when:%n      %s:%n%s    verdict: YES%n    action: Do.%n";
    String yaml = Files.readString(Path.of(RESOURCES, "small.yaml"));
    Path file = folder.resolve("large.yaml");
    Files.writeString(
        file,
        yaml.replace("facts:\n", "facts:\n" + facts)
            .replace(
                "rules:\n",
                "rules:\n"
                    + rule.formatted("every", "all", all)
                    + rule.formatted("pair", "any", any))
            .replace("encodedBy: [first", "encodedBy: [every, pair, first"));
    InProcess run = lint(file.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains(": not-proved\n"), run.out());
    String words = run.out().replaceAll("\\s+", " ");
    assertTrue(words.contains("but for what is said to be open."), words);
  }

  @Test
  void aSharedFileIsNoPolicy() {
    InProcess run = lint("src/test/resources/clin087/suite/core.yaml");
    assertEquals(6, run.code());
    assertTrue(run.out().contains("FAULTY: 1 error, "), run.out());
    assertTrue(run.out().contains("shared by policies"), run.out());
  }

  @Test
  void everyExampleIsAReferralThatTheCheckDecidesAsTheFindingSays(@TempDir Path folder)
      throws IOException {
    Path examples = folder.resolve("examples");
    InProcess run = lint("--examples", examples.toString());
    assertTrue(run.out().contains("Example: "), run.out());
    int orders = 0;
    try (Stream<Path> files = Files.list(examples)) {
      for (Path file : files.sorted().toList()) {
        InProcess check =
            InProcess.of(List.of("check", "--format=ndjson", "--explain", file.toString()));
        assertFalse(check.code() >= 5, file + check.out());
        String name = file.getFileName().toString();
        if (name.startsWith("order.")) {
          JsonNode decision = new JsonMapper().readTree(check.out());
          assertEquals(name.split("\\.", -1)[1], decision.get("rule").asString(), name);
          orders++;
        }
      }
    }
    assertTrue(orders > 50, "orders: " + orders);
  }

  @Test
  void anExampleStaysInItsFolderWhateverTheRulesAreCalled(@TempDir Path folder) throws IOException {
    Path policy = folder.resolve("p.yaml");
    List<String> names =
        List.of("../../x", "a/../../y", "n\\0l", "A", "a", "e".repeat(300), "\\e[31m", "..");
    String rules = "";
    for (int i = 0; i < names.size(); i++) {
      rules +=
          "  - {rule: \"%s\", clause: 1.1, when: age < %d, verdict: %s, action: Act.}\n"
              .formatted(names.get(i), 10 * i + 10, i % 2 == 0 ? "NO" : "YES");
    }
    String encoders = "\"" + String.join("\", \"", names) + "\"";
    Files.writeString(
        policy,
        Given.resource("small.yaml")
            .replace("  - rule: rest", rules + "  - rule: rest")
            .replace("[first]", "[first, " + encoders + "]"));
    Path examples = folder.resolve("inner/examples");
    InProcess run = lint(policy.toString(), "--examples", examples.toString());
    assertEquals("", run.err());
    int expected = 0;
    for (JsonNode finding : json(policy.toString()).get("findings")) {
      expected += finding.get("examples").size();
    }
    assertTrue(expected > 0);
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      assertEquals(expected + 1, files.count());
    }
  }

  @Test
  void aFileIsNoFolderForExamples(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    InProcess run = lint("--examples", file.toString());
    assertEquals(7, run.code());
    assertTrue(run.err().contains("it is a file, not a folder"), run.err());
    assertEquals("kept", Files.readString(file));
  }

  @Test
  void aDocumentOfOneLongLineOfMarksIsReadInTime(@TempDir Path folder) throws IOException {
    readMarks(folder.resolve("source.md"), 20_000);
  }

  @Test
  @Tag("long")
  void aLineTenTimesAsLongIsReadInTime(@TempDir Path folder) throws IOException {
    readMarks(folder.resolve("source.md"), 200_000);
  }

  @Test
  void aSourceThatIsMissingIsSaidToBe() {
    InProcess run = lint("--source", "missing.md");
    assertEquals(5, run.code());
    assertTrue(run.err().contains("cannot read missing.md: there is no such file"), run.err());
  }

  private static void readMarks(Path source, int count) throws IOException {
    Duration most = Duration.ofSeconds(Math.max(60, count / 1_000));
    for (String marks : List.of("[", "[](", "*", "<http://", "<", "](")) {
      Files.writeString(source, marks.repeat(count));
      assertTimeout(most, () -> lint("--quiet", "--source", source.toString()), marks);
    }
    Files.writeString(source, "the policy of the patient ".repeat(count / 2));
    assertTimeout(most, () -> lint("--quiet", "--source", source.toString()));
  }

  @Test
  void aDocumentThatIsTooLargeIsNotRead(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("source.md");
    Files.writeString(source, "x".repeat((4 << 20) + 1));
    InProcess run = lint("--source", source.toString());
    assertEquals(5, run.code());
    assertTrue(run.err().contains("larger than 4 MiB"), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "'--format=xml', 'unknown format'",
    "'--as-of=yesterday', 'expects a date'",
    "'--policy=x.yaml', 'two policies'",
  })
  void aWrongCommandLineIsAUsageError(String option, String message) {
    InProcess run = InProcess.of(List.of("policy", "lint", RESOURCES + "faulty.yaml", option));
    assertEquals(2, run.code());
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aSourceThatCannotBeReadIsAnInvalidInput() {
    assertEquals(5, lint("--source", "nowhere.md").code());
  }
}
