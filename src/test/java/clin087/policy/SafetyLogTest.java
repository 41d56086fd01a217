package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;

/** The hazard log is complete, reckons as its own matrix does, and names tests that exist. */
final class SafetyLogTest {
  private static final String LOG = text(Path.of("policies", "CMICB_Clin087.safety.md"));

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.OnlyIncludeTests())
          .importPackages("clin087");

  private static final List<String> PARTS =
      List.of(
          "Hazard",
          "Causes",
          "Effect",
          "Control by design",
          "Control by test",
          "Control by wording",
          "Left to the deploying organisation",
          "Evidence",
          "Before",
          "After");

  private static final List<String> SEVERITIES =
      List.of("Minor", "Significant", "Considerable", "Major", "Catastrophic");

  /** One hazard: its number and title, and its parts by their names. */
  record Hazard(String number, String title, Map<String, String> parts) {
    String part(String name) {
      return Objects.requireNonNull(parts.get(name), () -> number + " has no " + name);
    }

    @Override
    public String toString() {
      return number + " " + title;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tests of a class, with an empty name for all of them; none where there is no such class.
   */
  private static Set<String> tests(String name) {
    Set<String> tests = new TreeSet<>();
    for (JavaClass test : TESTS) {
      if (test.getSimpleName().equals(name)) {
        tests.add("");
        test.getMethods().stream()
            .filter(method -> method.isMetaAnnotatedWith(Testable.class))
            .forEach(method -> tests.add(method.getName()));
      }
    }
    return tests;
  }

  private static List<MatchResult> matches(String regex, String text) {
    return Pattern.compile(regex, Pattern.MULTILINE).matcher(text).results().toList();
  }

  static List<Hazard> hazards() {
    List<Hazard> hazards = new ArrayList<>();
    for (MatchResult found : matches("^### (H\\d+) (.*)\n\n((?:- .*\n)+)", LOG)) {
      Map<String, String> parts = new LinkedHashMap<>();
      matches("^- \\*\\*(.*?):\\*\\* (.*)$", found.group(3))
          .forEach(part -> parts.put(part.group(1), part.group(2)));
      hazards.add(new Hazard(found.group(1), found.group(2), parts));
    }
    return hazards;
  }

  /** What the log's own matrix says, such as 3 of {@code Major, medium}. */
  private static String level(String estimate) {
    String[] words = estimate.split(", |: ", -1);
    for (MatchResult row : matches("^\\| ([A-Z][a-z ]+) \\| ([1-5 |]+) \\|$", LOG)) {
      if (row.group(1).toLowerCase(Locale.ROOT).equals(words[1])) {
        return row.group(2).split(" \\| ", -1)[SEVERITIES.indexOf(words[0])];
      }
    }
    throw new AssertionError(estimate);
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void everyHazardHasAllItsParts(Hazard hazard) {
    assertEquals(PARTS, List.copyOf(hazard.parts().keySet()));
    hazard.parts().forEach((name, words) -> assertTrue(words.length() > 4, name));
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void everyLevelIsThatOfTheMatrixAndNoneRises(Hazard hazard) {
    for (String name : List.of("Before", "After")) {
      String estimate = hazard.part(name);
      assertEquals(level(estimate), estimate.substring(estimate.length() - 1), estimate);
    }
    assertTrue(
        level(hazard.part("Before")).compareTo(level(hazard.part("After"))) >= 0,
        () -> hazard.part("Before") + ", " + hazard.part("After"));
  }

  @Test
  void theOverviewListsEveryHazardInItsOrder() {
    List<String> overview = new ArrayList<>();
    int number = 0;
    for (Hazard hazard : hazards()) {
      number++;
      assertEquals("H" + number, hazard.number());
      String anchor =
          hazard
              .toString()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9 -]", "")
              .replace(' ', '-');
      boolean transferred = hazard.part("Evidence").startsWith("none");
      overview.add(
          String.join(
              " | ",
              "| [" + hazard.number() + "](#" + anchor + ")",
              hazard.title(),
              level(hazard.part("Before")),
              level(hazard.part("After")),
              transferred ? "transferred |" : "open |"));
    }
    assertEquals(overview, matches("^\\| \\[H.*$", LOG).stream().map(MatchResult::group).toList());
    assertTrue(number > 30, () -> "the log is written in another way now: " + hazards());
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void everyTestOfTheEvidenceExists(Hazard hazard) {
    String evidence = hazard.part("Evidence");
    List<MatchResult> named = matches("`(\\w+?(?:Test|IT))(?:#(\\w+))?`", evidence);
    assertEquals(evidence.startsWith("none"), named.isEmpty(), evidence);
    for (MatchResult test : named) {
      assertTrue(
          tests(test.group(1)).contains(test.group(2) == null ? "" : test.group(2)), test.group());
    }
  }

  @Test
  void everyCautionOfThePolicyIsAControl() {
    assertTrue(LOG.contains("take over into the clinical risk management file under DCB0129"));
    for (Caution caution : clin087.Given.POLICY.cautions()) {
      // what guards funding alone guards no patient
      if (!caution.id().equals("suite-limit")) {
        assertTrue(LOG.contains("`" + caution.id() + "`"), caution.id());
      }
    }
  }
}
