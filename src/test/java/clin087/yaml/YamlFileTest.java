package clin087.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.policy.Place;
import clin087.problem.Excerpt;
import clin087.problem.Problem;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
  private static final String EMOJI = "\uD83D\uDE00";

  private final Problems problems = new Problems();

  private @Nullable Node read(String yaml) {
    problems.open("it.yaml");
    return YamlFile.read("it.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems);
  }

  private static String value(@Nullable Node document) {
    assertNotNull(document);
    return ((Scalar) ((Mapping) document).entries().get(0).value()).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void everyWordOfYamlForNothingIsNothing(String word) {
    assertEquals("", value(read("action: " + word + "\n")));
  }

  @ParameterizedTest
  @CsvSource({"'''~''', ~", "\"null\", null", "NUll, NUll", "~ish, ~ish"})
  void theSameWordInQuotesOrAnyOtherIsText(String yaml, String text) {
    assertEquals(text, value(read("action: " + yaml + "\n")));
  }

  @Test
  void aCharacterOutsideTheBasicPlaneMayBeAnywhere() {
    for (int before = 0; before < 2_100; before++) {
      String text = "x".repeat(before) + EMOJI + "y".repeat(2_100 - before);
      assertEquals(text, value(read("a: " + text)));
    }
  }

  @Test
  void noMoreThanAThousandProblemsAreListed() {
    problems.open("it.yaml");
    for (int i = 0; i < 2_000; i++) {
      problems.add(PolicyProblem.WRONG_TYPE, new Place("it.yaml", 1, 2_000 - i), "message " + i);
    }
    List<Problem> sorted = problems.sorted();
    assertEquals(1_000, sorted.size());
    assertTrue(sorted.get(0).message().endsWith("; further problems are not listed"));
    assertEquals("message 0", sorted.get(999).message());
  }

  @Test
  void aDocumentOfTooManyPiecesIsRefused() {
    assertNotNull(read("- a\n".repeat(199_999)));
    assertNull(read("- a\n".repeat(200_000)));
    assertEquals("too-large", problems.sorted().get(0).code());
  }

  @Test
  void manyProblemsOfOneLongLineAreShownInNoTime() {
    StringBuilder line = new StringBuilder("{");
    for (int i = 0; i < 90_000; i++) {
      line.append("key").append(i).append(": 1, ");
    }
    String yaml = line.append("z: 1}").toString();
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          Node document = Objects.requireNonNull(read(yaml));
          assertNull(new Keys(document, problems, "policy").get("policy"));
          assertEquals(1_000, problems.sorted().size());
          Excerpt excerpt = new Excerpt(Map.of("it.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
          for (Problem problem : problems.sorted()) {
            assertEquals(2, excerpt.of(problem).size());
          }
        });
  }
}
