package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.cli.Cli.Ran;
import clin087.text.Characters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that show a policy: what can be asked for, and what is said of a wrong question. */
class ShowTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder);
  }

  private JsonNode json(String name) {
    Ran ran = cli.run("policy", "show", name, "-f", "json");
    assertEquals("", ran.err());
    return new JsonMapper().readTree(ran.out());
  }

  @ParameterizedTest
  @CsvSource({
    "3.2, 3.2 3.2(a) 3.2(b) 3.2(c) 3.2(d) 3.2(e) 3.2(f) 3.2(g)",
    "3, 3.1 3.2 3.2(a) 3.2(b) 3.2(c) 3.2(d) 3.2(e) 3.2(f) 3.2(g)",
    "3.2(c), 3.2(c)",
    "6.1(e), 6.1(e) 6.1(e)(i) 6.1(e)(ii) 6.1(e)(iii)",
    "document-control, document-control",
  })
  void aNumberShowsAllThatIsBelowIt(String name, String clauses) {
    List<String> shown = new ArrayList<>();
    for (JsonNode section : json(name).get("sections")) {
      section.get("clauses").forEach(clause -> shown.add(clause.get("id").asString()));
    }
    assertEquals(clauses, String.join(" ", shown));
  }

  @Test
  void aSectionShowsItsSubsections() {
    List<String> shown = new ArrayList<>();
    json("6").get("sections").forEach(section -> shown.add(section.get("id").asString()));
    assertEquals(List.of("6", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6"), shown);
  }

  @ParameterizedTest
  @CsvSource({
    "mcas-first, rules, 1",
    "MCAS_FIRST, verdicts, 1",
    "confirm-criterion, cautions, 4",
    "/mcas/seen, facts, 1",
    "mcas.seen, facts, 1",
  })
  void everythingIsFoundByItsNameAndNothingElse(String name, String kind, int count) {
    JsonNode shown = json(name);
    for (String each : List.of("sections", "rules", "verdicts", "cautions", "facts")) {
      assertEquals(each.equals(kind) ? count : 0, shown.get(each).size(), each);
    }
  }

  @Test
  void everyNameOfThePolicyIsFound() {
    for (String path : List.of("/$schema", "/coreCriteria", "/request/type")) {
      assertEquals(0, cli.run("policy", "show", path).code(), path);
    }
    Given.POLICY
        .rules()
        .forEach(rule -> assertEquals(0, cli.run("policy", "show", rule.id()).code()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "show mcas.sen | did you mean 'mcas.seen'?",
        "show core-urgnet | did you mean 'core-urgent'?",
        "show 3.2(x) | did you mean '3.2(",
        "show some-thing-altogether-unheard-of | the policy has no 'some-thing-altogether-unheard-of'; 'clin087 policy show' alone lists what it has",
        "show 1.1 1.2 | there is no file '1.1'",
        "show -p a.yaml 1.1 1.2 | one name",
        "show -f jsn | did you mean 'json'?",
        "page a.yaml b.yaml | b.yaml",
        "page a.yaml -p b.yaml | two policies",
        "page --format html | --format",
        "graph -f svg | expected mermaid, dot",
      })
  void aWrongQuestionIsAUsageError(String args, String says) {
    List<String> command = new ArrayList<>(List.of("policy"));
    command.addAll(List.of(args.split(" ")));
    Ran ran = cli.run(command.toArray(new String[0]));
    assertEquals(2, ran.code());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains(says), ran.err());
  }

  @Test
  void aFileCanBeShownWithAndWithoutTheNameOfAPart() {
    cli.write("mine.yaml", Given.resource("small.yaml"));
    cli.write("mine", Given.resource("small.yaml"));
    String contents = cli.run("policy", "show", "-p", "mine.yaml").out();
    assertTrue(contents.startsWith("SMALL version 1"), contents);
    assertEquals(contents, cli.run("policy", "show", "mine.yaml").out());
    assertEquals(contents, cli.run("policy", "show", "mine").out());
    String rule = cli.run("policy", "show", "mine.yaml", "first").out();
    assertTrue(rule.startsWith("Rule 1 of 2: first"), rule);
    assertEquals(rule, cli.run("policy", "show", "first", "-p", "mine.yaml").out());
    assertEquals(6, cli.run("policy", "show", "missing.yaml").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "page", "graph"})
  void aPolicyThatIsWrongIsShownWithItsProblems(String command) {
    cli.write("wrong.yaml", "policy: 1\n");
    Ran ran = cli.run("policy", command, "-p", "wrong.yaml");
    assertEquals(6, ran.code());
    assertTrue(ran.err().contains("wrong.yaml:1:9: wrong-type"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "page", "graph"})
  void theResultGoesToAFileWhole(String command) {
    Ran ran = cli.run("policy", command, "-o", "out");
    assertEquals("", ran.out() + ran.err());
    assertEquals(cli.run("policy", command).out(), cli.read("out"));
  }

  @Test
  void aFileAloneNeedsNoOption() {
    cli.write("mine.yaml", Given.resource("every-feature.yaml"));
    String expected = cli.run("policy", "page", "-p", "mine.yaml").out();
    assertEquals(expected, cli.run("policy", "page", "mine.yaml").out());
    assertTrue(expected.contains("EVERY_FEATURE"));
  }

  @Test
  void aPageWithCasesThatFailIsWrittenAndSaysSo() {
    cli.write("small.yaml", Given.resource("small.yaml"));
    cli.write(
        "small.tests.yaml",
        "cases:\n  - case: a\n    given: {}\n    expect: NO\n    clauses: ['1.1']\n");
    Ran ran = cli.run("policy", "page", "small.yaml");
    assertEquals(1, ran.code());
    assertEquals("clin087: the only case fails, as the page says\n", ran.err());
    assertTrue(ran.out().contains("Decided otherwise than expected"));
    assertTrue(ran.out().contains("The cases that fail"));
  }

  @Test
  void onlyATerminalGetsColour() {
    assertTrue(cli.color(true).run("policy", "show", "1.1").out().contains("\u001b[1m"));
    assertFalse(cli.color(false).run("policy", "show", "1.1").out().contains("\u001b"));
  }

  @Test
  void nothingOfAPolicyActsOnTheTerminal() {
    String hostile =
        Given.resource("every-feature.yaml")
            .replace("label: Go ahead", "label: \"Go \\u001b[31m ahead\"")
            .replace("- rule: words", "- rule: \"words\\u001b]0;x\\u0007\"")
            .replace("encodedBy: [words,", "encodedBy: [\"words\\u001b]0;x\\u0007\",")
            .replace("notReported: [words,", "notReported: [\"words\\u001b]0;x\\u0007\",")
            .replace("path: /side", "path: \"/side\\u202e\"")
            .replace("side is", "side\u202e is")
            .replace("text: The first.", "text: \"The \\u009b first.\"");
    cli.write(
        "hostile.yaml",
        hostile.replaceAll("(?m)^ *- .*side\u202e.*\n|^ *- when: side\u202e.*\n", ""));
    for (String args : List.of("show", "show 1", "show YES", "graph", "graph -f dot", "page")) {
      List<String> command = new ArrayList<>(List.of("policy"));
      command.addAll(List.of(args.split(" ")));
      command.addAll(List.of("-p", "hostile.yaml"));
      Ran ran = cli.run(command.toArray(new String[0]));
      assertTrue(
          ran.out().codePoints().noneMatch(c -> c != '\n' && Characters.isControl(c)),
          args + ran.err());
    }
  }
}
