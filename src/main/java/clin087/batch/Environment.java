package clin087.batch;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The streams, the folder and the terminal of a run.
 *
 * @param in standard input
 * @param out standard output, which reports its write errors
 * @param err standard error
 * @param workingFolder the folder that relative paths start from
 * @param color whether standard output is a terminal that shows colour
 * @param width how many characters a line of text may have
 */
public record Environment(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Path workingFolder,
    boolean color,
    int width) {
  /** The same environment with another standard input. */
  public Environment reading(InputStream other) {
    return new Environment(other, out, err, workingFolder, color, width);
  }
}
