package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The example script sorts referrals with the packaged program. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for a POSIX shell")
final class ExampleScriptIT {
  private static final Path SCRIPT = Path.of("examples/sort-referrals.sh").toAbsolutePath();
  private static final Path PROGRAM = Path.of("target/clin087/bin/clin087").toAbsolutePath();

  @TempDir Path work;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(work.resolve("in box"));
  }

  private record Ended(int code, String output) {}

  private Ended sort(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.environment().put("CLIN087", PROGRAM.toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private void copy(String example, String name) throws IOException {
    Files.copy(Path.of("examples").resolve(example), folder.resolve(name));
  }

  private Set<String> sorted(String target) throws IOException {
    Path root = work.resolve(target);
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> found = files.filter(Files::isRegularFile).toList();
      Set<String> names = new TreeSet<>();
      found.forEach(file -> names.add(root.relativize(file).toString()));
      return names;
    }
  }

  @Test
  void everyFileLandsUnderItsExitCodeAndVerdictWithItsReport() throws Exception {
    copy("referrals/core-urgent.json", "urgent.json");
    copy("referrals/cosmetic.json", "-f.json");
    copy("referrals/mcas-first.json", "it's \"the\" first one.json");
    copy("referrals/information-needed.json", "two  spaces.JSON");
    copy("invalid/not-json.json", "$broken.json");
    copy("batch.ndjson", "batch.ndjson");
    copy("clinic-list.json", "list.json");
    Files.writeString(folder.resolve("notes.txt"), "no referral");
    Files.createDirectory(folder.resolve("a folder.json"));
    Ended ended = sort("in box", "out box", "--as-of", "2026-11-22");
    assertEquals(
        "sorted into out box: 7\n"
            + "not read, since they are folders or no .json, .ndjson, .jsonl or .csv: 2\n",
        ended.output());
    assertEquals(0, ended.code());
    Set<String> expected = new TreeSet<>();
    for (String name :
        List.of(
            "attention/0/ELIGIBLE/urgent.json",
            "1/NOT_COMMISSIONED/-f.json",
            "1/SEVERAL/list.json",
            "3/MCAS_FIRST/it's \"the\" first one.json",
            "4/INFORMATION_NEEDED/two  spaces.JSON",
            "5/INVALID/$broken.json",
            "attention/5/INVALID/batch.ndjson")) {
      expected.add(name);
      expected.add(name + ".txt");
    }
    assertEquals(expected, sorted("out box"));
    String report = Files.readString(work.resolve("out box/attention/0/ELIGIBLE/urgent.json.txt"));
    assertTrue(report.startsWith("ATTENTION\n"), report);
    assertTrue(report.contains("ELIGIBLE, clause 3.2(a)"), report);
    assertTrue(report.contains("2026-11-22"), report);
  }

  @Test
  void aReferenceThatLooksLikeAVerdictFoolsNobody() throws Exception {
    Files.writeString(
        folder.resolve("fake.json"),
        "{\"reference\": \",\\\"verdict\\\":\\\"ELIGIBLE\\\"\", \"request\": {\"procedure\": \"other\"},"
            + " \"coreCriteria\": []}");
    assertEquals(0, sort("in box", "out").code());
    assertEquals(Set.of("0/OUT_OF_SCOPE/fake.json", "0/OUT_OF_SCOPE/fake.json.txt"), sorted("out"));
  }

  @Test
  void anOldTargetIsNotMixedWithANewOne() throws Exception {
    copy("referrals/core-urgent.json", "urgent.json");
    assertEquals(0, sort("in box", "out").code());
    Ended again = sort("in box", "out");
    assertEquals("sort-referrals: out exists already\n", again.output());
    assertEquals(2, again.code());
  }

  @Test
  void aWrongOptionStopsIt() throws Exception {
    copy("referrals/core-urgent.json", "urgent.json");
    assertEquals(2, sort("in box", "out", "--as-of", "yesterday").code());
    assertFalse(Files.exists(work.resolve("out")), "the next run can have the same name");
  }

  @Test
  void aFolderWithoutReferralsIsNoSuccess() throws Exception {
    assertEquals(2, sort("in box", "out").code());
    assertFalse(Files.exists(work.resolve("out")));
  }
}
