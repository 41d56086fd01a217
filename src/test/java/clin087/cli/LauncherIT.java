package clin087.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The installed program, started as its users start it; {@code mvn package} makes it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for a POSIX shell")
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class LauncherIT {
  private static final Path INSTALLED = Path.of("target", "clin087").toAbsolutePath();
  private static final String REFERRAL =
      "{\"reference\": \"A1\", \"request\": {\"procedure\": \"other\"}}\n";

  /** The caller's current folder. */
  @TempDir Path here;

  private final Map<String, String> environment = new HashMap<>(System.getenv());

  @BeforeEach
  void prepare() throws IOException {
    environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    environment.remove("_JAVA_OPTIONS");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Files.writeString(here.resolve("referral.json"), REFERRAL);
  }

  @Test
  void findsTheCallersFilesAndPrintsNothingOfItsOwn() throws Exception {
    Run run = run(launcher(INSTALLED), "check", "referral.json");
    assertEquals(0, run.code, run.err);
    assertTrue(run.out.contains("referral.json"), run.out);
    assertEquals("", run.err);
  }

  @Test
  void handsEveryArgumentOverAsItIs() throws Exception {
    String name = " a  'b' \"c\" $HOME * @d.json";
    Files.writeString(here.resolve(name), REFERRAL);
    assertEquals(0, run(launcher(INSTALLED), "check", "--", name).code);
  }

  @Test
  void opensNamesThatAreNotAsciiEvenInTheCLocale() throws Exception {
    environment.put("LC_ALL", "C");
    Run run =
        shell(
            "name=$(printf 'caf\\303\\251'); mkdir \"$name\"; cd \"$name\";"
                + " cp ../referral.json \"$name.json\"; \"$0\" check \"$name.json\"");
    assertEquals(0, run.code, run.err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx_YY.UTF-8", "xx_YY.utf8"})
  void opensNamesThatAreNotAsciiEvenInALocaleThatIsNotInstalled(String locale) throws Exception {
    assumeTrue(
        Files.isDirectory(Path.of("/usr/lib/locale/C.utf8"))
            || Files.isDirectory(Path.of("/usr/lib/locale/C.UTF-8")));
    environment.keySet().removeAll(List.of("LC_ALL", "LC_CTYPE"));
    environment.put("LANG", locale);
    Run run =
        shell(
            "name=$(printf 'caf\\303\\251.json'); cp referral.json \"$name\"; \"$0\" check \"$name\"");
    assertEquals(0, run.code, run.err);
  }

  @Test
  void writesThroughStandardErrorBetweenWhatOthersWriteThere() throws Exception {
    Run run =
        shell(
            "(echo before >&2; \"$0\" check -f csv -o /dev/stderr none.json referral.json;"
                + " echo after >&2) 2>errors; cat errors");
    List<String> lines = run.out.lines().toList();
    assertEquals("before", lines.get(0), run.out);
    assertTrue(run.out.contains("\nsource,index,"), run.out);
    assertTrue(run.out.contains("\nreferral.json,0,"), run.out);
    assertTrue(run.out.contains("clin087: cannot read none.json"), run.out);
    assertEquals("after", lines.get(lines.size() - 1), run.out);
  }

  @Test
  void takesNothingForTheCallersFolderOnceThatIsDeleted() throws Exception {
    Run run =
        shell(
            "mkdir gone; cd gone; rmdir ../gone; \"$0\" check -o answer ../referral.json 2>/dev/null");
    assertEquals(7, run.code, run.out);
    assertFalse(Files.exists(INSTALLED.resolve("lib/answer")));
    run = shell("mkdir gone; cd gone; rmdir ../gone; \"$0\" check -f csv clin087.jar 2>/dev/null");
    assertTrue(run.out.contains(",1:1 unreadable"), run.out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "64"})
  void staysWithinItsMemoryHoweverLongTheAnswersAre(String jobs) throws Exception {
    // Some 110 MB of answers, which the heap of 96 MB cannot hold.
    Files.writeString(here.resolve("short.ndjson"), "{\"reference\":\"1\"}\n".repeat(24_000));
    Run run =
        shell(
            "\"$0\" check -f ndjson --explain -j "
                + jobs
                + " short.ndjson | tail -c 100 >/dev/null");
    assertEquals("", run.err);
  }

  @Test
  void staysWithinItsMemoryHoweverManyOrLongTheCellsAre() throws Exception {
    StringBuilder table = new StringBuilder("reference,patient.age,coreCriteria\n");
    for (int i = 0; i < 40; i++) {
      table.append("A,5").append(" ".repeat(1_000_000 - i)).append(",\n");
      table.append("A").append(",".repeat(1_000_000)).append('\n');
      table.append("A,,").append("x;".repeat(500_000)).append('\n');
    }
    Files.writeString(here.resolve("wide.csv"), table);
    Run run = run(launcher(INSTALLED), "check", "wide.csv", "-f", "csv", "-j", "4");
    assertEquals(5, run.code, run.err);
    assertEquals("", run.err);
    assertEquals(121, run.out.lines().count());
  }

  @Test
  void staysWithinItsMemoryHoweverManyProblemsThereAre() throws Exception {
    String many = "{\"reference\":\"1\"" + ",\"zz\":1".repeat(140_000) + "}\n";
    Files.writeString(here.resolve("many.ndjson"), many.repeat(3) + REFERRAL);
    Run run = run(launcher(INSTALLED), "check", "-f", "csv", "many.ndjson");
    assertEquals(5, run.code, run.err);
    assertTrue(run.out.lines().toList().get(4).contains("OUT_OF_SCOPE"));
    StringBuilder each = new StringBuilder("{\"reference\":\"1\"");
    for (int i = 0; i < 85_000; i++) {
      each.append(",\"k").append(i).append("\":1");
    }
    Files.writeString(here.resolve("each.ndjson"), each.append("}\n").toString().repeat(3));
    run = run(launcher(INSTALLED), "check", "--ignore-unknown-fields", "each.ndjson");
    assertEquals(4, run.code, run.err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "4"})
  void answersALiveStreamBeforeItGoesOn(String jobs) throws Exception {
    Run run =
        shell(
            "coproc \"$0\" check -f ndjson -j "
                + jobs
                + " - && for i in 1 2 3; do echo '{\"reference\": \"A'$i'\"}' >&${COPROC[1]}"
                + " && read -r -t 20 line <&${COPROC[0]} && echo \"${line:0:42}\"; done");
    assertEquals(3, run.out.lines().count(), run.out + run.err);
    assertTrue(run.out.contains("\"index\":2,\"reference\":\"A3\""), run.out);
  }

  @Test
  void staysWithinItsMemoryHoweverLongTheAnswersOfSeveralOutputsAre() throws Exception {
    StringBuilder one = new StringBuilder("{\"reference\":\"1\"");
    for (int i = 0; i < 1000; i++) {
      one.append(",\"").append("\u007f".repeat(1000)).append(i).append("\":1");
    }
    Files.writeString(here.resolve("escapes.ndjson"), (one + "}\n").repeat(30));
    Run run = shell("\"$0\" check -j 4 -f csv=a.csv -f text=a.txt -f json=a.json escapes.ndjson");
    assertEquals(5, run.code, run.err);
  }

  @Test
  void readsTheCallersStandardInput() throws Exception {
    Run run = shell("\"$0\" check - <referral.json");
    assertEquals(0, run.code, run.err);
    assertNotEquals("", run.out);
  }

  @Test
  void takesClosedStandardInputForEmpty() throws Exception {
    assertEquals(5, shell("\"$0\" check - <&-").code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox sh", "zsh --emulate sh"})
  void runsInEveryShell(String shell) throws Exception {
    String program = shell.split(" ", -1)[0];
    assumeTrue(shell("command -v " + program).code == 0, "there is no " + program + " here");
    Run run = shell("exec " + shell + " \"$0\" check - <referral.json");
    assertEquals(0, run.code, run.err);
    assertEquals("", run.err);
    assertEquals(2, shell("exec " + shell + " \"$0\" check --no-such-option").code);
  }

  @Test
  void isFoundThroughSymbolicLinks() throws Exception {
    Path program = copy("-a", "program");
    Path link = Files.createSymbolicLink(here.resolve("absolute link"), launcher(program));
    Path folder = Files.createDirectory(here.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("relative"), Path.of("..", link.getFileName() + ""));
    Path linkedFolder = Files.createSymbolicLink(here.resolve("linked"), folder);
    Run run = run(linkedFolder.resolve("relative"), "check", "referral.json");
    assertEquals(0, run.code, run.err);
  }

  @Test
  void keepsItsArchiveWhereverItIsMoved() throws Exception {
    assumeTrue(Files.exists(INSTALLED.resolve("lib/clin087.jsa")), "this JDK made no archive");
    Path moved = copy("-a", "my programs & tools!");
    Path log = here.resolve("classes.log");
    environment.put("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    Run run = run(launcher(moved), "check", "referral.json");
    assertEquals(0, run.code, run.err);
    assertTrue(Files.readString(log).contains("clin087.cli.Main source: shared objects file"));
    environment.remove("_JAVA_OPTIONS");
    assertTrue(run(launcher(moved), "--version").out.endsWith("class archive in use\n"));
  }

  @Test
  void aPlainCheckLoadsNothingThatTakesLongToLink() throws Exception {
    Path loaded = here.resolve("loaded.txt");
    Run run =
        shell(
            "cd '"
                + INSTALLED.resolve("lib")
                + "' && java -XX:SharedArchiveFile=clin087.jsa @jvm.options -Xlog:class+load:file="
                + loaded
                + " -Dclin087.today=2026-11-22 clin087.cli.Main check '"
                + here.resolve("referral.json")
                + "'");
    assertEquals(0, run.code, run.err);
    List<String> lines = Files.readAllLines(loaded);
    assertTrue(lines.size() > 100, "the classes are listed");
    for (String costly :
        List.of(
            "LambdaMetafactory", "regex.Pattern", "picocli.CommandLine$Model", "java.time.zone")) {
      assertEquals(
          List.of(), lines.stream().filter(line -> line.contains(costly)).toList(), costly);
    }
  }

  @Test
  void goesWithoutItsArchiveQuietly() throws Exception {
    Path copied = copy("-R", "copied");
    FileTime other = FileTime.from(1, TimeUnit.DAYS);
    Files.setLastModifiedTime(copied.resolve("lib/clin087.jar"), other);
    Run run = run(launcher(copied), "check", "referral.json");
    assertEquals(0, run.code, run.err);
    assertEquals("", run.err);
    assertEquals(run(launcher(INSTALLED), "check", "referral.json").out, run.out);
    assertTrue(run(launcher(copied), "--version").out.contains("class archive not in use"));
  }

  @Test
  void decidesByThePolicyInItsFolder() throws Exception {
    Path program = copy("-a", "program");
    String before = run(launcher(program), "check", "-f", "csv", "referral.json").out;
    assertEquals(run(launcher(INSTALLED), "check", "-f", "csv", "referral.json").out, before);
    Path policy = program.resolve("policies/CMICB_Clin087.yaml");
    String text = Files.readString(policy);
    Files.writeString(policy, text.replace("version: 1\n", "version: 2\n"));
    String after = run(launcher(program), "check", "-f", "csv", "referral.json").out;
    assertTrue(after.contains(",CMICB_Clin087@2#"), after);
    Files.writeString(policy, text + "wrong: true\n");
    Run run = run(launcher(program), "check", "referral.json");
    assertEquals(6, run.code);
    assertTrue(run.err.contains("policies/CMICB_Clin087.yaml:"), run.err);
    Files.delete(policy);
    run = run(launcher(program), "check", "referral.json");
    assertEquals(6, run.code);
    assertTrue(run.err.contains(policy + " is missing"), run.err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "[]"})
  void decidesTheSameWhateverBecomesOfItsTranscript(String end) throws Exception {
    Path program = copy("-a", "program");
    Path transcript = program.resolve("lib/CMICB_Clin087.yaml.json");
    String text = Files.readString(transcript).replace("OUT_OF_SCOPE", "ELIGIBLE");
    Files.writeString(transcript, end.isEmpty() ? "" : text + end);
    Run run = run(launcher(program), "check", "-f", "csv", "referral.json");
    assertEquals("", run.err);
    assertEquals(run(launcher(INSTALLED), "check", "-f", "csv", "referral.json").out, run.out);
  }

  @Test
  void runsTheCasesInItsFolder() throws Exception {
    Path program = copy("-a", "program");
    Path cases = program.resolve("policies/CMICB_Clin087.tests.yaml");
    assertEquals(0, run(launcher(program), "policy", "test").code);
    Files.writeString(
        cases, Files.readString(cases).replaceFirst("expect: [A-Z_]+", "expect: NO_SUCH"));
    assertEquals(6, run(launcher(program), "policy", "test").code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"})
  void startsWhateverHeapTheEnvironmentBeginsWith(String variable) throws Exception {
    environment.put(variable, "-Xms256m");
    assertEquals(0, run(launcher(INSTALLED), "check", "referral.json").code);
  }

  @Test
  void leavesToJavaToSayWhyItCannotStart() throws Exception {
    environment.put("_JAVA_OPTIONS", "-XX:NoSuchOption");
    Run run = run(launcher(INSTALLED), "check", "referral.json");
    assertEquals(70, run.code);
    assertEquals("", run.out);
    assertTrue(run.err.contains("NoSuchOption"), run.err);
    assertTrue(
        run.err.endsWith("says why above; the environment gives it _JAVA_OPTIONS\n"), run.err);
  }

  @Test
  void leavesNothingInItsFolderWhenTheJvmDies() throws Exception {
    Path program = copy("-a", "program");
    environment.put("TMPDIR", here.toString());
    Process launcher = startReading("exec '" + launcher(program) + "' check -");
    long jvm = launcher.children().findFirst().orElseThrow().pid();
    assertEquals(0, run(Path.of("/bin/kill"), "-SEGV", "" + jvm).code);
    assertEquals(70, finish(launcher).code);
    try (Stream<Path> lib = Files.list(program.resolve("lib"))) {
      assertTrue(lib.noneMatch(file -> file.toString().contains("hs_err")));
    }
    assertTrue(Files.exists(here.resolve("clin087_hs_err_" + jvm + ".log")));
  }

  @Test
  void keepsWhatTheJvmSaysOffStandardOutput() throws Exception {
    String expected = run(launcher(INSTALLED), "check", "referral.json").out;
    environment.put("JAVA_TOOL_OPTIONS", "-XX:+PrintFlagsFinal -Xlog:gc");
    Run run = run(launcher(INSTALLED), "check", "referral.json");
    assertEquals(0, run.code);
    assertEquals(expected, run.out);
  }

  @Test
  void saysWhenThereIsNoJavaInJavaHome() throws Exception {
    environment.put("JAVA_HOME", here.toString());
    assertUnusableJava(run(launcher(INSTALLED), "check", "referral.json"));
  }

  @Test
  void saysWhenThereIsNoJava() throws Exception {
    environment.remove("JAVA_HOME");
    environment.put("PATH", here.toString());
    assertUnusableJava(run(launcher(INSTALLED), "check", "referral.json"));
  }

  @Test
  void saysWhenJavaIsTooOld() throws Exception {
    Path java = Files.createDirectory(here.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        [ "$1" != -version ] || { echo 'openjdk version "11.0.2" 2019-01-15' >&2; exit; }
        echo 'java.lang.UnsupportedClassVersionError: clin087/cli/Main' >&2
        exit 1
        """);
    assertTrue(java.toFile().setExecutable(true));
    environment.put("JAVA_HOME", here.toString());
    Run run = run(launcher(INSTALLED), "check", "referral.json");
    assertUnusableJava(run);
    assertTrue(run.err.contains("is Java 11.0.2"), run.err);
  }

  @Test
  void readsAPolicyFromAPipe() throws Exception {
    Path policy = INSTALLED.resolve("policies/CMICB_Clin087.yaml");
    Run run =
        shell("\"$0\" check -p <(sed 's/urgent treatment/x/' '" + policy + "') referral.json");
    assertEquals("", run.err);
    assertEquals(0, run.code);
    assertEquals(0, shell("\"$0\" policy show -p /dev/stdin < <(cat '" + policy + "')").code);
  }

  @Test
  void neverTakesAJvmThatCannotStartForAVerdict() throws Exception {
    environment.put("_JAVA_OPTIONS", "-Xmx1k");
    assertUnusableJava(run(launcher(INSTALLED), "check", "referral.json"));
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "4, 2", "6, 1", "6, 2", "8, 3"})
  void saysInOneLineThatThereIsNotEnoughMemory(int mebibytes, int jobs) throws Exception {
    Path program = copy("-a", "program");
    Path options = program.resolve("lib/jvm.options");
    String text = Files.readString(options);
    String little = text.replaceAll("-Xmx\\d+m", "-Xmx" + mebibytes + "m");
    assertNotEquals(text, little);
    Files.writeString(options, little);
    String large =
        REFERRAL.replace("{\"ref", "{\"notes\": \"" + "x".repeat(1_000_000) + "\", \"ref");
    Files.writeString(here.resolve("large.ndjson"), large.repeat(20));
    Run run = run(launcher(program), "check", "large.ndjson", "-f", "csv", "-j", "" + jobs);
    assertEquals(70, run.code, run.err);
    assertEquals(1, run.err.lines().count(), run.err);
    assertTrue(run.err.startsWith("clin087: out of memory"), run.err);
  }

  @Test
  void neverTakesAKilledJvmForAVerdict() throws Exception {
    Process launcher = startReading("exec \"$0\" check -");
    launcher.children().forEach(ProcessHandle::destroyForcibly);
    assertUnusableJava(finish(launcher));
  }

  @ParameterizedTest
  @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
  void endsTheJvmWhenItIsToldToEnd(String signal, int code) throws Exception {
    assumeTrue(shell("kill -" + signal + " $$").code != 0, "ignored here, so by children too");
    Process launcher = startReading("exec \"$0\" check -");
    List<ProcessHandle> jvm = launcher.children().toList();
    assertEquals(0, run(Path.of("/bin/kill"), "-" + signal, "" + launcher.pid()).code);
    Run run = finish(launcher);
    assertEquals(code, run.code, run.err);
    assertEquals("", run.err);
    assertFalse(jvm.isEmpty());
    assertFalse(jvm.stream().anyMatch(ProcessHandle::isAlive));
  }

  @Test
  void endsQuietlyOnControlC() throws Exception {
    assumeTrue(shell("kill -INT $$").code != 0, "ignored here, so by children too");
    // A job of its own is a process group of its own, as one in a terminal is.
    Process shell = startReading("set -m; \"$0\" check - 2>messages & echo $! >job; wait $!");
    String job = Files.readString(here.resolve("job")).strip();
    assertEquals(0, run(Path.of("/bin/kill"), "-INT", "--", "-" + job).code);
    Run run = finish(shell);
    assertEquals(130, run.code, run.err);
    assertEquals("", Files.readString(here.resolve("messages")));
  }

  @Test
  void reportsAReaderThatWentAway() throws Exception {
    Files.writeString(here.resolve("big.ndjson"), REFERRAL.repeat(20_000));
    Run run = shell("\"$0\" check big.ndjson | head -n 1; exit ${PIPESTATUS[0]}");
    assertEquals(141, run.code, run.err);
  }

  @Test
  void reportsOutputThatCannotBeWritten() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    assertEquals(7, shell("\"$0\" check referral.json >/dev/full").code);
  }

  private static void assertUnusableJava(Run run) {
    assertEquals(70, run.code);
    assertEquals("", run.out);
    String last = run.err.lines().reduce("", (before, line) -> line);
    assertTrue(
        last.matches("clin087: .*(Java 17 or later|Java could not start|Java was killed).*"));
  }

  private static Path launcher(Path program) {
    return program.resolve("bin/clin087");
  }

  private Path copy(String option, String name) throws Exception {
    Path target = here.resolve(name);
    assertEquals(0, run(Path.of("/bin/cp"), option, INSTALLED.toString(), target.toString()).code);
    return target;
  }

  private Run run(Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process = start(command);
    process.getOutputStream().close();
    return finish(process);
  }

  /** Runs a bash script that finds the launcher in {@code $0}. */
  private Run shell(String script) throws Exception {
    return run(Path.of("/bin/bash"), "-c", script, launcher(INSTALLED).toString());
  }

  /** Starts such a script, and returns once clin087 reads its standard input and waits for more. */
  private Process startReading(String script) throws IOException {
    Process process = start(List.of("bash", "-c", script, launcher(INSTALLED).toString()));
    OutputStream input = process.getOutputStream();
    input.write("\n".repeat(1 << 18).getBytes(UTF_8)); // More than a pipe holds unread.
    input.flush();
    return process;
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(here.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(here.resolve("out").toFile());
    builder.redirectError(here.resolve("err").toFile());
    return builder.start();
  }

  private Run finish(Process process) throws Exception {
    int code = process.waitFor();
    return new Run(
        code, Files.readString(here.resolve("out")), Files.readString(here.resolve("err")));
  }

  private record Run(int code, String out, String err) {}
}
