package clin087.yaml;

import clin087.text.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * A YAML file as JSON, which Java reads in a tenth of the time. The build makes one of each file
 * that the program reads at every run; it is used as long as the file is the one that it was made
 * from. It has the same tokens as the file, each on the same line.
 *
 * <p>On disk its first line is the CRC-32 of all that follows, its second the length, CRC-32 and
 * SHA-256 of the YAML, and the rest is the JSON.
 */
public final class Transcript {
  /** A size that no transcript of a YAML file exceeds. */
  private static final int LARGEST = 4 * YamlFile.LARGEST;

  private static final int HEX = 16;

  private final int length;
  private final long crc32;
  private final String sha256;
  private final byte[] json;

  /**
   * @param length of the YAML, in bytes
   * @param crc32 of the YAML
   * @param sha256 of the YAML, in hexadecimal
   * @param json in UTF-8
   */
  Transcript(int length, long crc32, String sha256, byte[] json) {
    this.length = length;
    this.crc32 = crc32;
    this.sha256 = sha256;
    this.json = json;
  }

  /** The name of the transcript of a file. */
  static String name(String yaml) {
    return yaml + ".json";
  }

  /**
   * The transcript of a YAML file; null if there is none, it is damaged, or it was made from other
   * bytes.
   *
   * @param folder the folder of the transcripts
   * @param name of the YAML file
   */
  public static @Nullable Transcript find(Path folder, String name, byte[] yaml) {
    try {
      byte[] file = FileBytes.read(folder.resolve(name(name)), LARGEST);
      Transcript found = file == null ? null : read(file);
      return found != null && found.isOf(yaml) ? found : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** The transcript in a file; null if it is damaged. */
  static @Nullable Transcript read(byte[] file) {
    int first = endOfLine(file, 0);
    int second = endOfLine(file, first + 1);
    if (second == file.length) {
      return null;
    }
    byte[] rest = Arrays.copyOfRange(file, first + 1, file.length);
    if (!line(file, 0, first).equals(Long.toHexString(crc32(rest)))) {
      return null;
    }
    String[] words = line(file, first + 1, second).split(" ", -1);
    byte[] json = Arrays.copyOfRange(file, second + 1, file.length);
    return new Transcript(
        Integer.parseInt(words[0]), Long.parseLong(words[1], HEX), words[2], json);
  }

  private static int endOfLine(byte[] file, int from) {
    int at = Math.min(from, file.length);
    while (at < file.length && file[at] != '\n') {
      at++;
    }
    return at;
  }

  private static String line(byte[] file, int from, int to) {
    return new String(file, from, to - from, StandardCharsets.US_ASCII);
  }

  /** The bytes of the transcript's file. */
  byte[] write() {
    String made = length + " " + Long.toHexString(crc32) + " " + sha256 + "\n";
    byte[] head = made.getBytes(StandardCharsets.US_ASCII);
    byte[] rest = Arrays.copyOf(head, head.length + json.length);
    System.arraycopy(json, 0, rest, head.length, json.length);
    byte[] sum = (Long.toHexString(crc32(rest)) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(sum, sum.length + rest.length);
    System.arraycopy(rest, 0, file, sum.length, rest.length);
    return file;
  }

  /** The SHA-256 of the YAML, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Whether it was made from these bytes. */
  boolean isOf(byte[] yaml) {
    return yaml.length == length && crc32(yaml) == crc32;
  }

  static long crc32(byte[] bytes) {
    CRC32 crc32 = new CRC32();
    crc32.update(bytes, 0, bytes.length);
    return crc32.getValue();
  }

  /**
   * The document.
   *
   * @param name the file, as places name it
   * @param lines whether places need lines, which takes time; they never have columns
   */
  public @Nullable Node node(String name, boolean lines, Problems problems) {
    // Without a pool, and not closed, as it holds nothing but these bytes: the pool's variable
    // handles, and what closing does, the first lambda of a run, take Java longer to link than all
    // the rest.
    JsonFactory factory =
        JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
    JsonParser parser = factory.createParser(ObjectReadContext.empty(), json);
    NodeReader reader = new NodeReader(name, parser, lines, problems);
    return reader.isAtEnd() ? null : reader.document();
  }
}
