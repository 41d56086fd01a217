package clin087.revision;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes a policy file as nobody would: rules, defaults, values, limits, whole facts. */
final class RandomRevision {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Random random;

  RandomRevision(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
  }

  static @Nullable Policy policy(String text) {
    return PolicyFile.read(text.getBytes(StandardCharsets.UTF_8)).policy();
  }

  /** A valid policy file that differs in a few ways, or in none. */
  String of(String text) {
    String revised = text;
    int changes = random.nextInt(4);
    for (int i = 0; i < 40 && changes > 0; i++) {
      ObjectNode file = (ObjectNode) JSON.readTree(revised);
      change(file);
      String changed = file.toString();
      if (!changed.equals(revised) && policy(changed) != null) {
        revised = changed;
        changes--;
      }
    }
    return revised;
  }

  private void change(ObjectNode file) {
    ArrayNode rules = (ArrayNode) file.get("rules");
    ArrayNode facts = (ArrayNode) file.get("facts");
    ObjectNode fact = (ObjectNode) facts.get(1 + random.nextInt(facts.size() - 1));
    int rule = random.nextInt(rules.size() - 1);
    switch (random.nextInt(11)) {
      case 0 -> {
        JsonNode moved = rules.remove(rule);
        rules.insert(random.nextInt(rules.size()), moved);
      }
      case 1 -> rules.remove(rule);
      case 2 -> {
        JsonNode verdict = rules.get(random.nextInt(rules.size())).get("verdict");
        ((ObjectNode) rules.get(rule)).set("verdict", verdict);
      }
      case 3 -> fact.remove(List.of("default", "defaultUnless"));
      case 4 -> fact.remove("defaultUnless");
      case 5 -> giveDefault(fact, facts);
      case 6 -> state(fact, facts);
      case 7 -> renameOrAdd(file, fact);
      case 8 -> fact.put("required", true);
      case 9 -> {
        if (fact.has("max")) {
          fact.put("max", fact.get("max").asString() + "0");
          fact.put("decimals", fact.get("type").asString().equals("decimal") ? 2 : 0);
        }
      }
      default -> {
        JsonNode when = rules.get(random.nextInt(rules.size() - 1)).get("when");
        ObjectNode both = JSON.createObjectNode();
        bullets(both, rules.get(rule).get("when"), when);
        ((ObjectNode) rules.get(rule)).set("when", both);
      }
    }
  }

  private void bullets(ObjectNode both, JsonNode one, JsonNode other) {
    ArrayNode bullets = both.putArray(List.of("all", "any", "none").get(random.nextInt(3)));
    bullets.add(one.deepCopy()).add(other.deepCopy());
  }

  private void giveDefault(ObjectNode fact, ArrayNode facts) {
    String value = value(fact);
    if (value == null) {
      return;
    }
    if (fact.get("type").asString().equals("set")) {
      fact.putArray("default").add(value);
    } else {
      fact.put("default", value);
    }
    ArrayNode unless = fact.putArray("defaultUnless");
    for (JsonNode other : facts) {
      if (random.nextInt(3) == 0 && !other.equals(fact)) {
        unless.add(name(other));
      }
    }
  }

  private void state(ObjectNode fact, ArrayNode facts) {
    JsonNode other = facts.get(1 + random.nextInt(facts.size() - 1));
    String value = value((ObjectNode) other);
    if (value != null && !other.equals(fact)) {
      fact.putObject("states").put(name(other), value);
    }
  }

  private static String name(JsonNode fact) {
    return fact.get("path").asString().substring(1).replace('/', '.');
  }

  private @Nullable String value(ObjectNode fact) {
    return switch (fact.get("type").asString()) {
      case "boolean" -> String.valueOf(random.nextBoolean());
      case "choice", "set" -> {
        List<String> values = new ArrayList<>(fact.get("values").propertyNames());
        yield values.get(random.nextInt(values.size()));
      }
      case "integer", "decimal" -> fact.get("min").asString();
      case "date" -> Given.AS_OF.minusDays(random.nextInt(100)).toString();
      default -> null;
    };
  }

  /** Renames a fact or a value everywhere, or adds a value. */
  private void renameOrAdd(ObjectNode file, ObjectNode fact) {
    if (random.nextBoolean() && fact.get("values") instanceof ObjectNode values) {
      values.put("v" + random.nextInt(6), "one more");
      return;
    }
    String name = name(fact);
    String text =
        file.toString()
            .replace("/" + name.replace('.', '/') + "\"", "/new" + name.replace('.', '/') + "\"");
    text =
        text.replaceAll(
            "\\b(?<![/])" + java.util.regex.Pattern.quote(name) + "\\b(?!/)", "new" + name);
    ObjectNode renamed = (ObjectNode) JSON.readTree(text);
    file.removeAll();
    file.setAll(renamed);
  }
}
