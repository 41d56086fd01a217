package clin087.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Explains in words why a file or folder cannot be read or written. */
public final class FileReason {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 4095;

  /** The most links in a row; the operating system takes more for a loop. */
  private static final int MOST_LINKS = 40;

  private FileReason() {}

  /** Why a path cannot be read. */
  public static String reading(Path path) {
    try {
      if (Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
        Files.newInputStream(path).close();
      }
      return "it cannot be read";
    } catch (IOException e) {
      return of(path, e);
    }
  }

  /** What an error about a path means. */
  public static String of(Path path, IOException e) {
    Path link = brokenLink(path);
    if (e instanceof AccessDeniedException) {
      return "there is no permission";
    }
    if (link != null) {
      return isLoop(link) ? "it is a loop of links" : "the link leads nowhere";
    }
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return "there is no such file or folder";
    }
    if (isTooLong(path)) {
      return "the path is too long";
    }
    if (isBelowFile(path)) {
      return "there is no such file or folder";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? "it cannot be read" : reason;
  }

  /** The link on the path that cannot be followed to its end; null if there is none. */
  private static @Nullable Path brokenLink(Path path) {
    for (Path step = path; step != null; step = step.getParent()) {
      if (Files.isSymbolicLink(step) && !Files.exists(step)) {
        return step;
      }
    }
    return null;
  }

  private static boolean isLoop(Path link) {
    Path end = link;
    try {
      for (int i = 0; i < MOST_LINKS; i++) {
        if (!Files.isSymbolicLink(end)) {
          return false;
        }
        end = end.resolveSibling(Files.readSymbolicLink(end));
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isTooLong(Path path) {
    for (Path name : path) {
      if (bytes(name) > LONGEST_NAME) {
        return true;
      }
    }
    return bytes(path) > LONGEST_PATH;
  }

  /** How many bytes a path has, at least: a character that cannot be encoded counts as one. */
  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isBelowFile(Path path) {
    Path above = path.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above != null && Files.isRegularFile(above);
  }
}
