package clin087.schema;

import clin087.policy.Policy;
import clin087.policyfile.Key;
import clin087.policyfile.PolicyKeys;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of a policy file, with which an editor completes and checks it. */
final class PolicySchema {
  private PolicySchema() {}

  /**
   * The schema, as a file.
   *
   * @param policy the policy whose verdicts an editor offers; others are valid too
   */
  static byte[] of(Policy policy) {
    ObjectNode schema = Schemas.document("A policy file of clin087");
    ObjectNode isShared = Schemas.object();
    isShared.putArray("required").add("part");
    schema.set("if", isShared);
    schema.set("then", Schemas.reference(name(PolicyKeys.SHARED)));
    schema.set("else", Schemas.reference(name(PolicyKeys.FILE)));
    ObjectNode definitions = Schemas.object();
    for (PolicyKeys part : PolicyKeys.values()) {
      definitions.set(name(part), mapping(part, Schemas.verdicts(policy)));
    }
    definitions.set("condition", condition());
    definitions.set("include", include());
    schema.set("$defs", definitions);
    return Schemas.bytes(schema);
  }

  private static ObjectNode mapping(PolicyKeys part, List<String> verdicts) {
    ObjectNode schema = Schemas.of("object").put("additionalProperties", false);
    ArrayNode required = schema.putArray("required");
    ObjectNode properties = schema.putObject("properties");
    for (Key key : part.keys()) {
      if (key.required()) {
        required.add(key.name());
      }
      ObjectNode value = Schemas.object();
      value.put("description", key.about());
      value.setAll(value(key, verdicts));
      properties.set(key.name(), value);
    }
    addAlternatives(schema, part);
    return schema;
  }

  /** Adds the keys of which a mapping needs one. */
  private static void addAlternatives(ObjectNode schema, PolicyKeys part) {
    switch (part) {
      case CAUTION -> schema.putArray("oneOf").add(having("when")).add(having("notReported"));
      case CLAUSE -> schema.putArray("oneOf").add(having("encodedBy")).add(having("informative"));
      case FACT -> {
        schema.putArray("anyOf").add(having("question")).add(having("about"));
        schema.putObject("dependentRequired").putArray("defaultUnless").add("default");
        ObjectNode isSet = having("type");
        isSet.putObject("properties").putObject("type").put("const", "set");
        schema.set("if", isSet);
        schema.putObject("else").putObject("properties").set("default", Schemas.scalar());
      }
      case VERDICT -> {
        ObjectNode isIncomplete = having("outcome");
        isIncomplete.putObject("properties").putObject("outcome").put("const", "incomplete");
        schema.set("if", isIncomplete);
        schema.set("then", having("action"));
        schema.putObject("else").set("not", having("action"));
      }
      case FILE, SHARED, IDENTITY, RULE, SECTION, BULLETS -> {}
    }
  }

  private static ObjectNode having(String key) {
    ObjectNode schema = Schemas.object();
    schema.putArray("required").add(key);
    return schema;
  }

  private static ObjectNode value(Key key, List<String> verdicts) {
    return switch (key.holds()) {
      case TEXT, DATE -> Schemas.scalar().put("pattern", "\\S");
      case FLAG -> Schemas.of("boolean");
      case NUMBER -> Schemas.of("integer").put("minimum", 0);
      case WORD -> Schemas.words(List.of(key.of().split(" ", -1)));
      case VERDICT -> verdict(verdicts);
      case VALUE -> Schemas.value();
      case TEXTS -> Schemas.arrayOf(Schemas.scalar());
      case NAMED_TEXTS -> Schemas.mapOf(Schemas.scalar());
      case NAMED_VALUES -> Schemas.mapOf(Schemas.value());
      case CONDITION -> Schemas.reference("condition");
      case CONDITIONS -> Schemas.arrayOf(Schemas.reference("condition")).put("minItems", 1);
      case PART -> Schemas.reference(key.of().toLowerCase(Locale.ROOT));
      case PARTS -> Schemas.arrayOf(Schemas.reference(key.of().toLowerCase(Locale.ROOT)));
      case GROUPS ->
          Schemas.mapOf(Schemas.arrayOf(Schemas.reference(key.of().toLowerCase(Locale.ROOT))));
      case PARTS_OR_INCLUDES -> {
        ObjectNode either = Schemas.object();
        either
            .putArray("anyOf")
            .add(Schemas.reference(key.of().toLowerCase(Locale.ROOT)))
            .add(Schemas.reference("include"));
        yield Schemas.arrayOf(either);
      }
    };
  }

  private static ObjectNode verdict(List<String> names) {
    ObjectNode schema = Schemas.of("string");
    names.forEach(schema.putArray("examples")::add);
    return schema;
  }

  private static ObjectNode condition() {
    ObjectNode either = Schemas.object();
    either.put("description", "a comparison, such as: request.type is opinion; or bullets");
    either
        .putArray("anyOf")
        .add(Schemas.of("string"))
        .add(Schemas.reference(name(PolicyKeys.BULLETS)));
    return either;
  }

  private static ObjectNode include() {
    ObjectNode schema = Schemas.of("object").put("additionalProperties", false);
    schema.putArray("required").add("include");
    schema.putObject("properties").set("include", Schemas.scalar());
    return schema.put("description", "rules or a section that a shared file offers");
  }

  private static String name(PolicyKeys part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
