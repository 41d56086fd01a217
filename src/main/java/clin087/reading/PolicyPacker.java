package clin087.reading;

import clin087.reading.Node.Mapping;
import clin087.reading.Node.Scalar;
import clin087.reading.Node.Sequence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Run by the build: turns a policy file into the JSON that the program carries, since reading YAML
 * would cost every start of the program more than everything else together.
 */
public final class PolicyPacker {
  private PolicyPacker() {}

  public static void main(String[] args) throws IOException {
    byte[] yaml = Files.readAllBytes(Path.of(args[0]));
    PolicyFile file = PolicyFile.read(yaml);
    Node document = PolicyFile.document(yaml, new Problems());
    if (document == null || file.policy() == null) {
      throw new IllegalArgumentException(args[0] + ": " + file.problems());
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), json)) {
      generator.writeStartObject();
      generator.writeName(PolicyFile.sha256(yaml));
      write(document, generator);
      generator.writeEndObject();
    }
    Path target = Path.of(args[1], PolicyFile.BUILT_IN);
    Files.createDirectories(target.getParent());
    Files.write(target, json.toByteArray());
  }

  private static void write(Node node, JsonGenerator generator) {
    if (node instanceof Scalar scalar) {
      generator.writeString(scalar.text());
    } else if (node instanceof Sequence sequence) {
      generator.writeStartArray();
      sequence.items().forEach(item -> write(item, generator));
      generator.writeEndArray();
    } else if (node instanceof Mapping mapping) {
      generator.writeStartObject();
      mapping
          .entries()
          .forEach(
              entry -> {
                generator.writeName(entry.key().text());
                write(entry.value(), generator);
              });
      generator.writeEndObject();
    }
  }
}
