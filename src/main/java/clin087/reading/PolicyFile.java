package clin087.reading;

import clin087.policy.Places;
import clin087.policy.Policy;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy that has been read from its file and those that the file includes.
 *
 * @param policy null when the problems leave nothing that could be analysed; only without problems
 *     can it decide referrals
 * @param places where the pieces of the policy stand
 * @param problems file by file, in the order of each
 * @param texts the text of each file by its name; none for the policy that the program carries
 */
public record PolicyFile(
    @Nullable Policy policy, Places places, List<Problem> problems, Map<String, String> texts) {
  /** The greatest size of a policy file, in bytes. */
  public static final int LARGEST = 4 << 20;

  static final String BUILT_IN = "built-in-policy";

  /** The number of digits of a SHA-256. */
  private static final int SHA256 = 64;

  public PolicyFile {
    problems = List.copyOf(problems);
    texts = Map.copyOf(texts);
  }

  /** Whether it can decide referrals. */
  public boolean isValid() {
    return problems.isEmpty();
  }

  /** Reads a policy that has no name and lies in no folder. */
  public static PolicyFile read(byte[] yaml) {
    return read("", yaml, null);
  }

  /**
   * Reads the bytes of a YAML file, and the files that it includes.
   *
   * @param name what places and problems call it: its path, as the user knows it
   * @param folder where it lies; null when it can include nothing
   */
  public static PolicyFile read(String name, byte[] yaml, @Nullable Path folder) {
    Problems problems = new Problems();
    PolicyDocument document = new PolicyDocument(name, folder, problems);
    Node whole = document.read(yaml);
    if (whole == null) {
      return new PolicyFile(null, Places.NONE, problems.sorted(), document.texts());
    }
    Origins origins = new Origins();
    Policy policy = new PolicyReader(problems, origins).read(whole, document.sha256());
    return problems.areGaps()
        ? new PolicyFile(policy, origins.places(), problems.sorted(), document.texts())
        : new PolicyFile(null, Places.NONE, problems.sorted(), document.texts());
  }

  /** The policy that the program carries. */
  public static Policy builtIn() {
    return builtIn(null);
  }

  /**
   * The policy that the program carries.
   *
   * @param unpacked where it lies outside the jar, which takes less time to read; null where it
   *     does not
   */
  public static Policy builtIn(@Nullable String unpacked) {
    return builtIn(unpacked, false, new Origins());
  }

  /** The same, with the places of its file, which take more time. */
  public static PolicyFile builtInWithPlaces(@Nullable String unpacked) {
    Origins origins = new Origins();
    Policy policy = builtIn(unpacked, true, origins);
    return new PolicyFile(policy, origins.places(), List.of(), Map.of());
  }

  private static Policy builtIn(@Nullable String unpacked, boolean withPlaces, Origins origins) {
    try (InputStream in = open(unpacked)) {
      String sha256 = new String(in.readNBytes(SHA256), StandardCharsets.US_ASCII);
      Node document = PackedNodes.read(in.readAllBytes(), withPlaces);
      Problems problems = new Problems();
      Policy policy = new PolicyReader(problems, origins).read(document, sha256);
      if (!problems.isEmpty()) {
        throw new IllegalStateException("the built-in policy is wrong: " + problems.sorted());
      }
      return policy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(@Nullable String unpacked) throws IOException {
    if (unpacked != null) {
      return new FileInputStream(unpacked);
    }
    InputStream in = PolicyFile.class.getResourceAsStream(BUILT_IN);
    if (in == null) {
      throw new FileNotFoundException(BUILT_IN);
    }
    return in;
  }

  /** The SHA-256 of bytes, in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
