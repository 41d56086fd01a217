package clin087.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An interview by the installed program, whatever becomes of the person at the other end. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher for a POSIX shell")
@Timeout(120)
class AskIT {
  private static final Path LAUNCHER = Path.of("target/clin087/bin/clin087").toAbsolutePath();

  @TempDir Path here;

  @Test
  void controlCLosesNoAnswer() throws Exception {
    assumeTrue(shell("kill -INT $$") != 0, "ignored here, so by children too");
    Process interview = start("exec \"$0\" ask --save r.json");
    OutputStream answers = interview.getOutputStream();
    answers.write("REF-1\nspinal-fusion\n".getBytes(UTF_8));
    answers.flush();
    while (!saved().contains("spinal-fusion")) {
      assertTrue(interview.isAlive(), this::said);
      Thread.sleep(50);
    }
    assertEquals(0, shell("kill -INT " + interview.pid()));
    assertEquals(130, interview.waitFor(), this::said);
    assertTrue(saved().contains("REF-1") && saved().contains("spinal-fusion"), saved());
    assertEquals(4, shell("\"$0\" check r.json"), this::said);
  }

  @Test
  void closedStandardInputIsTheEndOfTheAnswers() throws Exception {
    assertEquals(5, shell("\"$0\" ask --save r.json <&-"), this::said);
    assertFalse(Files.exists(here.resolve("r.json")));
  }

  @Test
  void aProgramThatSaysYesForEverIsNotHeardForEver() throws Exception {
    assertEquals(2, shell("yes | \"$0\" ask"), this::said);
    assertEquals(2, shell("yes '' | \"$0\" ask"), this::said);
  }

  @Test
  void aFullDiskIsReported() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    assertEquals(7, shell("yes | \"$0\" ask --save /dev/full"), this::said);
    assertTrue(said().contains("/dev/full"), this::said);
  }

  private String saved() throws IOException {
    Path file = here.resolve("r.json");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private String said() {
    try {
      return Files.readString(here.resolve("err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Runs a bash script that finds the launcher in {@code $0}; its exit code. */
  private int shell(String script) throws Exception {
    Process process = start(script);
    process.getOutputStream().close();
    return process.waitFor();
  }

  private Process start(String script) throws IOException {
    return new ProcessBuilder(List.of("bash", "-c", script, LAUNCHER.toString()))
        .directory(here.toFile())
        .redirectOutput(here.resolve("out").toFile())
        .redirectError(here.resolve("err").toFile())
        .start();
  }
}
