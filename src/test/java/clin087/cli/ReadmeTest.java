package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.TextDifference;
import clin087.batch.ExitCode;
import clin087.lint.FindingKind;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Verdict;
import clin087.problem.ReferralProblem;
import clin087.report.Format;
import clin087.report.OwnCautions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages of documentation show what the program does.
 *
 * <p>With {@code -Dupdate.golden=true} the outputs that they show are written anew; read the
 * difference before you commit it. {@link ReadmeIT} runs their recipes.
 */
final class ReadmeTest {
  private static final boolean UPDATE = Boolean.getBoolean("update.golden");
  private static final Policy POLICY = Given.POLICY;

  @TempDir Path work;

  private static String readme() {
    return Readmes.text(Readmes.README);
  }

  private static String reference() {
    return Readmes.text(Readmes.REFERENCE);
  }

  private static String code(String word) {
    return "`" + word + "`";
  }

  private static void check(Path file, String expected) throws IOException {
    if (UPDATE) {
      Files.writeString(file, expected);
    }
    TextDifference.assertSame(file.toString(), Readmes.text(file), expected);
  }

  @Test
  void everyOutputIsReal() throws IOException {
    for (Path page : List.of(Readmes.README, Readmes.REFERENCE)) {
      check(page, withOutputs(Readmes.text(page), Path.of("")));
    }
  }

  @Test
  void theStepsThatChangeAPolicyWork() throws IOException {
    Cli cli = new Cli(work);
    for (String suffix : List.of(".yaml", ".tests.yaml")) {
      cli.write("mine" + suffix, Files.readString(Path.of("policies/CMICB_Clin087" + suffix)));
    }
    String text = Readmes.text(Readmes.POLICY_README);
    List<String> steps = Readmes.groups("`clin087 (policy \\w+ mine\\.[^`]*)`", text);
    assertEquals(4, steps.size(), steps.toString());
    for (String step : steps) {
      assertEquals(0, cli.run(step.split(" ")).code(), step);
    }
    assertTrue(Files.size(work.resolve("mine.html")) > 0);
  }

  @Test
  void everyOutputOnPoliciesIsReal() throws IOException {
    String text = Readmes.text(Readmes.POLICY_README);
    String policy = Readmes.groups("(?s)```yaml\n(# EXAMPLE.*?)```", text).get(0);
    Files.writeString(work.resolve("foot.yaml"), policy);
    Files.writeString(work.resolve("wrong.yaml"), policy.replace("pain.since on", "pain.sinse on"));
    Files.writeString(work.resolve("referral.json"), Readmes.blocks(text, "json").get(0));
    Files.writeString(
        work.resolve("revised.yaml"), policy.replace("is about adults", "is about adult patients"));
    Files.writeString(
        work.resolve("stricter.yaml"), policy.replace("when: bmi > 40", "when: bmi > 38"));
    String cases = Readmes.groups("(?s)```yaml\n(asOf.*?)```", text).get(0);
    Files.writeString(work.resolve("foot.tests.yaml"), cases);
    check(Readmes.POLICY_README, withOutputs(text, work));
  }

  /** The text with what each command of its console blocks prints now. */
  private static String withOutputs(String text, Path folder) throws IOException {
    String result = text;
    for (String block : Readmes.blocks(text, "console")) {
      StringBuilder real = new StringBuilder();
      int code = 0;
      for (String command : Readmes.groups("(?m)^\\$ (.*)$", block)) {
        real.append("$ ").append(command).append('\n');
        if (command.equals("echo $?")) {
          real.append(code).append('\n');
        } else {
          assertTrue(command.startsWith("clin087 "), command);
          InProcess run = run(command, folder);
          real.append(run.both());
          code = run.code();
        }
      }
      result = result.replace("```console\n" + block + "```", "```console\n" + real + "```");
    }
    return result;
  }

  @Test
  void everyFindingOfLintIsInTheTableWithItsCure() throws IOException {
    List<String> rows = new ArrayList<>();
    for (FindingKind kind : FindingKind.values()) {
      String cells = "| %s | %s | %s |";
      rows.add(cells.formatted(code(kind.code()), kind.severity().word(), kind.cure()));
    }
    checkTable(Readmes.POLICY_README, "| code | | what it says, and the cure |", rows);
  }

  @Test
  void everyProblemOfAReferralIsInTheTableWithItsCure() throws IOException {
    List<String> rows = new ArrayList<>();
    for (ReferralProblem kind : ReferralProblem.values()) {
      rows.add("| %s | %s |".formatted(code(kind.code()), kind.cure()));
    }
    checkTable(Readmes.REFERENCE, "| code | what is wrong, and the cure |", rows);
  }

  /** The table that has this head, and these rows and no others. */
  private static void checkTable(Path file, String head, List<String> rows) throws IOException {
    String text = Readmes.text(file);
    int begin = text.indexOf(head);
    assertTrue(begin >= 0, head);
    int from = text.indexOf('\n', text.indexOf('\n', begin) + 1) + 1;
    int to = text.indexOf("\n\n", begin) + 1;
    String table = String.join("\n", rows) + "\n";
    check(file, text.substring(0, from) + table + text.substring(to));
  }

  /** Runs a command as a shell would, its standard input from a file where it says so. */
  private static InProcess run(String command, Path folder) throws IOException {
    String[] parts = command.split(" < ", -1);
    List<String> words = List.of(parts[0].split(" ", -1));
    byte[] input = parts.length > 1 ? Files.readAllBytes(Path.of(parts[1])) : new byte[0];
    return InProcess.in(folder, words.subList(1, words.size()), input);
  }

