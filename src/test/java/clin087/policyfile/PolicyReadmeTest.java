package clin087.policyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.TextDifference;
import clin087.policy.Comparator;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.FactType;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.yaml.PolicyProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code policies/README.md} tells the truth about the format, and all of it. */
final class PolicyReadmeTest {
  private static final Path FILE = Path.of("policies/README.md");
  private static final String README = text(FILE);

  /** All but the example of cases, which are a file of their own. */
  private static final List<String> BLOCKS = groups("```yaml\n((?!asOf).*?)```", README);

  private static final String WHOLE = whole();
  private static final List<String> SHARING = sharing();

  private static final String ERRORS_HEADING = "| code | comes from, in the small policy | cure |";

  /** What the rows about errors say, by their codes. */
  private static final Map<String, List<String>> ERRORS = errors();

  /** Codes that no single change of the policy gives. */
  private static final Set<PolicyProblem> WITHOUT_EXAMPLE =
      EnumSet.of(
          PolicyProblem.NOT_UTF8,
          PolicyProblem.OTHER_FILE,
          PolicyProblem.EMPTY,
          PolicyProblem.TOO_DEEP,
          PolicyProblem.TOO_LARGE,
          PolicyProblem.DUPLICATE_KEY,
          PolicyProblem.REPEATED_VALUE,
          PolicyProblem.UNKNOWN_CAUTION,
          PolicyProblem.CONTRADICTION);

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> groups(String regex, String text) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String whole() {
    List<String> whole = BLOCKS.stream().filter(block -> block.startsWith("# EXAMPLE")).toList();
    assertEquals(1, whole.size());
    return whole.get(0);
  }

  /** The shared file, then the pieces of the policy that includes it. */
  private static List<String> sharing() {
    int begin = README.indexOf("## `include`: what several policies share");
    int end = README.indexOf("## Every error and its cure");
    return groups("```yaml\n(.*?)```", README.substring(begin, end));
  }

  /** The complete policy with the shared file included. */
  private static String including() {
    String include = SHARING.get(1);
    String group = SHARING.get(2);
    String section = SHARING.get(3);
    assertTrue(group.startsWith("rules:\n"), group);
    return WHOLE.replace("\nverdicts:", "\n" + include + "\nverdicts:").replace("rules:\n", group)
        + section;
  }

  private static PolicyFile read(String yaml) {
    return PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a policy in whose folder the shared file lies. */
  private static PolicyFile readIncluding(String yaml, Path folder) throws IOException {
    Files.writeString(folder.resolve("shared.yaml"), SHARING.get(0));
    return PolicyFile.read("foot.yaml", yaml.getBytes(StandardCharsets.UTF_8), folder);
  }

  private static Policy valid(String yaml) {
    PolicyFile file = read(yaml);
    assertEquals(List.of(), file.problems(), yaml);
    return file.policy();
  }

  /** The complete policy with one more rule, which has this condition. */
  private static Condition withRule(String when) {
    String rule =
        "  - rule: inserted\n    clause: 2.3\n"
            + when.strip().indent(4)
            + "    verdict: NOT_COMMISSIONED\n    action: Inserted.\n";
    String last = "  - rule: not-commissioned\n";
    Policy policy =
        valid(
            WHOLE
                .replace(last, rule + last)
                .replace(
                    "encodedBy: [not-commissioned]", "encodedBy: [not-commissioned, inserted]"));
    return policy.rules().get(policy.rules().size() - 2).when();
  }

  /** The complete policy with one more caution, which has this condition. */
  private static Condition withCaution(String when) {
    String caution =
        "  - caution: inserted\n" + when.strip().indent(4) + "    message: Inserted.\n";
    Policy policy = valid(WHOLE.replace("\ncautions:\n", "\ncautions:\n" + caution));
    return Objects.requireNonNull(policy.cautions().get(0).when());
  }

  /** The cells of the table rows that begin with a cell of this form. */
  private static Map<String, List<String>> rows(String firstCell, String text) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (MatchResult row :
        Pattern.compile("(?m)^\\| (" + firstCell + ") \\|(.*)\\|$")
            .matcher(text)
            .results()
            .toList()) {
      rows.put(row.group(1), List.of(row.group(2).split("\\|", -1)));
    }
    return rows;
  }

  private static Map<String, List<String>> errors() {
    int begin = README.indexOf(ERRORS_HEADING);
    return rows("`[a-z0-9-]+`", README.substring(begin, README.indexOf("\n\n", begin)));
  }

  private static String code(String word) {
    return "`" + word + "`";
  }

  @Test
  void theCompletePolicyIsReadWithoutProblems() {
    assertEquals("EXAMPLE_Foot01", valid(WHOLE).identity().id());
  }

