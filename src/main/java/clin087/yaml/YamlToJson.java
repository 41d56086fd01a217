package clin087.yaml;

import clin087.text.Sha256;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Makes the {@link Transcript} of a YAML file; the build runs this. */
public final class YamlToJson {
  private final JsonGenerator json;
  private int line = 1;

  private YamlToJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Makes transcripts. A wrong file gets none: the program then reads the file itself and reports
   * its problems.
   *
   * @param args the folder of the YAML files, that of the transcripts, and the files' names
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    for (int i = 2; i < args.length; i++) {
      Path target = Path.of(args[1], Transcript.name(args[i]));
      Transcript transcript = of(Files.readAllBytes(Path.of(args[0], args[i])));
      if (transcript == null) {
        Files.deleteIfExists(target);
      } else {
        Files.createDirectories(target.getParent());
        Files.write(target, transcript.write());
      }
    }
  }

  /** The transcript of a YAML file; null if the file is wrong. */
  static @Nullable Transcript of(byte[] yaml) {
    Problems problems = new Problems();
    Node document = YamlFile.read("", yaml, problems);
    if (document == null || !problems.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      new YamlToJson(json).write(document);
    }
    return new Transcript(yaml.length, Transcript.crc32(yaml), Sha256.of(yaml), out.toByteArray());
  }

  private void write(Node node) {
    goTo(node.at().line());
    if (node instanceof Scalar scalar) {
      json.writeString(scalar.text());
    } else if (node instanceof Sequence sequence) {
      json.writeStartArray();
      sequence.items().forEach(this::write);
      json.writeEndArray();
    } else if (node instanceof Mapping mapping) {
      json.writeStartObject();
      for (Entry entry : mapping.entries()) {
        goTo(entry.key().at().line());
        json.writeName(entry.key().text());
        write(entry.value());
      }
      json.writeEndObject();
    }
  }

  private void goTo(int next) {
    for (; line < next; line++) {
      json.writeRaw('\n');
    }
  }
}
