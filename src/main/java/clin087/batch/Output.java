package clin087.batch;

import clin087.text.Bytes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An open output. A file appears under its name once everything is written, or not at all; standard
 * output, a device or a pipe is written to directly.
 */
public final class Output implements AutoCloseable {
  private static final Path STANDARD_ERROR = Path.of("/dev/stderr");

  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;
  private static final int KIND = 0170000;

  private final String name;
  private final OutputStream out;
  private final boolean standard;
  private final @Nullable Path target;
  private final @Nullable Path unfinished;
  private final @Nullable Thread cleaner;

  private Output(
      String name,
      OutputStream out,
      boolean standard,
      @Nullable Path target,
      @Nullable Path unfinished) {
    this.name = name;
    this.out = out;
    this.standard = standard;
    this.target = target;
    this.unfinished = unfinished;
    this.cleaner = unfinished == null ? null : new Thread(() -> delete(unfinished));
    if (cleaner != null) {
      Runtime.getRuntime().addShutdownHook(cleaner);
    }
  }

  /**
   * Opens a destination of a run.
   *
   * @throws Failure if it cannot be written
   */
  public static Output open(Destination destination, Environment environment) throws Failure {
    String name = destination.name();
    Path path = destination.path();
    if (destination.kind() == Destination.Kind.STANDARD || path == null) {
      return standard(environment.out());
    }
    if (destination.kind() == Destination.Kind.ERROR) {
      return new Output(name, staysOpen(environment.err()), false, null, null);
    }
    try {
      if (destination.kind() == Destination.Kind.THROUGH) {
        // an open file of the process is continued, never truncated
        boolean append = Files.isRegularFile(path);
        return new Output(name, new FileOutputStream(path.toFile(), append), false, null, null);
      }
      if (Files.exists(path) && !Files.isWritable(path)) {
        throw new IOException("it is read-only");
      }
      Path unfinished = unfinished(path);
      FileChannel channel =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new Output(name, Channels.newOutputStream(channel), false, path, unfinished);
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  /** Standard error, which stays open for the messages that come after the result. */
  private static OutputStream staysOpen(PrintStream err) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        err.write(bytes, from, count);
        if (err.checkError()) {
          // a print stream does not tell the reason
          boolean readerGone = isPipe(STANDARD_ERROR);
          throw new IOException(readerGone ? "broken pipe" : "it does not accept the result");
        }
      }
    };
  }

  /**
   * Fails if a file cannot be written; nothing is left behind. A device or a pipe is not touched.
   */
  public static void tryToOpen(Destination destination, Environment environment) throws Failure {
    if (destination.kind() == Destination.Kind.FILE) {
      open(destination, environment).close();
    }
  }

  /**
   * A random name beside the result. Process numbers would not do: two containers on one share can
   * have the same. A file that exists is never opened or deleted.
   */
  private static Path unfinished(Path target) {
    String random = Long.toHexString(new Random().nextLong());
    return target.resolveSibling(".clin087-" + random + ".unfinished");
  }

  public static Output standard(OutputStream out) {
    return new Output("standard output", out, true, null, null);
  }

  /** Whether it is the run's standard output. */
  boolean isStandard() {
    return standard;
  }

  /** Writes the next part. */
  public void write(Bytes bytes) throws Failure {
    try {
      bytes.writeTo(out);
    } catch (IOException e) {
      boolean readerGone = standard ? isReaderGone(e) : target == null && isBrokenPipe(e);
      throw readerGone ? new Failure(ExitCode.READER_GONE, "") : failure(name, e);
    }
  }

  /** Makes a file appear under its name. */
  public void finish() throws Failure {
    if (target == null || unfinished == null) {
      return;
    }
    try {
      out.close();
      if (Files.exists(target)) {
        keepPermissions(target, unfinished);
      }
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(name, e);
    }
  }

  @Override
  public void close() {
    if (standard) {
      return;
    }
    try {
      out.close();
    } catch (IOException e) {
      // an error that matters has been reported when writing or finishing
    }
    if (unfinished != null && cleaner != null) {
      delete(unfinished);
      Runtime.getRuntime().removeShutdownHook(cleaner);
    }
  }

  public static Failure failure(String name, IOException e) {
    return new Failure(ExitCode.CANNOT_WRITE, "cannot write " + name + ": " + reason(e));
  }

  /** The reason without the file's name, which may be that of the unfinished file. */
  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is a file, not a folder";
    }
    if (e instanceof FileSystemLoopException) {
      return "it is a loop of links";
    }
    if (e instanceof AccessDeniedException) {
      return "there is no permission";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    try {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    } catch (UnsupportedOperationException e) {
      // the file system has no such permissions
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // its name shows that it is not a result
    }
  }

  /**
   * Whether writing failed because nobody reads any more. The error's message cannot tell, since it
   * is in the user's language. But a pipe is never full: if writing to the process's standard
   * output fails, and it is a pipe, its reader is gone.
   */
  private boolean isReaderGone(IOException e) {
    if (isBrokenPipe(e)) {
      return true;
    }
    try {
      return out instanceof FileOutputStream file
          && file.getFD() == FileDescriptor.out
          && isPipe(Destination.STANDARD_OUTPUT);
    } catch (IOException unknown) {
      return false;
    }
  }

  private static boolean isPipe(Path stream) {
    try {
      int kind = (Integer) Files.getAttribute(stream, "unix:mode") & KIND;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }

  private static boolean isBrokenPipe(IOException e) {
    return String.valueOf(e.getMessage()).contains("pipe");
  }
}