  static Stream<String> pieces() {
    return BLOCKS.stream().filter(block -> !block.equals(WHOLE) && !SHARING.contains(block));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void everyPieceIsInTheCompletePolicyOrIsACondition(String piece) {
    if (piece.startsWith("when:")) {
      withRule(piece);
    } else {
      assertTrue(WHOLE.contains(piece), piece);
    }
  }

  @Test
  void theCompletePolicyCanIncludeTheSharedFile(@TempDir Path folder) throws IOException {
    PolicyFile file = readIncluding(including(), folder);
    assertEquals(List.of(), file.problems());
    assertEquals("emergency", file.policy().rules().get(0).id());
    assertEquals("9", file.policy().sections().get(2).id());
    assertEquals("shared.yaml", file.places().of(file.policy().clause("9.1")).file());
  }

  @Test
  void everyComparisonIsInTheTableWithAnExampleThatIsReadAsSuch() {
    Map<String, List<String>> rows = rows("`[^`]+`|\\*\\(nothing\\)\\*", README);
    for (Comparator comparator : Comparator.values()) {
      String words = comparator.words().isEmpty() ? "*(nothing)*" : code(comparator.words());
      List<String> cells = rows.get(words);
      assertTrue(cells != null && cells.size() == 3, words);
      String when = groups("`(.*)`", cells.get(2)).get(0);
      boolean ofCaution = comparator.words().endsWith("stated");
      Condition condition = ofCaution ? withCaution(when) : withRule(when);
      assertEquals(comparator, ((Comparison) condition).comparator());
    }
  }

  @Test
  void everyTypeOutcomeAndListIsExplained() {
    Set<String> words = rows("`[^|]+", README).keySet();
    for (FactType type : FactType.values()) {
      assertTrue(words.contains(code(type.word())), type.word());
    }
    for (Outcome outcome : Outcome.values()) {
      assertTrue(words.contains(code(outcome.word())), outcome.word());
    }
    assertTrue(words.containsAll(List.of("`all`", "`any`", "`none`", "`atLeast: N` with `of`")));
  }

  @Test
  void everyKeyIsExplained() {
    for (PolicyKeys part : PolicyKeys.values()) {
      for (String key : part.names()) {
        assertTrue(README.contains(code(key)) || README.contains("`" + key + ":"), key);
      }
    }
  }

  /** What an error comes from, as the table has it. */
  private static String origin(PolicyProblem kind) {
    List<String> cells = ERRORS.getOrDefault(code(kind.code()), List.of(""));
    return cells.get(0).strip();
  }

  /** The code, and what is written in the place of what. */
  private static @Nullable List<String> mistake(PolicyProblem kind) {
    List<String> change = groups("`([^`]+)`", origin(kind));
    return origin(kind).contains("` instead of `")
        ? List.of(kind.code(), change.get(0), change.get(1))
        : null;
  }

  /** With {@code -Dupdate.golden=true} the cures are written anew; the origins stay. */
  @Test
  void everyErrorIsInTheTableWithItsCureAndNoOther() throws IOException {
    StringBuilder table = new StringBuilder(ERRORS_HEADING + "\n|---|---|---|\n");
    for (PolicyProblem kind : PolicyProblem.values()) {
      String cells = "| %s | %s | %s |%n";
      table.append(cells.formatted(code(kind.code()), origin(kind), kind.cure()));
    }
    int begin = README.indexOf(ERRORS_HEADING);
    int end = README.indexOf("\n\n", begin) + 1;
    String expected = README.substring(0, begin) + table + README.substring(end);
    if (Boolean.getBoolean("update.golden")) {
      Files.writeString(FILE, expected);
    }
    TextDifference.assertSame(FILE.toString(), text(FILE), expected);
  }

  static Stream<List<String>> mistakes() {
    return Stream.of(PolicyProblem.values())
        .map(PolicyReadmeTest::mistake)
        .filter(Objects::nonNull);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theMistakeOfTheTableGivesItsError(List<String> mistake, @TempDir Path folder)
      throws IOException {
    String code = mistake.get(0);
    String right = mistake.get(2);
    String policy = including();
    assertTrue(policy.contains(right), right);
    String wrong = policy.replaceFirst(Pattern.quote(right), mistake.get(1));
    List<String> codes =
        readIncluding(wrong, folder).problems().stream().map(Problem::code).toList();
    assertTrue(codes.contains(code), code + " " + codes);
  }

  @Test
  void everyErrorSaysWhatItComesFromAndIsShownByAMistakeWhereOneCanGiveIt() {
    for (PolicyProblem kind : PolicyProblem.values()) {
      assertFalse(origin(kind).isEmpty(), kind.code());
      assertEquals(WITHOUT_EXAMPLE.contains(kind), mistake(kind) == null, kind.code());
    }
  }
}
