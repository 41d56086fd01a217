package clin087.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clin087.Given;
import clin087.page.Hostile;
import clin087.policy.Policy;
import clin087.text.Bytes;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs that other programs read, whatever the policy says. */
public final class GraphTest {
  private static final Pattern MERMAID_LINE =
      Pattern.compile(
          "%%\\{init: [a-zA-Z0-9': {]+\\}\\}\\}%%|flowchart TD"
              + "|  start(\\(\\[@\\]\\)| --> r1)"
              + "|  r\\d+\\[@\\]|  r\\d+ -->\\|no\\| r\\d+"
              + "|  r\\d+ -->\\|yes\\| v\\d+(\\(\\[@\\]\\)|\\{\\{@\\}\\}|\\[/@/\\]):::[a-z]+"
              + "|  classDef [a-z]+ [a-z0-9#:,\\- ]+");

  static Stream<Policy> policies() {
    return Stream.of(Given.POLICY, Given.everyFeature(), Hostile.policy());
  }

  private static String mermaid(Policy policy) {
    Bytes out = new Bytes();
    MermaidGraph.write(policy, out);
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  private static byte[] dot(Policy policy) {
    Bytes out = new Bytes();
    DotGraph.write(policy, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyLineOfMermaidIsALineOfOurs(Policy policy) {
    for (String line : mermaid(policy).lines().toList()) {
      String shape =
          line.replaceAll("\"[^\"`\\\\\\[\\]{}|<>&$]*(<br/>[^\"`\\\\\\[\\]{}|<>&$]*)*\"", "@");
      assertTrue(MERMAID_LINE.matcher(shape).matches(), line);
    }
  }

  @Test
  void mermaidShowsCharactersThatItWouldReadByTheirNumbers() {
    String graph = mermaid(Hostile.policy());
    assertTrue(graph.contains("#60;script#62;alert(1)#60;/script#62;"), graph);
    assertTrue(graph.contains("#35;quot#59;") || graph.contains("#35;quot;"), graph);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void graphvizReadsTheGraph(Policy policy, @TempDir Path folder) throws Exception {
    assumeTrue(onPath("dot"), "Graphviz is not installed");
    Path graph = Files.write(folder.resolve("graph.dot"), dot(policy));
    File errors = folder.resolve("errors").toFile();
    Process process =
        new ProcessBuilder("dot", "-Tplain", graph.toString())
            .redirectError(errors)
            .redirectOutput(folder.resolve("plain").toFile())
            .start();
    assertEquals(0, process.waitFor(), Files.readString(errors.toPath()));
    assertEquals("", Files.readString(errors.toPath()));
    long nodes =
        Files.readString(folder.resolve("plain"))
            .lines()
            .filter(l -> l.startsWith("node "))
            .count();
    assertEquals(2L * policy.rules().size() + 1, nodes);
  }

  @Test
  void graphvizGetsNoQuoteThatEndsALabel() {
    String graph = new String(dot(Hostile.policy()), StandardCharsets.UTF_8);
    String bare = graph.replaceAll("\"([^\"\\\\]|\\\\.)*\"", "");
    assertFalse(bare.contains("script") || bare.contains("\""), bare);
  }

  public static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
