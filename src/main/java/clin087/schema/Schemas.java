package clin087.schema;

import clin087.policy.Policy;
import clin087.policy.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes parts of JSON Schemas.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core">JSON Schema 2020-12</a>
 */
final class Schemas {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Schemas() {}

  /** The beginning of a schema. */
  static ObjectNode document(String title) {
    return object()
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("title", title);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A schema of one type. */
  static ObjectNode of(String type) {
    return object().put("type", type);
  }

  /** A schema of a type whose values may also be {@code null}. */
  static ObjectNode nullable(String type) {
    ObjectNode schema = object();
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  /** A schema of arrays. */
  static ObjectNode arrayOf(JsonNode items) {
    ObjectNode schema = of("array");
    schema.set("items", items);
    return schema;
  }

  /** A schema of the allowed words. */
  static ObjectNode words(List<String> words) {
    ObjectNode schema = object();
    words.forEach(schema.putArray("enum")::add);
    return schema;
  }

  /** The names of the verdicts of a policy. */
  static List<String> verdicts(Policy policy) {
    List<String> names = new ArrayList<>();
    for (Verdict verdict : policy.verdicts()) {
      names.add(verdict.id());
    }
    return names;
  }

  /** A schema of a YAML scalar: a text, a number, or true or false. */
  static ObjectNode scalar() {
    ObjectNode schema = object();
    schema.putArray("type").add("string").add("number").add("boolean");
    return schema;
  }

  /** A schema of a value of a fact: a scalar, or a list of the members of a set. */
  static ObjectNode value() {
    ObjectNode schema = object();
    schema.putArray("anyOf").add(scalar()).add(arrayOf(scalar()));
    return schema;
  }

  /** A schema of objects whose fields all have the same schema. */
  static ObjectNode mapOf(JsonNode values) {
    ObjectNode schema = of("object");
    schema.set("additionalProperties", values);
    return schema;
  }

  /** A reference to a definition of the same document. */
  static ObjectNode reference(String name) {
    return object().put("$ref", "#/$defs/" + name);
  }

  /** A document as text, with a line end. */
  static byte[] bytes(JsonNode document) {
    return (JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
