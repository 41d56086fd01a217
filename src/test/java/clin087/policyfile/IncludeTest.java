package clin087.policyfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Place;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import clin087.problem.Problem;
import clin087.text.Sha256;
import clin087.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy that includes a shared file is read as one, and problems name the right file. */
class IncludeTest {
  private static final String POLICY = Given.resource("include/policy.yaml");
  private static final String CORE = Given.resource("include/core.yaml");
  private static final String CORE_NAME = Path.of("policies", "shared", "core.yaml").toString();
  private static final String POLICY_NAME = "policies/policy.yaml";

  @TempDir private Path folder;

  @BeforeEach
  void writeTheSharedFile() throws IOException {
    Files.createDirectory(folder.resolve("shared"));
    write("shared/core.yaml", CORE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private PolicyFile read(String yaml) {
    return PolicyFile.read(POLICY_NAME, utf8(yaml), folder);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Policy valid(PolicyFile file) {
    assertEquals(List.of(), file.problems());
    return Objects.requireNonNull(file.policy());
  }

  @Test
  void sharedItemsComeFirstAndRulesAndSectionsWhereThePolicySays() {
    Policy policy = valid(read(POLICY));
    assertEquals(List.of("YES", "ASK", "NO"), policy.verdicts().stream().map(Verdict::id).toList());
    assertEquals(
        List.of("/reference", "/urgent", "/age"), policy.facts().stream().map(Fact::path).toList());
    assertEquals(List.of("now", "old", "rest"), policy.rules().stream().map(Rule::id).toList());
    assertEquals(
        List.of("1", "2", "2.1", "3"), policy.sections().stream().map(Section::id).toList());
    assertEquals("hurry", policy.cautions().get(0).id());
  }

  @Test
  void everyPieceKnowsItsFile() {
    PolicyFile file = read(POLICY);
    Policy policy = valid(file);
    assertEquals(new Place(POLICY_NAME, 1, 1), file.places().of(policy));
    assertEquals(new Place(CORE_NAME, 20, 7), file.places().of(policy.rules().get(0)));
    assertEquals(new Place(POLICY_NAME, 20, 5), file.places().of(policy.rules().get(1), "rule"));
    assertEquals(new Place(CORE_NAME, 22, 13), file.places().of(policy.rules().get(0).when()));
    assertArrayEquals(utf8(POLICY), file.files().get(POLICY_NAME));
    assertArrayEquals(utf8(CORE), file.files().get(CORE_NAME));
  }

  @Test
  void theHashCoversAllFiles() throws IOException {
    String own = sha256(POLICY);
    String listing = own + "\n" + sha256(CORE) + "\n";
    assertEquals(sha256(listing), valid(read(POLICY)).identity().sha256());
    write("shared/core.yaml", CORE + "# a remark\n");
    String other = valid(read(POLICY)).identity().sha256();
    assertFalse(other.equals(sha256(listing)));
    PolicyFile one = PolicyFile.read(utf8(Given.resource("small.yaml")));
    assertEquals(sha256(Given.resource("small.yaml")), valid(one).identity().sha256());
  }

  private static String sha256(String text) {
    return Sha256.of(utf8(text));
  }

  @Test
  void aPolicyNeedNotHaveListsOfItsOwnWhereTheSharedFileHas() throws IOException {
    String verdicts = POLICY.substring(POLICY.indexOf("verdicts:"), POLICY.indexOf("facts:"));
    write(
        "shared/core.yaml",
        CORE.replace("verdicts:\n", verdicts.replace("- verdict", "- verdict")));
    assertEquals(3, valid(read(POLICY.replace(verdicts, ""))).verdicts().size());
  }

  @Test
  void aMisspeltIncludeIsAnUnknownKey() {
    List<Problem> problems = read(POLICY.replaceFirst("(?m)^include:", "inclde:")).problems();
    assertTrue(
        problems.stream()
            .anyMatch(it -> it.message().equals("unknown key 'inclde'; did you mean 'include'?")),
        problems.toString());
    problems = read(POLICY + "foo: bar\n").problems();
    assertTrue(
        problems.get(0).message().contains("policy, include, verdicts"), problems.toString());
  }

  static List<WrongPolicy> edits() {
    return WrongPolicy.all("include/wrong.txt");
  }

  @ParameterizedTest
  @MethodSource("edits")
  void eachProblemNamesItsOwnFile(WrongPolicy edit) throws IOException {
    String policy = POLICY.replace(edit.old(), edit.text());
    String core = policy.equals(POLICY) ? CORE.replace(edit.old(), edit.text()) : CORE;
    assertFalse(policy.equals(POLICY) && core.equals(CORE), "no file has: " + edit.old());
    write("shared/core.yaml", core.replace(WrongPolicy.MARK, ""));
    Problem first = edit.first(read(policy.replace(WrongPolicy.MARK, "")).problems());
    if (edit.text().contains(WrongPolicy.MARK)) {
      boolean inPolicy = policy.contains(WrongPolicy.MARK);
      String before = inPolicy ? policy : core;
      before = before.substring(0, before.indexOf(WrongPolicy.MARK));
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      assertEquals(
          (inPolicy ? POLICY_NAME : CORE_NAME) + ":" + line + ":" + column,
          first.file() + ":" + first.line() + ":" + first.column());
    }
  }

  @Test
  void problemsOfThePolicyComeBeforeThoseOfWhatItIncludes() throws IOException {
    write("shared/core.yaml", CORE.replace("when: urgent", "when: urgnt"));
    PolicyFile file = read(POLICY.replace("when: age", "when: agee"));
    assertEquals(
        List.of(POLICY_NAME, CORE_NAME, CORE_NAME),
        file.problems().stream().map(Problem::file).toList());
  }

  @Test
  void aPolicyInNoFolderIncludesNothing() {
    PolicyFile file = PolicyFile.read(utf8(POLICY));
    assertNull(file.policy());
    assertEquals("bad-include", file.problems().get(0).code());
  }

  @Test
  void noMoreThanSixteenFilesAreRead() throws IOException {
    StringBuilder list = new StringBuilder("[shared/core.yaml");
    for (int i = 0; i < 15; i++) {
      write("part" + i + ".yaml", "part: " + i + "\n");
      list.append(", part").append(i).append(".yaml");
    }
    String sixteen = POLICY.replace("[shared/core.yaml", list.substring(0, list.lastIndexOf(",")));
    valid(read(sixteen));
    PolicyFile file = read(POLICY.replace("[shared/core.yaml", list));
    assertEquals("expected at most 16 files in all", file.problems().get(0).message());
    assertEquals(1, file.problems().size());
  }

  @Test
  void aSharedFileHasTheLimitsOfAPolicy() throws IOException {
    write("shared/core.yaml", CORE + "#".repeat(YamlFile.LARGEST - CORE.length() + 1));
    assertEquals("the file is larger than 4 MiB", read(POLICY).problems().get(0).message());
    Files.write(
        folder.resolve("shared/core.yaml"), "part: é".getBytes(StandardCharsets.ISO_8859_1));
    Problem latin1 = read(POLICY).problems().get(0);
    assertEquals("not-utf8", latin1.code());
    assertEquals(CORE_NAME, latin1.file());
    write("shared/core.yaml", "part:\n" + "- ".repeat(100) + "x");
    assertTrue(read(POLICY).problems().stream().anyMatch(p -> p.code().equals("too-deep")));
  }

  @Test
  void aFolderOfLinksIsReadLikeAnyOther() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("shared/core.yaml"));
    valid(read(POLICY.replace("shared/core.yaml", "link.yaml")));
    Files.writeString(folder.resolve("policy.yaml"), POLICY);
    Files.createSymbolicLink(folder.resolve("self.yaml"), folder.resolve("policy.yaml"));
    PolicyFile file = read(POLICY.replace("shared/core.yaml", "self.yaml"));
    assertNull(file.policy());
    assertEquals("policies/self.yaml", file.problems().get(0).file().replace('\\', '/'));
  }
}
