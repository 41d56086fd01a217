package clin087.reading;

import clin087.policy.Place;
import clin087.policy.Places;
import clin087.policy.Policy;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A policy file that has been read.
 *
 * @param policy null when the problems leave nothing that could be analysed; only without problems
 *     can it decide referrals
 * @param places where the pieces of the policy stand
 * @param problems in the order of the file
 * @param texts the text of each file by its name, as far as it was read from one
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

  /** Reads the bytes of a YAML file that has no name. */
  public static PolicyFile read(byte[] yaml) {
    return read("", yaml);
  }

  /**
   * Reads the bytes of a YAML file.
   *
   * @param name what places and problems call it
   */
  public static PolicyFile read(String name, byte[] yaml) {
    Map<String, String> texts = Map.of(name, new String(yaml, StandardCharsets.UTF_8));
    Problems problems = new Problems();
    Node document = document(name, yaml, problems);
    if (document == null || !problems.isEmpty()) {
      return new PolicyFile(null, Places.NONE, problems.sorted(), texts);
    }
    Origins origins = new Origins();
    Policy policy = new PolicyReader(problems, origins).read(document, sha256(yaml));
    return problems.areGaps()
        ? new PolicyFile(policy, origins.places(), problems.sorted(), texts)
        : new PolicyFile(null, Places.NONE, problems.sorted(), texts);
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

  /** The one document of a YAML file; null when there is none. */
  static @Nullable Node document(String name, byte[] yaml, Problems problems) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
    } catch (CharacterCodingException e) {
      problems.add("not-utf8", Place.start(name), "expected a file in UTF-8");
      return null;
    }
    try (YAMLParser parser =
        (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
      NodeReader reader = new NodeReader(name, parser, parser::isCurrentAlias, problems);
      Node document = reader.next();
      if (document == null) {
        problems.add("empty", Place.start(name), "expected a policy");
      } else if (reader.next() != null) {
        problems.add("not-yaml", Place.start(name), "expected one document, without '---' inside");
      }
      return document;
    } catch (JacksonException e) {
      addNotYaml(name, e, problems);
      return null;
    }
  }

  /** Jackson only knows where the last token ended; the YAML reader below it, where it stopped. */
  private static void addNotYaml(String name, JacksonException e, Problems problems) {
    String message = e.getOriginalMessage();
    String where = "";
    TokenStreamLocation at = e.getLocation();
    Place place =
        at == null
            ? Place.start(name)
            : new Place(name, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    if (e.getCause() instanceof MarkedYamlEngineException yaml) {
      message = yaml.getProblem();
      Mark stopped = yaml.getProblemMark().orElse(null);
      place = stopped == null ? place : place(name, stopped);
      Mark begun = yaml.getContextMark().orElse(null);
      if (begun != null && begun.getLine() + 1 < place.line()) {
        where = ", in what begins on line " + (begun.getLine() + 1);
      }
    }
    String first = message == null ? "" : message.lines().findFirst().orElse("");
    problems.add(
        "not-yaml", place, "this is not YAML from here: " + Nearest.shorten(first) + where);
  }

  private static Place place(String name, Mark mark) {
    return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
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
