package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The recipes of the documentation work, run by a shell with the packaged program. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "recipes for a POSIX shell")
final class ReadmeIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir Path work;

  private record Ended(int code, String output) {}

  private Ended run(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(work.toFile());
    String path = TARGET.resolve("clin087/bin") + File.pathSeparator + System.getenv("PATH");
    builder.environment().put("PATH", path);
    builder.environment().put("HOME", work.resolve("home").toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  @Test
  void everyLinkOfTheInstalledPagesLeadsToAFile() throws IOException {
    for (Path readme :
        List.of(Readmes.README, Readmes.REFERENCE, Readmes.RECIPES, Readmes.POLICY_README)) {
      Path installed = TARGET.resolve("clin087").resolve(readme);
      for (String link :
          Readmes.groups("\\]\\((?!https?:)([^)#]+)[^)]*\\)", Readmes.text(installed))) {
        assertTrue(Files.exists(installed.resolveSibling(link)), readme + " links to " + link);
      }
    }
  }

  /** A folder that looks like the project's. */
  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectory(work.resolve("home"));
    Files.createSymbolicLink(work.resolve("target"), TARGET);
    Files.createSymbolicLink(
        work.resolve("examples"), TARGET.resolveSibling("examples").toAbsolutePath());
  }

  /** The links that are left would be warned of, since they lead out of the folder. */
  @AfterEach
  void removeLinks() throws IOException {
    Files.delete(work.resolve("target"));
    Files.delete(work.resolve("examples"));
  }

  @Test
  void everyRecipeForTheShellWorks() throws Exception {
    List<String> outputs = new ArrayList<>();
    String text = Readmes.text(Readmes.README) + Readmes.text(Readmes.RECIPES);
    for (MatchResult block :
        Readmes.matches("(?s)(?:<!-- exit ([0-9]+) -->\n)?```sh\n(.*?)```", text)) {
      String script = block.group(2);
      if (!script.contains("mvn ")) {
        Ended ended = run(script);
        int expected = block.group(1) == null ? 0 : Integer.parseInt(block.group(1));
        assertEquals(expected, ended.code(), script + ended.output());
        outputs.add(ended.output());
      }
    }
    String output = String.join("", outputs);
    assertTrue(output.contains("clin087 " + VersionText.program()), output);
    assertTrue(output.contains("Another step comes first."), output);
    assertTrue(output.contains("\"outcome\":\"refuse\""), output);
    assertTrue(output.contains("mcas-first.json.txt"), output);
    assertTrue(lines("report.txt") > 0);
    assertEquals(referrals() + 1, lines("report.csv"));
    assertEquals(referrals(), lines("report.ndjson"));
    assertEquals(referrals(), lines("all.ndjson"));
    assertEquals(10, lines("answers.ndjson"));
  }

  @Test
  void theJobForGitHubActionsPasses() throws Exception {
    List<String> blocks = Readmes.blocks(Readmes.text(Readmes.RECIPES), "yaml");
    assertEquals(1, blocks.size());
    JsonNode steps = new YAMLMapper().readTree(blocks.get(0)).at("/jobs/check/steps");
    int scripts = 0;
    for (JsonNode step : steps) {
      String script = step.path("run").asString("");
      if (!script.isEmpty() && !script.startsWith("mvn ")) {
        scripts++;
        Ended ended = run("set -eo pipefail\n" + script);
        assertEquals(0, ended.code(), ended.output());
      }
    }
    assertEquals(1, scripts);
    assertEquals(referrals() + 1, lines("referrals.csv"));
  }

  private long lines(String name) throws IOException {
    try (Stream<String> lines = Files.lines(work.resolve(name))) {
      return lines.count();
    }
  }

  private static long referrals() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples", "referrals"))) {
      return files.count();
    }
  }
}
