package clin087.cli;

import clin087.batch.Environment;
import clin087.text.Lines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run of the program inside this JVM came to, started in the project's folder.
 *
 * @param code the exit code
 * @param out what went to standard output
 * @param err what went to standard error
 * @param both what went to either, in the order in which it was written
 */
public record InProcess(int code, String out, String err, String both) {

  /** Runs the program in the project's folder. */
  public static InProcess of(List<String> args) {
    return in(Path.of(""), args);
  }

  /** Runs the program in another folder. */
  static InProcess in(Path folder, List<String> args) {
    return in(folder, args, new byte[0]);
  }

  /** Runs the program in another folder, with something on standard input. */
  static InProcess in(Path folder, List<String> args, byte[] input) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    Copied out = new Copied(both);
    Copied err = new Copied(both);
    Environment environment =
        new Environment(
            new ByteArrayInputStream(input),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            folder.toAbsolutePath(),
            false,
            Lines.WIDTH);
    int code = Main.run(environment, args.toArray(new String[0])).code();
    return new InProcess(
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        both.toString(StandardCharsets.UTF_8));
  }

  /** Bytes that are kept here and in another place. */
  private static final class Copied extends ByteArrayOutputStream {
    private final ByteArrayOutputStream copy;

    Copied(ByteArrayOutputStream copy) {
      this.copy = copy;
    }

    @Override
    public synchronized void write(int b) {
      super.write(b);
      copy.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
      super.write(bytes, from, count);
      copy.write(bytes, from, count);
    }
  }
}
