package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.TextDifference;
import clin087.policy.Policy;
import clin087.policy.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every example gives what is expected of it, to the byte.
 *
 * <p>The expected output of {@code NAME.json} is {@code expected/NAME.txt} and {@code
 * expected/NAME.json}; the text between further dots is an option, as in {@code NAME.explain.txt}
 * or {@code NAME.as-of=2029-04-01.json}. {@code mvn test -Dtest=ExamplesTest -Dupdate.golden=true}
 * writes the files anew; read the difference before you commit it.
 */
final class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");
  private static final Path EXPECTED = EXAMPLES.resolve("expected");
  private static final String AS_OF = "as-of=2026-11-22";
  private static final boolean UPDATE = Boolean.getBoolean("update.golden");
  private static final JsonMapper JSON = new JsonMapper();

  /** An expected output: of which example, with which options, in which format. */
  private record Golden(String example, List<String> options, String format, Path file) {
    static Golden of(Path file) {
      List<String> parts = List.of(file.getFileName().toString().split("\\.", -1));
      int last = parts.size() - 1;
      String format = parts.get(last).equals("txt") ? "text" : parts.get(last);
      return new Golden(parts.get(0), parts.subList(1, last), format, file);
    }

    boolean isPlainJson() {
      return format.equals("json") && options.isEmpty();
    }

    List<String> command(String input) {
      List<String> command = new ArrayList<>(List.of("check", "--format=" + format));
      options.forEach(option -> command.add("--" + option));
      if (options.stream().noneMatch(option -> option.startsWith("as-of="))) {
        command.add("--" + AS_OF);
      }
      command.add(input);
      return command;
    }

    @Override
    public String toString() {
      return file.getFileName().toString();
    }
  }

  /** The referrals among the examples, by their names without an ending. */
  private static Map<String, Path> examples() throws IOException {
    Map<String, Path> examples = new TreeMap<>();
    for (Path file : files(EXAMPLES)) {
      String name = file.getFileName().toString();
      boolean isReferral = !List.of("sh", "txt", "md").contains(ending(name));
      if (!file.startsWith(EXPECTED) && isReferral) {
        Path other = examples.put(name.substring(0, name.indexOf('.')), file);
        assertEquals(null, other, "two examples would share an expected output");
      }
    }
    return examples;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Set<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new TreeSet<>(files.filter(Files::isRegularFile).toList());
    }
  }

  static List<Golden> goldens() throws IOException {
    return files(EXPECTED).stream().map(Golden::of).toList();
  }

  @BeforeAll
  static void update() throws IOException {
    if (!UPDATE) {
      return;
    }
    Set<Path> files = files(EXPECTED);
    for (String name : examples().keySet()) {
      files.add(EXPECTED.resolve(name + ".txt"));
      files.add(EXPECTED.resolve(name + ".json"));
    }
    for (Path file : files) {
      Golden golden = Golden.of(file);
      if (examples().containsKey(golden.example())) {
        Files.writeString(file, output(golden).out(), StandardCharsets.UTF_8);
      }
    }
  }

  private static InProcess output(Golden golden) throws IOException {
    Path example = examples().get(golden.example());
    return InProcess.of(golden.command(example.toString().replace('\\', '/')));
  }

  @Test
  void everyExampleHasItsExpectedTextAndJsonAndTheOtherWayRound() throws IOException {
    Set<String> paired = new TreeSet<>();
    Set<String> examples = examples().keySet();
    for (String name : examples) {
      paired.add(name + ".json");
      paired.add(name + ".txt");
    }
    Set<String> found = new TreeSet<>();
    for (Golden golden : goldens()) {
      assertTrue(examples.contains(golden.example()), golden + " has no example");
      if (golden.options().isEmpty() && paired.contains(golden.toString())) {
        found.add(golden.toString());
      }
    }
    assertEquals(paired, found);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void givesWhatIsExpected(Golden golden) throws IOException {
    InProcess run = output(golden);
    TextDifference.assertSame(
        golden.file().toString(),
        Files.readString(golden.file(), StandardCharsets.UTF_8),
        run.out());
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void endsWithTheExitCodeOfItsVerdicts(Golden golden) throws IOException {
    if (golden.format().equals("json")) {
      int expected = 0;
      for (JsonNode result : results(golden)) {
        expected = graver(expected, exitCode(result));
      }
      assertEquals(expected, output(golden).code());
    }
  }

  private static int exitCode(JsonNode result) {
    if (result.has("problems")) {
      return 5;
    }
    return switch (result.get("outcome").asString()) {
      case "proceed" -> 0;
      case "refuse" -> 1;
      case "redirect" -> 3;
      case "incomplete" -> 4;
      default -> throw new AssertionError(result);
    };
  }

  private static int graver(int one, int other) {
    List<Integer> order = List.of(5, 1, 3, 4, 0);
    return order.get(Math.min(order.indexOf(one), order.indexOf(other)));
  }

  private static JsonNode results(Golden golden) throws IOException {
    return JSON.readTree(Files.readString(golden.file(), StandardCharsets.UTF_8)).get("results");
  }

  @Test
  void everyRuleHasAnExampleOfItsNameWhereItDecides() throws IOException {
    Map<String, String> decided = new TreeMap<>();
    for (Golden golden : goldens()) {
      if (golden.isPlainJson()) {
        decided.put(golden.example(), results(golden).get(0).path("rule").asString(""));
      }
    }
    for (var rule : policy().rules()) {
      assertEquals(rule.id(), decided.get(rule.id()));
    }
  }

  @Test
  void everyVerdictAndEveryCautionIsShown() throws IOException {
    Set<String> verdicts = new TreeSet<>();
    Set<String> cautions = new TreeSet<>();
    for (Golden golden : goldens()) {
      if (golden.format().equals("json")) {
        for (JsonNode result : results(golden)) {
          verdicts.add(result.path("verdict").asString(""));
          result.path("cautions").forEach(one -> cautions.add(one.get("code").asString()));
        }
      }
    }
    for (Verdict verdict : policy().verdicts()) {
      assertTrue(verdicts.contains(verdict.id()), verdict.id());
    }
    Set<String> expected = new TreeSet<>(Set.of("nhs-number", "unknown-field"));
    policy().cautions().forEach(caution -> expected.add(caution.id()));
    assertEquals(expected, cautions);
  }

  @Test
  void noOutputRepeatsADiagnosis() throws IOException {
    int diagnoses = 0;
    for (Golden golden : goldens()) {
      String text = Files.readString(examples().get(golden.example()), StandardCharsets.UTF_8);
      int begin = text.indexOf("\"diagnosis\": \"") + "\"diagnosis\": \"".length();
      if (text.contains("\"diagnosis\"")) {
        diagnoses++;
        String diagnosis = text.substring(begin, text.indexOf('"', begin));
        assertFalse(Files.readString(golden.file(), StandardCharsets.UTF_8).contains(diagnosis));
      }
    }
    assertTrue(diagnoses > 50, "the examples are written in another way now");
  }

  @Test
  void theFolderOfReferralsHasNoInvalidOne() {
    assertEquals(1, InProcess.of(List.of("check", "examples/referrals")).code());
  }

  private static Policy policy() {
    return Given.POLICY;
  }
}
