package clin087.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a whole file, up to a size. */
public final class FileBytes {
  private FileBytes() {}

  /**
   * The content of a file or a pipe.
   *
   * @param most the most bytes that it may have
   * @return null if it has more
   * @throws IOException if it cannot be read
   */
  public static byte @Nullable [] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most ? null : bytes;
    }
  }
}
