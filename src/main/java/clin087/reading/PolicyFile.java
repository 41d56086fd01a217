package clin087.reading;

import clin087.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
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
 * @param policy null when there are problems
 * @param problems in the order of the file
 */
public record PolicyFile(@Nullable Policy policy, List<Problem> problems) {
  /** The greatest size of a policy file, in bytes. */
  public static final int LARGEST = 4 << 20;

  static final String BUILT_IN = "built-in-policy";

  /** Reads the bytes of a YAML file. */
  public static PolicyFile read(byte[] yaml) {
    Problems problems = new Problems();
    Node document = document(yaml, problems);
    if (document == null || !problems.isEmpty()) {
      return new PolicyFile(null, problems.sorted());
    }
    return read(document, sha256(yaml), problems);
  }

  /**
   * The policy that the program carries.
   *
   * @param unpacked where it lies outside the jar, which takes less time to read; null where it
   *     does not
   */
  public static Policy builtIn(@Nullable String unpacked) {
    try (InputStream in = open(unpacked);
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()))) {
      String sha256 = data.readUTF();
      PolicyFile file = read(PackedNodes.read(data), sha256, new Problems());
      if (file.policy == null) {
        throw new IllegalStateException("the built-in policy is wrong: " + file.problems);
      }
      return file.policy;
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

  /** The policy that the program carries. */
  public static Policy builtIn() {
    return builtIn(null);
  }

  private static PolicyFile read(Node document, String sha256, Problems problems) {
    Policy policy = new PolicyReader(problems).read(document, sha256);
    return problems.isEmpty()
        ? new PolicyFile(policy, List.of())
        : new PolicyFile(null, problems.sorted());
  }

  /** The one document of a YAML file; null when there is none. */
  static @Nullable Node document(byte[] yaml, Problems problems) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
    } catch (CharacterCodingException e) {
      problems.add("not-utf8", Position.START, "expected a file in UTF-8");
      return null;
    }
    try (YAMLParser parser =
        (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
      NodeReader reader = new NodeReader(parser, parser::isCurrentAlias, problems);
      Node document = reader.next();
      if (document == null) {
        problems.add("empty", Position.START, "expected a policy");
      } else if (reader.next() != null) {
        problems.add("not-yaml", Position.START, "expected one document, without '---' inside");
      }
      return document;
    } catch (JacksonException e) {
      addNotYaml(e, problems);
      return null;
    }
  }

  /** Jackson only knows where the last token ended; the YAML reader below it, where it stopped. */
  private static void addNotYaml(JacksonException e, Problems problems) {
    String message = e.getOriginalMessage();
    String where = "";
    TokenStreamLocation at = e.getLocation();
    Position position =
        at == null
            ? Position.START
            : new Position(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    if (e.getCause() instanceof MarkedYamlEngineException yaml) {
      message = yaml.getProblem();
      Mark stopped = yaml.getProblemMark().orElse(null);
      position = stopped == null ? position : position(stopped);
      Mark begun = yaml.getContextMark().orElse(null);
      if (begun != null && position(begun).line() < position.line()) {
        where = ", in what begins on line " + position(begun).line();
      }
    }
    String first = message == null ? "" : message.lines().findFirst().orElse("");
    problems.add(
        "not-yaml", position, "this is not YAML from here: " + Nearest.shorten(first) + where);
  }

  private static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
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
