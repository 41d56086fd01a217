package clin087.cli;

import static clin087.cli.Cli.ELIGIBLE;
import static clin087.cli.Cli.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clin087.Given;
import clin087.cli.Cli.Ran;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An output file appears whole or not at all; what is no file is written through. */
class OutputFilesTest {
  private static final String OLD = "what stood here before";
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void start() {
    cli = new Cli(folder).in(ELIGIBLE);
    cli.write("in.json", ELIGIBLE);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertCannotWrite(Ran ran, String name) {
    assertEquals(7, ran.code(), ran.err());
    assertTrue(ran.err().startsWith("clin087: cannot write " + name), ran.err());
    assertFalse(ran.err().contains("Exception"), ran.err());
    assertFalse(ran.err().contains("unfinished"), ran.err());
    assertEquals(1, ran.err().lines().count());
  }

  @Test
  void theResultIsTheSameInAFileAsOnStandardOutput() throws IOException {
    for (String format : List.of("text", "json", "ndjson", "csv")) {
      String out = cli.run("check", "-f", format, "in.json").out();
      String absolute = folder.resolve("out").toString();
      for (List<String> options :
          List.of(
              List.of("-f", format, "-o", "out"),
              List.of("--format=" + format + "=out"),
              List.of("-f" + format, "--output=" + absolute))) {
        List<String> args = new ArrayList<>(List.of("check", "in.json"));
        args.addAll(options);
        Ran ran = cli.run(args.toArray(new String[0]));
        assertEquals(0, ran.code(), ran.err());
        assertEquals(List.of("in.json", "out"), files());
        assertEquals(out, cli.read("out"));
        Files.delete(folder.resolve("out"));
      }
    }
  }

  @Test
  void oneRunWritesSeveralFormats() {
    Ran ran = cli.run("check", "-f", "json=a", "-f", "csv=b", "-f", "text=c", "-f", "ndjson", "-");
    assertEquals(cli.run("check", "-f", "json", "-").out(), cli.read("a"));
    assertEquals(cli.run("check", "-f", "csv", "-").out(), cli.read("b"));
    assertEquals(cli.run("check", "-").out(), cli.read("c"));
    assertEquals(cli.run("check", "-f", "ndjson", "-").out(), ran.out());
    cli.run("check", "-f", "json=a", "-f", "csv", "-o", "d=e", "-");
    assertEquals(cli.read("b"), cli.read("d=e"));
  }

  @Test
  void aFileIsReplacedWholeWithItsPermissions() throws IOException {
    Path out = cli.write("out", OLD.repeat(1000));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(0, cli.run("check", "-f", "csv", "-o", "out", "in.json").code());
    assertEquals(cli.run("check", "-f", "csv", "in.json").out(), cli.read("out"));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
    assertEquals(List.of("in.json", "out"), files());
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Files.createDirectories(folder.resolve("real"));
    cli.write("real/out", OLD);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real/out"));
    assertEquals(0, cli.run("check", "-f", "csv", "-o", "link", "in.json").code());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(cli.run("check", "-f", "csv", "in.json").out(), cli.read("real/out"));
  }

  @Test
  void whatCannotBeWrittenIsSaidBeforeAnythingIsDecided() throws IOException {
    cli.write("file", OLD);
    Files.createDirectories(folder.resolve("folder"));
    for (String target : List.of("missing/out", "file/out", "folder", "folder/", ".")) {
      Ran ran = cli.run("check", "-f", "csv", "-o", target, "in.json");
      assertCannotWrite(ran, target);
      assertEquals("", ran.out());
      assertCannotWrite(cli.run("check", "-f", "json=ok", "-f", "csv=" + target, "-"), target);
    }
    assertEquals(OLD, cli.read("file"));
    assertEquals(List.of("file", "folder", "in.json"), files());
  }

  @Test
  void aReadOnlyFileOrFolderIsLeftAlone() throws IOException {
    Path out = cli.write("locked/out", OLD);
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(out), "root may write everything");
    assertCannotWrite(cli.run("check", "-o", "locked/out", "in.json"), "locked/out");
    Files.setPosixFilePermissions(out.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
    assertCannotWrite(cli.run("check", "-o", "locked/new", "in.json"), "locked/new");
    assertEquals(OLD, cli.read("locked/out"));
    Files.setPosixFilePermissions(out.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aFullDeviceIsNoSuccessAndLeavesNoOtherFile() throws IOException {
    assumeTrue(Files.exists(FULL), "Linux has it");
    for (String format : List.of("text", "json", "ndjson", "csv")) {
      assertCannotWrite(cli.run("check", "-f", format, "-o", "/dev/full", "-"), "/dev/full");
    }
    assertCannotWrite(
        cli.run("check", "-f", "json=out.json", "-f", "csv=/dev/full", "-"), "/dev/full");
    assertEquals(List.of("in.json"), files());
    try (OutputStream full = Files.newOutputStream(FULL)) {
      Ran ran = cli.run(full, "check", "-f", "json=out.json", "-f", "csv", "-");
      assertCannotWrite(ran, "standard output");
    }
    assertEquals(List.of("in.json"), files());
  }

  @Test
  void devicesAndPipesAreWrittenThrough() throws Exception {
    assertEquals(0, cli.run("check", "-o", "/dev/null", "in.json").code());
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                return e.toString();
              }
            });
    assertEquals(0, cli.run("check", "-f", "csv", "-o", "pipe", "in.json").code());
    assertEquals(cli.run("check", "-f", "csv", "in.json").out(), read.get());
    assertFalse(Files.isRegularFile(pipe));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link", "link/to/it"})
  void standardOutputIsWrittenThroughUnderEveryName(String name) throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/stdout")), "Linux has it");
    Files.createSymbolicLink(
        folder.resolve("link"), Path.of(name.equals("link") ? "/dev/stdout" : "/dev"));
    String output = name.equals("link/to/it") ? "link/fd/1" : name;
    Ran ran = cli.run("check", "-f", "csv", "-o", output, "in.json");
    assertEquals(cli.run("check", "-f", "csv", "in.json").out(), ran.out());
    Ran twice = cli.run("check", "-f", "csv=" + output, "-f", "json", "in.json");
    assertEquals(2, twice.code());
    assertEquals("", twice.out());
    assertTrue(Files.isSymbolicLink(folder.resolve("link")));
  }

