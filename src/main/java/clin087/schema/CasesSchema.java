package clin087.schema;

import clin087.cases.Aspect;
import clin087.policy.Fact;
import clin087.policy.Policy;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of a file of cases for {@code policy test}. */
final class CasesSchema {
  private CasesSchema() {}

  /** The schema of the cases of a policy, as a file. */
  static byte[] of(Policy policy) {
    ObjectNode schema = Schemas.document("Cases of " + policy.identity().id());
    schema.put("type", "object").put("additionalProperties", false);
    schema.putArray("required").add("cases");
    ObjectNode properties = schema.putObject("properties");
    properties.set("asOf", date());
    properties.set("cases", Schemas.arrayOf(example(policy)));
    return Schemas.bytes(schema);
  }

  private static ObjectNode date() {
    return Schemas.of("string").put("description", "the date of the check, YYYY-MM-DD");
  }

  private static ObjectNode example(Policy policy) {
    ObjectNode schema = Schemas.of("object").put("additionalProperties", false);
    schema.putArray("required").add("case").add(Aspect.VERDICT.key());
    ObjectNode properties = schema.putObject("properties");
    properties.set("case", Schemas.scalar().put("description", "its name, like no other's"));
    properties.set("asOf", date());
    properties.set("given", given(policy));
    for (Aspect aspect : Aspect.values()) {
      properties.set(
          aspect.key(),
          aspect == Aspect.VERDICT ? Schemas.words(Schemas.verdicts(policy)) : words(aspect));
    }
    return schema;
  }

  private static ObjectNode words(Aspect aspect) {
    return aspect.isList() ? Schemas.arrayOf(Schemas.scalar()) : Schemas.scalar();
  }

  private static ObjectNode given(Policy policy) {
    ObjectNode schema = Schemas.of("object").put("additionalProperties", false);
    schema.put("description", "what the referral states");
    ObjectNode properties = schema.putObject("properties");
    for (Fact fact : policy.facts()) {
      properties.set(fact.name(), value(fact).put("description", fact.question()));
    }
    return schema;
  }

  private static ObjectNode value(Fact fact) {
    return switch (fact.type()) {
      case BOOLEAN -> Schemas.of("boolean");
      case CHOICE -> Schemas.words(fact.values());
      case SET -> set(fact);
      case INTEGER, DECIMAL -> Schemas.of("number");
      case DATE, TEXT -> Schemas.scalar();
    };
  }

  private static ObjectNode set(Fact fact) {
    ObjectNode byMember = Schemas.of("object").put("additionalProperties", false);
    ObjectNode properties = byMember.putObject("properties");
    for (String value : fact.values()) {
      properties.set(value, Schemas.of("boolean"));
    }
    ObjectNode schema = Schemas.object();
    schema.putArray("anyOf").add(Schemas.arrayOf(Schemas.words(fact.values()))).add(byMember);
    return schema;
  }
}
