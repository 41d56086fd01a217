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
 */
record InProcess(int code, String out, String err) {

  static InProcess of(List<String> args) {
    return in(Path.of(""), args);
  }

  /** Runs the program in another folder. */
  static InProcess in(Path folder, List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            folder.toAbsolutePath(),
            false,
            Lines.WIDTH);
    int code = Main.run(environment, args.toArray(new String[0])).code();
    return new InProcess(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