  @Test
  void everyExitCodeIsInTheTable() {
    List<String> expected = new ArrayList<>();
    for (ExitCode exitCode : ExitCode.values()) {
      expected.add("| " + exitCode.code() + " | " + exitCode.meaning() + " |");
    }
    String section = Readmes.section(readme(), "Exit codes");
    assertEquals(expected, Readmes.groups("(?m)^(\\| [0-9]+ .*)$", section));
  }

  @Test
  void everyOptionIsInTheTable() {
    Set<String> expected = new TreeSet<>();
    var check = Commands.commandLine().getSubcommands().get("check");
    for (OptionSpec option : check.getCommandSpec().options()) {
      expected.addAll(List.of(option.names()));
    }
    Set<String> found = new TreeSet<>();
    String section = Readmes.section(reference(), "Options of `check`");
    for (String cell : Readmes.groups("(?m)^\\| (`-.*?) \\| ", section)) {
      found.addAll(Readmes.groups("`(--?[a-zA-Z-]+)", cell));
    }
    assertEquals(expected, found);
    String firstPage = Readmes.section(readme(), "The check");
    for (String row : Readmes.groups("(?m)^(\\| `-.*)$", firstPage)) {
      assertTrue(section.contains(row), row);
    }
  }

  @Test
  void everyVerdictIsInTheTable() {
    List<String> expected = new ArrayList<>();
    for (Verdict verdict : POLICY.verdicts()) {
      expected.add(code(verdict.id()) + " | " + verdict.outcome().word());
    }
    assertEquals(expected, Readmes.groups("(?m)^\\| (`[A-Z_]+` \\| [a-z]+) \\|", readme()));
  }

  @Test
  void everyFieldOfAReferralIsInTheTableWithItsValues() {
    String section = Readmes.section(reference(), "What a referral may state");
    Set<String> fields = new TreeSet<>();
    for (MatchResult row : Readmes.matches("(?m)^\\| (`/.*?) \\|(.*)$", section)) {
      List<String> paths = Readmes.groups("`(/[^`]+)`", row.group(1));
      fields.addAll(paths);
      for (Fact fact : POLICY.facts()) {
        if (paths.contains(fact.path()) && fact.type().isListed()) {
          fact.values().forEach(value -> assertTrue(row.group(2).contains(code(value)), value));
        }
      }
    }
    Set<String> expected = new TreeSet<>();
    POLICY.facts().forEach(fact -> expected.add(fact.path()));
    assertEquals(expected, fields);
  }

  @Test
  void everyFormatAndEveryFieldOfTheJsonIsExplained() throws IOException {
    String formats = Readmes.section(readme(), "Formats");
    for (Format format : Format.values()) {
      assertTrue(formats.contains("**" + code(format.word()) + "**"), format.word());
    }
    String section = Readmes.section(reference(), "JSON");
    Set<String> fields = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("examples", "expected"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
        JsonNode document = new JsonMapper().readTree(Readmes.text(file));
        fields.addAll(document.propertyNames());
        document.get("results").forEach(result -> fields.addAll(result.propertyNames()));
      }
    }
    assertTrue(fields.size() > 20, fields.toString());
    fields.forEach(field -> assertTrue(section.contains(code(field)), field));
  }

  @Test
  void everyCautionIsInTheTable() {
    String section = Readmes.section(reference(), "Cautions");
    assertEquals(OwnCautions.codes(POLICY), Readmes.groups("(?m)^\\| `([a-z-]+)` \\|", section));
  }

  @Test
  void everyDependencyHasItsReason() {
    String section = Readmes.section(readme(), "How it is made");
    String pom = Readmes.text(Path.of("pom.xml"));
    List<String> artifacts =
        Readmes.groups("(?s)<(?:dependency|path)>.*?<artifactId>(.*?)</artifactId>", pom);
    assertTrue(artifacts.size() > 8, artifacts.toString());
    artifacts.forEach(artifact -> assertTrue(section.contains(code(artifact)), artifact));
  }

  @Test
  void everyClassThatTheDevelopersPageNamesExists() {
    String text = Readmes.text(Path.of("src", "README.md"));
    List<String> classes = Readmes.groups("`([a-z]+/[A-Z]\\w+)`", text);
    assertTrue(classes.size() > 6, classes.toString());
    for (String name : classes) {
      assertTrue(Files.exists(Path.of("src/main/java/clin087", name + ".java")), name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "examples/README.md",
        "policies/README.md",
        "policies/REFERENCE.md",
        "src/README.md",
        "policies/CMICB_Clin087.clauses.md",
        "policies/CMICB_Clin087.safety.md"
      })
  void everyLinkLeadsSomewhere(String name) {
    Path file = Path.of(name);
    for (String target : Readmes.groups("\\]\\(([^)]+)\\)", Readmes.text(file))) {
      if (!target.startsWith("https:")) {
        int at = target.indexOf('#');
        String path = at < 0 ? target : target.substring(0, at);
        Path other = path.isEmpty() ? file : file.resolveSibling(path);
        assertTrue(Files.exists(other), target);
        assertTrue(at < 0 || anchors(other).contains(target.substring(at)), target);
      }
    }
  }

  private static Set<String> anchors(Path file) {
    Set<String> anchors = new TreeSet<>();
    for (String heading : Readmes.groups("(?m)^#+ (.*)$", Readmes.text(file))) {
      anchors.add(
          "#" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'));
    }
    return anchors;
  }
}
