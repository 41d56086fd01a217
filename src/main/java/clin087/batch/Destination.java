package clin087.batch;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place that a result goes to, after every link has been followed.
 *
 * @param name as the user wrote it
 * @param path the end of all links; null for standard output
 */
public record Destination(Kind kind, String name, @Nullable Path path) {
  /** How a destination is written. */
  enum Kind {
    /** The run's standard output, under whatever name. */
    STANDARD,
    /** The process's standard error, under whatever name. */
    ERROR,
    /** A device, a pipe or an open file of the process: written as the result comes. */
    THROUGH,
    /** A file, which appears whole or not at all. */
    FILE
  }

  /** The most links in a row; more are taken for a loop. */
  private static final int MOST_LINKS = 40;

  /** A device that loses everything, so two outputs may go there. */
  private static final Path NULL_DEVICE = Path.of("/dev/null");

  private static final Path DESCRIPTORS = Path.of("/dev/fd");
  static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  /** Standard output. */
  public static Destination standard() {
    return new Destination(Kind.STANDARD, "standard output", null);
  }

  /**
   * The destination that a path leads to.
   *
   * @throws Failure if nothing can be written there
   */
  public static Destination of(String name, Path path) throws Failure {
    try {
      if (name.endsWith("/") || Files.isDirectory(path)) {
        throw new IOException("it is a folder");
      }
      Path end = path.toAbsolutePath();
      for (int links = 0; links <= MOST_LINKS; links++) {
        Path folder = Objects.requireNonNullElse(end.getParent(), end).toRealPath();
        end = folder.resolve(Objects.requireNonNullElse(end.getFileName(), end));
        if (isDescriptors(folder)) {
          return new Destination(descriptor(end), name, end);
        }
        if (!Files.isSymbolicLink(end)) {
          return new Destination(isSpecial(end) ? Kind.THROUGH : Kind.FILE, name, end);
        }
        end = end.resolveSibling(Files.readSymbolicLink(end));
      }
      throw new FileSystemLoopException(name);
    } catch (IOException e) {
      throw Output.failure(name, e);
    }
  }

  /** Whether a folder lists the open files of this process, as {@code /dev/fd} does. */
  private static boolean isDescriptors(Path folder) throws IOException {
    return Files.isDirectory(DESCRIPTORS) && folder.equals(DESCRIPTORS.toRealPath());
  }

  private static Kind descriptor(Path number) {
    return number.endsWith("1") ? Kind.STANDARD : number.endsWith("2") ? Kind.ERROR : Kind.THROUGH;
  }

  private static boolean isSpecial(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  /** Whether it is the same place as another, so that two results would be mixed or lost. */
  boolean isSameAs(Destination other) {
    if (kind == Kind.STANDARD && other.kind == Kind.STANDARD) {
      return true;
    }
    Path own = place();
    Path its = other.place();
    if (own.equals(its)) {
      return !own.equals(NULL_DEVICE);
    }
    return (isRegular(own) || kind == other.kind) && isSameFile(own, its);
  }

  /** Whether writing it would replace this input. */
  public boolean replaces(Path input) {
    return path != null && isRegular(path) && isSameFile(path, input);
  }

  /** Whether it is one of the process's own streams. */
  public boolean isStream() {
    return kind == Kind.STANDARD || kind == Kind.ERROR;
  }

  /** Whether it is a file that exists already. */
  public boolean isThere() {
    return path != null && isRegular(path);
  }

  /** Whether nothing is there that could be lost: no file, or one without any bytes. */
  public boolean isEmpty() {
    return !isThere() || path == null || path.toFile().length() == 0;
  }

  /**
   * Deletes the file, if there is one.
   *
   * @throws Failure if it cannot be deleted
   */
  public void delete() throws Failure {
    if (kind == Kind.FILE && path != null) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw Output.failure(name, e);
      }
    }
  }

  private Path place() {
    return path == null ? STANDARD_OUTPUT : path;
  }

  private static boolean isRegular(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isSameFile(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
