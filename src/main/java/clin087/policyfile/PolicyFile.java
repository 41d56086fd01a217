package clin087.policyfile;

import clin087.policy.Fingerprint;
import clin087.policy.Places;
import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.text.Sha256;
import clin087.yaml.FileKind;
import clin087.yaml.Node;
import clin087.yaml.PackedNodes;
import clin087.yaml.Problems;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
 * @param files the bytes of each file by its name; none for the policy that the program carries
 */
public record PolicyFile(
    @Nullable Policy policy, Places places, List<Problem> problems, Map<String, byte[]> files) {
  public static final String BUILT_IN = "built-in-policy";

  /** The number of digits of a SHA-256. */
  private static final int SHA256 = 64;

  /** The number of digits of the length of the policy's YAML, which stands behind its SHA-256. */
  private static final int LENGTH = 10;

  public PolicyFile {
    problems = List.copyOf(problems);
    files = Map.copyOf(files);
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
      return unreadable(problems, document);
    }
    Origins origins = new Origins();
    Policy policy = new PolicyReader(problems, origins).read(whole, document.fingerprint());
    return problems.areGaps()
        ? new PolicyFile(policy, origins.places(), problems.sorted(), document.files())
        : unreadable(problems, document);
  }

  /** A file that holds no policy; what holds something else altogether is not shown. */
  private static PolicyFile unreadable(Problems problems, PolicyDocument document) {
    FileKind.Shown shown =
        FileKind.shown(problems.sorted(), document.files(), "a policy", FileKind.POLICIES);
    return new PolicyFile(null, Places.NONE, shown.problems(), shown.files());
  }

  /**
   * The same. A file that is, byte for byte, the one that the program carries is not parsed, since
   * that takes longer than all that is done with it.
   *
   * @param unpacked as {@link #builtIn(String)}
   */
  public static PolicyFile read(
      String name, byte[] yaml, @Nullable Path folder, @Nullable String unpacked) {
    try (InputStream in = open(unpacked)) {
      String sha256 = digits(in, SHA256);
      if (Integer.parseInt(digits(in, LENGTH)) == yaml.length && sha256.equals(Sha256.of(yaml))) {
        Origins origins = new Origins();
        Node document = PackedNodes.read(in.readAllBytes(), name);
        return new PolicyFile(
            builtIn(document, sha256, origins), origins.places(), List.of(), Map.of());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(name, yaml, folder);
  }

  private static String digits(InputStream in, int count) throws IOException {
    return new String(in.readNBytes(count), StandardCharsets.US_ASCII);
  }

  /**
   * What stands before the packed nodes.
   *
   * @param length of the policy's own file
   */
  static String header(String sha256, int length) {
    String digits = Integer.toString(length);
    return sha256 + "0".repeat(LENGTH - digits.length()) + digits;
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
      String sha256 = digits(in, SHA256);
      in.skipNBytes(LENGTH);
      return builtIn(PackedNodes.read(in.readAllBytes(), withPlaces), sha256, origins);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Policy builtIn(Node document, String sha256, Origins origins) {
    Problems problems = new Problems();
    Policy policy = new PolicyReader(problems, origins).read(document, new Fingerprint(sha256));
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the built-in policy is wrong: " + problems.sorted());
    }
    return policy;
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
}
