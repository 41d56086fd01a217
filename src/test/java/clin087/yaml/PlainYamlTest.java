package clin087.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read plainly is what the YAML parser reads, and all else is left to it. */
class PlainYamlTest {
  private static final String NAME = "some.yaml";

  /** What plain files are made of. */
  private static final List<String> PLAIN =
      List.of(
          "",
          "# c",
          "a:",
          "b:",
          "c: d",
          "e: f g",
          "- x",
          "- y z",
          "- k: v",
          "- k:",
          "- 'q'",
          "l: [m, n]",
          "l: []",
          "l: [m,",
          "n]",
          "o, p]",
          "]",
          ",",
          "[m]",
          "- [m, n.o]",
          "t: >-",
          "- >-",
          "words in a line",
          "more words");

  /** What else can stand in a line, right and wrong. */
  private static final List<String> OTHER =
      List.of(
          ">-",
          "t: >",
          "t: |",
          "t: >+",
          "t: >2",
          "q: \"r # s: t\"",
          "q: 'u'",
          "q: ''",
          "q: \"\\n\"",
          "q: 'it''s'",
          "q: 'u' v",
          "q: \"",
          "c: d # e",
          "c: #d",
          "c: d#e",
          "c: d: e",
          "c: d:",
          "c:d",
          "c : d",
          "c: -d",
          "c: - d",
          "c:  d",
          "-",
          "--",
          "- - x",
          "- -x",
          "? a",
          "---",
          "--- a",
          "...",
          "%YAML 1.2",
          "&a b",
          "*a",
          "c: &a b",
          "c: *a",
          "c: !t d",
          "c: |",
          "c: {d: e}",
          "{d: e}",
          "c: @d",
          "c: `d",
          "c: %d",
          "c: ,d",
          "c: ]d",
          "c: }d",
          "c: ?d",
          "c: ? d",
          "c: :d",
          "c: =",
          "<<: d",
          "c: <<",
          "null: d",
          "c: null",
          "c: ~",
          "c: NULL",
          "- null",
          "l: [null]",
          "c: Null d",
          "~: d",
          "true: no",
          "c: .5",
          "c: 1_000",
          "c: 0x1F",
          "c: 1e3",
          "c: 007",
          "c: 2024-03",
          "1: 2",
          "/a/b.c: d",
          "$c: d",
          "c$(d)-e: f",
          "é: ü",
          "c: é – ’ ü",
          "c: \u00a0",
          "c: \u2028",
          "c: \u0085",
          "c: \uFEFF",
          "c: 😀",
          "c: \u007f",
          "c: \u0000",
          "c:\td",
          "c: d\t",
          "c: d ",
          "\t",
          " ",
          "c: d\r",
          "words # here",
          "# words",
          "a: b",
          "a: b",
          "- a: b",
          "'q': r",
          "\"q\": r");

  private int plainOnes;

  /** What both make of a file; null when it is left to the parser. */
  private @Nullable Node read(byte[] yaml) {
    Node plain = PlainYaml.read(NAME, yaml);
    if (plain != null) {
      plainOnes++;
      Problems problems = new Problems();
      String text = new String(yaml, StandardCharsets.UTF_8);
      assertEquals(YamlFile.parse(NAME, yaml, problems), plain, text);
      assertTrue(problems.isEmpty(), text);
    }
    return plain;
  }

  private @Nullable Node read(String yaml) {
    return read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CMICB_Clin087.yaml", "CMICB_Clin087.tests.yaml"})
  void theFilesOfThisProgramArePlain(String name) throws IOException {
    assertNotNull(read(Files.readAllBytes(Path.of("policies", name))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"suite/core.yaml", "suite/EXAMPLE_Knee02.yaml"})
  void soAreThoseOfASuite(String name) {
    assertNotNull(read(Given.resource(name)));
  }

  @Test
  void everythingPlainIsRead() {
    Node document =
        read(
            """
            # comment

            policy: Some words:none  of  them
            list:
              - one
              # comment
              - key: value
                other: [a, b.c(d), e-f,
                        g]

              - 'it is # quoted: so'
            deep:
              deeper:
                deepest: "–"
              text: >-
                # no comment
                - two lines

            last: é
            """);
    assertNotNull(document);
    Mapping mapping = (Mapping) document;
    assertEquals(4, mapping.entries().size());
    assertEquals("é", ((Scalar) mapping.entries().get(3).value()).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# comment",
        "words",
        "- a",
        " a: b",
        "a: b\n\n c: d",
        "a: b\n  c",
        "a: b\nc",
        "a: b\na: c",
        "a:",
        "a:\n- b",
        "a:\n  - b\n - c",
        "a:\n  b: c\n d: e",
        "a: >-\nb: c",
        "a: >-\n\n  b",
        "a: >-\n  b\n\n  c",
        "a: >-\n  b\n    c",
        "a: >-\n  b\n\n  # c\nd: e",
        "a: [b",
        "a: [b,\nc]",
        "a: [b,]",
        "a: [b c]",
        "a: [b] # c",
        "a: 'b' # c",
        "a: b\r\nc: d\r\n"
      })
  void whatIsNotPlainIsLeftToTheParser(String yaml) {
    assertNull(read(yaml));
  }

  @Test
  void whatTheParserLimitsIsLeftToIt() {
    assertNotNull(read("x".repeat(128) + ": a"));
    assertNull(read("x".repeat(129) + ": a"));
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      deep.append(" ".repeat(i)).append("a:\n");
    }
    assertNull(read(deep + " ".repeat(20) + "b: c\n"));
  }

  @Test
  void whateverStandsInAFileIsReadTheSameOrLeftToTheParser() {
    Random random = new Random(20_261_125);
    for (int i = 0; i < 1_000_000; i++) {
      List<String> lines = new ArrayList<>();
      for (int left = 1 + random.nextInt(7); left > 0; left--) {
        int indent = random.nextInt(4) == 0 ? random.nextInt(6) : 2 * random.nextInt(3);
        lines.add(" ".repeat(lines.isEmpty() ? 0 : indent) + any(random));
      }
      read(String.join("\n", lines) + (random.nextBoolean() ? "\n" : ""));
    }
    // else this would test nothing
    assertTrue(plainOnes > 10_000, () -> "plain: " + plainOnes);
  }

  private static String any(Random random) {
    List<String> lines = random.nextInt(3) > 0 ? PLAIN : OTHER;
    return lines.get(random.nextInt(lines.size()));
  }

  @Test
  void soIsAFileThatWasDamaged() {
    String policy = Given.resource("suite/EXAMPLE_Knee02.yaml");
    Random random = new Random(20_261_125);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder(policy);
      for (int left = random.nextInt(3); left > 0; left--) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(20));
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, (char) (text.charAt(at) ^ (1 << random.nextInt(7))));
          case 1 -> text.delete(at, to);
          case 2 -> text.insert(at, text.substring(at, to));
          default -> text.insert(at, "\n:-#[],>'\" ".charAt(random.nextInt(11)));
        }
      }
      read(text.toString());
    }
    assertTrue(plainOnes > 1_000, () -> "plain: " + plainOnes);
  }
}
