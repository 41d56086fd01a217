package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.text.Lines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the whole program inside the test, in a folder of its own. */
final class Cli {
  static final String BACK_PAIN =
      "\"request\":{\"procedure\":\"spinal-fusion\"},"
          + "\"indication\":{\"category\":\"non-specific-mechanical-back-pain\"},";
  static final String ELIGIBLE =
      "{\"reference\":\"E-1\"," + BACK_PAIN + "\"coreCriteria\":[\"urgent\"]}";
  static final String REFUSED =
      "{\"reference\":\"N-1\"," + BACK_PAIN + "\"coreCriteria\":[],\"mcas\":{\"available\":false}}";
  static final String REDIRECTED =
      "{\"reference\":\"M-1\","
          + BACK_PAIN
          + "\"coreCriteria\":[],\"mcas\":{\"available\":true,\"seen\":false}}";
  static final String INCOMPLETE = "{\"reference\":\"I-1\"}";
  static final String INVALID = "{\"reference\":\"X-1\",\"dat\":1}";

  private final Path folder;
  private byte[] in = new byte[0];
  private boolean color;
  private int width = Lines.WIDTH;

  Cli(Path folder) {
    this.folder = folder;
  }

  /** What a run left behind. */
  record Ran(ExitCode exitCode, String out, String err) {
    int code() {
      return exitCode.code();
    }
  }

  Cli in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  Cli in(byte[] bytes) {
    in = bytes;
    return this;
  }

  Cli color(boolean terminal) {
    color = terminal;
    return this;
  }

  Cli width(int columns) {
    width = columns;
    return this;
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Ran ran = run(out, args);
    return new Ran(ran.exitCode(), out.toString(StandardCharsets.UTF_8), ran.err());
  }

  /** Runs with a standard output of the test's own. */
  Ran run(OutputStream out, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Environment environment =
        new Environment(new ByteArrayInputStream(in), out, errors, folder, color, width);
    ExitCode exitCode = Main.run(environment, args);
    String said = err.toString(StandardCharsets.UTF_8);
    if (said.contains("\tat ") || said.contains("Exception in thread")) {
      throw new AssertionError("a stack trace: " + said);
    }
    return new Ran(exitCode, "", said);
  }
}
