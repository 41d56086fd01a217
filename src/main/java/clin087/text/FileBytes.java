package clin087.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a whole file that must not be larger than it may be. */
public final class FileBytes {
  private FileBytes() {}

  /**
   * What a file, or a pipe, holds.
   *
   * @param most how many bytes it may have
   * @return null when it has more
   * @throws IOException when it cannot be read
   */
  public static byte @Nullable [] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most ? null : bytes;
    }
  }
}
