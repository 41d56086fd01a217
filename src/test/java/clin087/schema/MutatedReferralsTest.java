package clin087.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Fact;
import clin087.problem.Problem;
import clin087.referral.Block;
import clin087.referral.BlockReader;
import clin087.referral.Span;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of referrals and {@code check} agree on referrals that are not quite right. */
class MutatedReferralsTest {
  private static final int MANY = 10_000;

  /** What a schema can tell as well. */
  private static final Set<String> TOLD_BY_SCHEMA =
      Set.of(
          "unknown-field", "wrong-type", "not-allowed", "repeated-value", "too-long", "required");

  private static final List<String> WORDS =
      List.of("true", "1", "42.0", "-1", "null", "\"\"", "\"other\"", "\"urgent\"", "[]", "{}");

  private final ObjectMapper json = new ObjectMapper();
  private final com.networknt.schema.Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(ReferralSchema.of(Given.POLICY), StandardCharsets.UTF_8));

  @Test
  void theSchemaAndTheCheckAgree() {
    Random random = new Random(12);
    int invalid = 0;
    for (int i = 0; i < MANY; i++) {
      ObjectNode referral = referral(random);
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        change(referral, random);
      }
      String text = referral.toString();
      List<Problem> problems = problems(text);
      boolean told = problems.stream().anyMatch(each -> TOLD_BY_SCHEMA.contains(each.code()));
      boolean valid = schema.validate(text, InputFormat.JSON).isEmpty();
      invalid += valid ? 0 : 1;
      if (told || problems.isEmpty()) {
        assertEquals(!told, valid, () -> text + " " + problems);
      }
    }
    assertTrue(invalid > MANY / 10 && invalid < MANY, "mutations of both kinds");
  }

  private static List<Problem> problems(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Span span = new Span(0, bytes.length, 1, 1, null);
    List<Problem> problems = new ArrayList<>();
    new BlockReader(Given.POLICY, Given.AS_OF, false)
        .read(
            new Block(bytes, bytes.length, List.of(span), true),
            (reading, at) -> problems.addAll(reading.problems()));
    return problems;
  }

  private ObjectNode referral(Random random) {
    ObjectNode root = json.createObjectNode().put("reference", "R-1");
    for (Fact fact : Given.POLICY.facts()) {
      if (!fact.isReference() && random.nextInt(3) == 0) {
        parent(root, fact).set(last(fact), value(fact, random));
      }
    }
    return root;
  }

  private JsonNode value(Fact fact, Random random) {
    return switch (fact.type()) {
      case BOOLEAN -> json.getNodeFactory().booleanNode(random.nextBoolean());
      case CHOICE -> json.getNodeFactory().stringNode(any(fact.values(), random));
      case SET -> set(fact, random);
      case INTEGER, DECIMAL -> json.getNodeFactory().numberNode(random.nextInt(100));
      case DATE -> json.getNodeFactory().stringNode("2024-05-0" + (1 + random.nextInt(9)));
      case TEXT -> json.getNodeFactory().stringNode("some text");
    };
  }

  private JsonNode set(Fact fact, Random random) {
    if (random.nextBoolean()) {
      ArrayNode array = json.createArrayNode();
      fact.values().stream().filter(value -> random.nextInt(3) == 0).forEach(array::add);
      return array;
    }
    ObjectNode byMember = json.createObjectNode();
    for (String value : fact.values()) {
      if (random.nextInt(3) == 0) {
        byMember.put(value, random.nextBoolean());
      }
    }
    return byMember;
  }

  private void change(ObjectNode root, Random random) {
    List<ObjectNode> objects = new ArrayList<>(List.of(root));
    for (JsonNode inner : root) {
      if (inner instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>(object.propertyNames());
    String name = names.isEmpty() ? "x" : any(names, random);
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + "x", json.getNodeFactory().booleanNode(true));
      case 2 -> object.set(name, json.readTree(any(WORDS, random)));
      default -> object.put(name, "x".repeat(60 + random.nextInt(10)));
    }
  }

  private static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  private static ObjectNode parent(ObjectNode root, Fact fact) {
    ObjectNode node = root;
    for (String step : fact.steps().subList(0, fact.steps().size() - 1)) {
      node = node.get(step) instanceof ObjectNode inner ? inner : node.putObject(step);
    }
    return node;
  }

  private static String last(Fact fact) {
    return fact.steps().get(fact.steps().size() - 1);
  }
}
