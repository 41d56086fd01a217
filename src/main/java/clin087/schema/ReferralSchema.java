package clin087.schema;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Policy;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of the referrals of a policy, as {@code check} reads them. */
public final class ReferralSchema {
  private static final String PROPERTIES = "properties";
  private static final String ENUM = "enum";

  private ReferralSchema() {}

  /** The schema, as a file. */
  public static byte[] of(Policy policy) {
    ObjectNode schema = Schemas.document("A referral for " + policy.identity().name());
    schema.put("type", "object").put("additionalProperties", false);
    schema.putObject(PROPERTIES);
    for (Fact fact : policy.facts()) {
      add(schema, fact.steps(), fact);
    }
    return Schemas.bytes(schema);
  }

  private static void add(ObjectNode parent, List<String> steps, Fact fact) {
    String step = steps.get(0);
    ObjectNode properties = (ObjectNode) parent.get(PROPERTIES);
    if (fact.limits().required()) {
      ArrayNode required =
          parent.get("required") instanceof ArrayNode known ? known : parent.putArray("required");
      required.add(step);
    }
    if (steps.size() == 1) {
      properties.set(step, value(fact));
      return;
    }
    if (!(properties.get(step) instanceof ObjectNode)) {
      ObjectNode inner = Schemas.nullable("object").put("additionalProperties", false);
      inner.putObject(PROPERTIES);
      properties.set(step, inner);
    }
    ObjectNode inner = (ObjectNode) properties.get(step);
    if (fact.limits().required()) {
      inner.put("type", "object");
    }
    add(inner, steps.subList(1, steps.size()), fact);
  }

  private static ObjectNode value(Fact fact) {
    ObjectNode schema =
        switch (fact.type()) {
          case BOOLEAN -> Schemas.nullable("boolean");
          case CHOICE -> choice(fact);
          case SET -> set(fact);
          case INTEGER, DECIMAL -> number(fact);
          case DATE -> Schemas.nullable("string").put("format", "date");
          case TEXT -> text(fact);
        };
    ObjectNode described = Schemas.object();
    described.put("title", fact.label()).put("description", description(fact));
    described.setAll(schema);
    return described;
  }

  private static String description(Fact fact) {
    StringBuilder text = new StringBuilder(fact.question());
    for (Choice choice : fact.choices()) {
      text.append("\n- ").append(choice.value()).append(": ").append(choice.label());
    }
    return text.toString();
  }

  private static ObjectNode choice(Fact fact) {
    ObjectNode schema = Schemas.object();
    ArrayNode values = schema.putArray(ENUM);
    fact.values().forEach(values::add);
    if (!fact.limits().required()) {
      values.addNull();
    }
    return schema;
  }

  /** The schema of a set, which is stated whole, by a list, or member by member. */
  private static ObjectNode set(Fact fact) {
    ObjectNode member = Schemas.object();
    fact.values().forEach(member.putArray(ENUM)::add);
    ObjectNode byMember = Schemas.of("object").put("additionalProperties", false);
    ObjectNode properties = byMember.putObject(PROPERTIES);
    for (Choice choice : fact.choices()) {
      properties.set(choice.value(), Schemas.nullable("boolean").put("title", choice.label()));
    }
    ObjectNode schema = Schemas.object();
    schema
        .putArray("anyOf")
        .add(Schemas.arrayOf(member).put("uniqueItems", true))
        .add(byMember)
        .add(Schemas.of("null"));
    return schema;
  }

  private static ObjectNode number(Fact fact) {
    Limits limits = fact.limits();
    ObjectNode schema =
        Schemas.nullable(fact.type() == FactType.INTEGER ? "integer" : "number")
            .put("minimum", new BigDecimal(fact.words(limits.min()).get(0)))
            .put("maximum", new BigDecimal(fact.words(limits.max()).get(0)));
    return fact.type() == FactType.DECIMAL
        ? schema.put("multipleOf", BigDecimal.ONE.movePointLeft(limits.decimals()))
        : schema;
  }

  private static ObjectNode text(Fact fact) {
    ObjectNode schema =
        fact.limits().required() ? Schemas.of("string") : Schemas.nullable("string");
    int most = fact.limits().maxLength();
    return most == 0 ? schema : schema.put("minLength", 1).put("maxLength", most);
  }
}
