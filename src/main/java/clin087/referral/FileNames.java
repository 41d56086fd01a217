package clin087.referral;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles file names that the locale cannot represent, such as names with an accent in the C
 * locale, or names that are not UTF-8. Java can open such files by the paths that a folder lists,
 * which keep the bytes, but not by the name as text, in which {@link #LOST} replaces every unknown
 * byte.
 */
public final class FileNames {
  private static final char LOST = '\uFFFD';

  private FileNames() {}

  /** Whether a path's text has lost bytes, so that only the path itself can be opened. */
  static boolean isLossy(Path path) {
    return path.toString().indexOf(LOST) >= 0;
  }

  /** The last name of a path, read as UTF-8 if the locale cannot represent it. */
  static String last(Path path) {
    String name = String.valueOf(path.getFileName());
    if (name.indexOf(LOST) < 0) {
      return name;
    }
    String uri = path.toUri().getRawPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = uri.lastIndexOf('/', end - 1) + 1; i < end; i++) {
      boolean escaped = uri.charAt(i) == '%';
      bytes.write(escaped ? Integer.parseInt(uri.substring(i + 1, i + 3), 16) : uri.charAt(i));
      i += escaped ? 2 : 0;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * The path that an argument of the command line means; null if no path can be like this. An
   * argument that has lost bytes means the only file that looks the same.
   */
  public static @Nullable Path resolve(Path folder, String argument) {
    try {
      Path path = folder.resolve(argument);
      return argument.indexOf(LOST) < 0 || Files.exists(path) ? path : alike(folder, argument);
    } catch (InvalidPathException e) {
      return argument.indexOf(LOST) < 0 ? null : alike(folder, argument);
    }
  }

  private static @Nullable Path alike(Path folder, String argument) {
    Path path = argument.startsWith("/") ? folder.getFileSystem().getPath("/") : folder;
    for (String step : argument.split("/+", -1)) {
      if (step.indexOf(LOST) < 0) {
        path = path.resolve(step);
        continue;
      }
      List<Path> found = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          if (String.valueOf(entry.getFileName()).equals(step)) {
            found.add(entry);
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        return null;
      }
      if (found.size() != 1) {
        return null;
      }
      path = found.get(0);
    }
    return path;
  }
}
