package clin087.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Place;
import clin087.text.Sha256;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transcript of a YAML file says what the file says, or is not used. */
class TranscriptTest {
  private static final byte[] SMALL =
      "a: 'é'\nb:\n  - |\n    two\n    lines\n  - {c: ~,\n     d: 1_0}\n"
          .getBytes(StandardCharsets.UTF_8);

  private static Transcript transcript(byte[] yaml) {
    Transcript made = YamlToJson.of(yaml);
    assertNotNull(made);
    Transcript read = Transcript.read(made.write());
    assertNotNull(read);
    return read;
  }

  /** What a node is with the lines of its places alone. */
  private static Node withoutColumns(Node node) {
    Place at = new Place(node.at().file(), node.at().line(), 1);
    if (node instanceof Scalar scalar) {
      return new Scalar(scalar.text(), at);
    }
    if (node instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(TranscriptTest::withoutColumns).toList(), at);
    }
    List<Entry> entries =
        ((Mapping) node)
            .entries().stream()
                .map(it -> new Entry((Scalar) withoutColumns(it.key()), withoutColumns(it.value())))
                .toList();
    return new Mapping(entries, at);
  }

  private static void assertSame(byte[] yaml) {
    Node document = YamlFile.read("it", yaml, new Problems());
    assertNotNull(document);
    assertEquals(withoutColumns(document), transcript(yaml).node("it", true, new Problems()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CMICB_Clin087.yaml", "CMICB_Clin087.tests.yaml"})
  void theTranscriptHasTheNodesOfTheFileOnTheirLines(String name) throws IOException {
    assertSame(Files.readAllBytes(Path.of("policies", name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"every-feature.yaml", "suite/core.yaml", "faulty.yaml"})
  void theTranscriptOfAnyOtherFileGivesTheSameNodes(String name) {
    assertSame(Given.resource(name).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theTranscriptKnowsTheFileThatItWasMadeFrom() {
    assertSame(SMALL);
    Transcript transcript = transcript(SMALL);
    assertTrue(transcript.isOf(SMALL));
    assertEquals(Sha256.of(SMALL), transcript.sha256());
    byte[] other = SMALL.clone();
    other[0] = 'x';
    assertFalse(transcript.isOf(other));
  }

  @Test
  void noDamagedTranscriptIsUsed() {
    byte[] file = transcript(SMALL).write();
    for (int bit = 0; bit < 8 * file.length; bit++) {
      byte[] damaged = file.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertNull(Transcript.read(damaged), "bit " + bit);
    }
    for (int length = 0; length < file.length; length++) {
      assertNull(Transcript.read(Arrays.copyOf(file, length)), "length " + length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a: [", "a: 1\na: 2\n", "a: !b c\n", "a: &b [c]\nd: *b\n"})
  void aFileThatIsNotRightHasNoTranscript(String yaml) {
    assertNull(YamlToJson.of(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theBuildLeavesNoTranscriptOfAnEarlierFile(@TempDir Path folder) throws IOException {
    assertNull(build(folder, "a: ["));
    assertNotNull(build(folder, "a: 1"));
    assertNull(Transcript.find(folder.resolve("lib"), "a.yaml", SMALL));
    assertNull(build(folder, "a: ["));
  }

  private static @Nullable Transcript build(Path folder, String yaml) throws IOException {
    Path lib = folder.resolve("lib");
    Files.writeString(folder.resolve("a.yaml"), yaml);
    YamlToJson.main(new String[] {folder.toString(), lib.toString(), "a.yaml"});
    return Transcript.find(lib, "a.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
