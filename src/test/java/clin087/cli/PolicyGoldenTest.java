package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.TextDifference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the commands that show a policy write, to the byte.
 *
 * <p>The name of a golden file is its command: {@code built-in/show+3.2.txt} is what {@code clin087
 * policy show 3.2} writes about the built-in policy, and its ending is the format. {@code mvn test
 * -Dtest=PolicyGoldenTest -Dupdate.golden=true} writes the files anew; read the difference before
 * you commit it.
 */
final class PolicyGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden/policy");
  private static final String BUILT_IN = "built-in";
  private static final int WIDTH = 80;

  /** An expected output. */
  private record Golden(Path file) {
    String ending() {
      String name = file.getFileName().toString();
      return name.substring(name.lastIndexOf('.') + 1);
    }

    List<String> command() {
      String name = file.getFileName().toString();
      List<String> command = new ArrayList<>(List.of("policy"));
      command.addAll(List.of(name.substring(0, name.lastIndexOf('.')).split("\\+")));
      String format = ending().equals("txt") ? "text" : ending();
      if (!format.equals("html")) {
        command.add("--format=" + format);
      }
      String policy = file.getParent().getFileName().toString();
      if (!policy.equals(BUILT_IN)) {
        command.add("--policy=src/test/resources/clin087/" + policy + ".yaml");
      }
      return command;
    }

    String text() throws IOException {
      return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return GOLDEN.relativize(file).toString();
    }
  }

  static List<Golden> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(Files::isRegularFile).sorted().map(Golden::new).toList();
    }
  }

  @BeforeAll
  static void update() throws IOException {
    if (Boolean.getBoolean("update.golden")) {
      for (Golden golden : goldens()) {
        Files.writeString(golden.file(), InProcess.of(golden.command()).out());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void givesWhatIsExpected(Golden golden) throws IOException {
    InProcess run = InProcess.of(golden.command());
    assertEquals("", run.err());
    TextDifference.assertSame(golden.file().toString(), golden.text(), run.out());
    assertEquals(0, run.code());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void fitsItsFormat(Golden golden) throws IOException {
    if (golden.ending().equals("json")) {
      assertTrue(new JsonMapper().readTree(golden.text()).has("policy"));
    }
    if (golden.ending().equals("txt")) {
      for (String line : golden.text().lines().toList()) {
        assertTrue(line.length() <= WIDTH || !line.strip().contains(" "), line);
      }
    }
  }
}
