package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.batch.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

@ExtendWith(SystemStubsExtension.class)
class FaultTest {
  @SystemStub private EnvironmentVariables variables;

  private static IllegalStateException fault() {
    return new IllegalStateException("Smith", new IOException("John"));
  }

  private static String said(Throwable fault) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Path.of(""),
            false,
            80);
    assertEquals(70, Fault.report(environment, fault).code());
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFaultIsSaidInOneLineWithItsPlace() {
    String said = said(fault());
    assertEquals(1, said.lines().count());
    assertTrue(said.contains("java.lang.IllegalStateException at clin087.cli.FaultTest"), said);
  }

  @Test
  void whoeverLooksForAFaultSeesAllFramesButNoMessage() {
    variables.set("CLIN087_DEBUG", "1");
    String said = said(fault());
    assertTrue(said.lines().count() > 10, said);
    assertTrue(said.contains("\n  java.io.IOException\n    at clin087.cli.FaultTest"), said);
    assertFalse(said.contains("Smith") || said.contains("John"), said);
  }

  @Test
  void aShortageIsNamedAsWhatItIs() {
    assertTrue(said(new OutOfMemoryError("Java heap space")).contains("out of memory"));
    String threads = "unable to create native thread: possibly out of memory or limits reached";
    assertTrue(said(new OutOfMemoryError(threads)).contains("no more threads"));
    IOException files = new IOException("/x: Too many open files");
    assertTrue(said(new ExceptionInInitializerError(files)).contains("too many files"));
  }
}