  @Test
  void twoFormatsNeverGoToOneFileUnderTwoNames() throws IOException {
    cli.write("out", OLD);
    Files.createLink(folder.resolve("hard"), folder.resolve("out"));
    Files.createSymbolicLink(folder.resolve("soft"), Path.of("hard"));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("new"));
    Files.createDirectories(folder.resolve("sub"));
    for (String pair :
        List.of(
            "out out", "out hard", "out soft", "sub/../out hard", "new dangling", "./new new")) {
      String[] names = pair.split(" ", -1);
      Ran ran = cli.run("check", "-f", "csv=" + names[0], "-f", "json=" + names[1], "in.json");
      assertEquals(2, ran.code(), pair);
      assertTrue(ran.err().startsWith("clin087: two outputs go to " + names[0]), ran.err());
    }
    assertEquals(OLD, cli.read("out"));
    assertFalse(Files.exists(folder.resolve("new")));
  }

  @Test
  void theNullDeviceTakesAnyNumberOfFormats() {
    assumeTrue(Files.exists(Path.of("/dev/null")), "a POSIX system has it");
    Ran ran = cli.run("check", "-f", "csv=/dev/null", "-f", "json=/dev/null", "in.json");
    assertEquals(0, ran.code(), ran.err());
  }

  @Test
  void aLinkThatLeadsNowhereIsFollowedLikeALiveOne() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    assertEquals(0, cli.run("check", "-f", "csv", "-o", "link", "in.json").code());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(cli.run("check", "-f", "csv", "in.json").out(), cli.read("real"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertCannotWrite(cli.run("check", "-o", "loop", "in.json"), "loop: it is a loop of links");
  }

  @Test
  void everyNameThatAFileCanHaveCanBeWritten() throws IOException {
    for (int length : List.of(1, 249, 255)) {
      String name = "n".repeat(length);
      assertEquals(0, cli.run("check", "-f", "csv", "-o", name, "in.json").code());
      Files.delete(folder.resolve(name));
    }
    assertCannotWrite(cli.run("check", "-o", "name/", "in.json"), "name/: it is a folder");
    assertEquals(List.of("in.json"), files());
  }

  @Test
  void anUnfinishedFileOfAnotherRunIsLeftAlone() throws IOException {
    String old = ".out." + ProcessHandle.current().pid() + ".unfinished";
    cli.write(old, OLD);
    assertEquals(0, cli.run("check", "-f", "csv", "-o", "out", "in.json").code());
    assertEquals(List.of(old, "in.json", "out"), files());
  }

  @Test
  void aReferralInAFolderIsNeverOverwritten() throws IOException {
    cli.write("folder/deep/a.json", ELIGIBLE);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("folder/deep/a.json"));
    for (String output : List.of("folder/deep/a.json", "link")) {
      for (String command :
          List.of("check folder -o ", "policy diff p.yaml --referrals folder -o ")) {
        cli.write("p.yaml", Given.resource("small.yaml"));
        Ran ran = cli.run((command + output).split(" "));
        assertEquals(2, ran.code(), ran.err());
        assertEquals(ELIGIBLE, cli.read("folder/deep/a.json"));
      }
    }
    assertEquals(0, cli.run("check", "folder", "-o", "folder/deep/new.json").code());
  }

  @Test
  void anInputIsNeverOverwritten() throws IOException {
    cli.write("more/b.json", REFUSED);
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("in.json"));
    Files.createLink(folder.resolve("hard.json"), folder.resolve("in.json"));
    for (String output : List.of("in.json", "./more/../in.json", "link.json", "hard.json")) {
      Ran ran = cli.run("check", "-f", "csv", "-o", output, "more", "in.json");
      assertEquals(2, ran.code(), output);
      assertTrue(ran.err().contains("input"), ran.err());
    }
    assertEquals(ELIGIBLE, cli.read("in.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show 1.1 -p p.yaml -o p.yaml",
        "lint p.yaml -o p.yaml",
        "lint p.yaml --source words.md -o words.md",
        "test p.yaml -o p.yaml",
        "test p.yaml --write-missing -o p.tests.yaml",
        "test p.yaml --cases other.yaml -o other.yaml",
        "diff p.yaml q.yaml -o ./q.yaml",
        "diff p.yaml q.yaml --referrals in.json -o in.json",
        "page p.yaml -o p.tests.yaml",
        "graph -p p.yaml -o p.yaml",
      })
  void neitherIsWhatAPolicyIsMadeOf(String command) throws IOException {
    Map<String, String> inputs =
        Map.of(
            "p.yaml", Given.resource("small.yaml"),
            "q.yaml", Given.resource("small.yaml") + "# revised",
            "p.tests.yaml", "cases: [{case: a, given: {treated: true}, expect: YES}]",
            "other.yaml", "cases: [{case: b, given: {treated: true}, expect: YES}]",
            "words.md", "words");
    inputs.forEach(cli::write);
    Ran ran = cli.run(("policy " + command).split(" "));
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains("is an input too"), ran.err());
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      assertEquals(input.getValue(), cli.read(input.getKey()));
    }
  }

  /** A real referral, under the name that an example has. */
  private static final String REAL = "{\"reference\":\"REAL-1\"}";

  private Ran diffOfTwo(String words) {
    cli.write("p.yaml", Given.resource("small.yaml"));
    cli.write("q.yaml", Given.resource("small.yaml").replace("when: treated", "when: age >= 40"));
    return cli.run(("policy diff p.yaml q.yaml " + words).split(" "));
  }

  @Test
  void anExampleNeverReplacesARealReferral() throws IOException {
    cli.write("refs/DIFF-1.json", REAL);
    Ran ran = diffOfTwo("--examples refs -o out");
    assertEquals(7, ran.code(), ran.out());
    assertTrue(ran.err().contains("cannot write refs/DIFF-1.json: this file exists"), ran.err());
    assertEquals(REAL, cli.read("refs/DIFF-1.json"));
    assertEquals(List.of("DIFF-1.json", "in.json", "p.yaml", "q.yaml"), allFiles());
  }

  @ParameterizedTest
  @CsvSource({
    "--referrals refs --examples refs, 2",
    "--referrals refs --examples refs/new/one, 2",
    "--referrals . --examples new, 2",
    "--referrals refs/DIFF-2.json --examples ./refs, 2",
    "--referrals linked --examples refs, 2",
    "--referrals refs --examples linked, 2",
    "--referrals refs --examples linked/../refs/new, 2",
    "--referrals refs --examples refs2, 1",
    "--referrals refs/inner --examples ., 1",
    "--referrals - --examples new, 1",
  })
  void anExampleIsNeverCountedAmongTheRealReferrals(String words, int code) throws IOException {
    cli.write("refs/DIFF-2.json", "{\"reference\":\"A\",\"treated\":true,\"age\":30}");
    cli.write("refs/inner/B.json", "{\"reference\":\"B\",\"treated\":true,\"age\":30}");
    Files.createSymbolicLink(folder.resolve("linked"), Path.of("refs"));
    cli.in("{\"reference\":\"C\",\"treated\":true,\"age\":30}");
    diffOfTwo("");
    List<String> before = allFiles();
    Ran ran = diffOfTwo(words);
    assertEquals(code, ran.code(), ran.err());
    assertEquals(code == 2, ran.err().contains(" in this folder"), ran.err());
    assertEquals(code == 2, before.equals(allFiles()), allFiles().toString());
  }

  @Test
  void laterExamplesReplaceEarlierOnesOfTheSameName() throws IOException {
    diffOfTwo("--examples examples");
    String example = cli.read("examples/DIFF-1.json");
    cli.write("examples/DIFF-1.json", example.replace("\"age\": ", "\"age\": 1"));
    assertEquals(1, diffOfTwo("--examples examples").code());
    assertEquals(example, cli.read("examples/DIFF-1.json"));
    assertEquals(2, diffOfTwo("--examples examples -o examples/DIFF-1.json").code());
    assertEquals(example, cli.read("examples/DIFF-1.json"));
  }

  @Test
  void noExampleIsWrittenIfTheResultCannotBe() throws IOException {
    cli.write("p.yaml", Given.resource("small.yaml"));
    assertEquals(2, cli.run("policy", "lint", "p.yaml", "--examples", "ex", "-o", "p.yaml").code());
    assertEquals(7, cli.run("policy", "lint", "p.yaml", "--examples", "ex", "-o", "no/p").code());
    assertEquals(List.of("in.json", "p.yaml"), files());
  }

  private List<String> allFiles() throws IOException {
    try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void norIsAFileThatAPolicyIncludes() throws IOException {
    for (String name : List.of("EXAMPLE_Knee02.yaml", "core.yaml")) {
      cli.write(name, Given.resource("suite/" + name));
    }
    Ran ran = cli.run("policy", "lint", "EXAMPLE_Knee02.yaml", "-o", "core.yaml");
    assertEquals(2, ran.code(), ran.err());
    assertEquals(Given.resource("suite/core.yaml"), cli.read("core.yaml"));
  }

  @Test
  void anEmptyNameOfAnOutputIsReportedWithTheOptionThatHasIt() {
    Ran ran = cli.run("check", "-o", "", "in.json");
    assertEquals(2, ran.code());
    assertTrue(ran.err().startsWith("clin087: --output expects a FILE"), ran.err());
    ran = cli.run("check", "-f", "csv=", "in.json");
    assertEquals(2, ran.code());
    assertTrue(ran.err().startsWith("clin087: --format csv= expects a FILE"), ran.err());
  }

  @Test
  void standardErrorIsTheOneOfTheRun() {
    assumeTrue(Files.exists(Path.of("/dev/stderr")));
    Ran ran = cli.run("check", "-f", "csv=/dev/stderr", "missing.json", "in.json");
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("clin087: cannot read missing.json"), ran.err());
    assertTrue(ran.err().contains("in.json,0,E-1,"), ran.err());
  }

  @Test
  void nothingIsWrittenBeforeTheRunIsKnownToBePossible() throws IOException {
    cli.write("out", OLD);
    cli.run("check", "-o", "out", "--assume", "/x=1", "in.json");
    cli.run("check", "-o", "out", "--expect-version", "9", "in.json");
    cli.run("check", "-o", "out", "-p", "missing.yaml", "in.json");
    cli.run("check", "-o", "out", "--fail-on", "x", "in.json");
    assertEquals(OLD, cli.read("out"));
    assertEquals(List.of("in.json", "out"), files());
  }

  @Test
  void standardOutputCarriesTheResultAndNothingElse() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Ran ran = cli.run(out, "check", "-f", "csv", "missing.json", "in.json", "-f", "json=x");
    assertEquals("clin087: cannot read missing.json: there is no such file or folder\n", ran.err());
    assertEquals(5, ran.code());
    String csv = out.toString(StandardCharsets.UTF_8);
    assertEquals(3, csv.lines().count(), csv);
    assertTrue(csv.contains("missing.json,0,,INVALID,invalid,,,,,1:1 unreadable: there is"), csv);
  }
}
