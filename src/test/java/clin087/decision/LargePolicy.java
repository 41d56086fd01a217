package clin087.decision;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A made policy of 200 rules over 60 facts, with numbers, dates and sets. */
public final class LargePolicy {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int FACTS = 60;
  private static final int RULES = 199;
  private static final List<String> TYPES =
      List.of("boolean", "choice", "set", "integer", "decimal", "date");

  private final Random random = new Random(7);
  private final ObjectNode file = JSON.createObjectNode();

  public LargePolicy() {
    ObjectNode identity = file.putObject("policy");
    for (String key : List.of("id", "title", "publisher", "version", "source")) {
      identity.put(key, key);
    }
    identity.put("published", "2024-03").put("reviewDue", "2029-03");
    ArrayNode verdicts = file.putArray("verdicts");
    for (int i = 0; i < 4; i++) {
      String outcome = List.of("proceed", "refuse", "redirect", "proceed").get(i);
      verdicts.addObject().put("verdict", "V" + i).put("outcome", outcome).put("label", "It is so");
    }
    ObjectNode open = verdicts.addObject().put("verdict", "OPEN").put("outcome", "incomplete");
    open.put("label", "Open").put("action", "Ask.");
    facts();
    ArrayNode rules = file.putArray("rules");
    ObjectNode section = file.putArray("sections").addObject().put("section", "1");
    ObjectNode clause = section.put("title", "All").putArray("clauses").addObject();
    ArrayNode encodedBy = clause.put("clause", "c").put("text", "Text").putArray("encodedBy");
    for (int i = 0; i <= RULES; i++) {
      ObjectNode rule = rules.addObject().put("rule", "r" + i).put("clause", "c");
      rule.put("verdict", "V" + random.nextInt(4)).put("action", "Do.");
      encodedBy.add("r" + i);
      if (i == RULES) {
        rule.put("when", "otherwise");
      } else {
        ArrayNode all = rule.putObject("when").putArray("all").add(test()).add(test());
        all.addObject()
            .put("atLeast", 1 + i % 2)
            .putArray("of")
            .add(test())
            .add(test())
            .add(test());
      }
    }
  }

  private void facts() {
    ArrayNode facts = file.putArray("facts");
    ObjectNode reference = facts.addObject().put("path", "/reference").put("type", "text");
    reference.put("about", "it").put("required", true).put("maxLength", 64);
    for (int i = 0; i < FACTS; i++) {
      String type = TYPES.get(i % TYPES.size());
      ObjectNode fact = facts.addObject().put("path", "/f" + i).put("type", type);
      fact.put("label", "fact " + i).put("question", "What?").put("clause", "c");
      if (type.equals("choice") || type.equals("set")) {
        ObjectNode values = fact.putObject("values");
        for (int v = 0; v < 5; v++) {
          values.put("v" + v, "value " + v + " of " + i);
        }
      }
      if (type.equals("integer") || type.equals("decimal")) {
        fact.put("min", 0).put("max", 100);
      }
    }
  }

  private String test() {
    int fact = random.nextInt(FACTS);
    String name = "f" + fact;
    return switch (TYPES.get(fact % TYPES.size())) {
      case "boolean" -> (random.nextBoolean() ? "not " : "") + name;
      case "choice" -> name + " is v" + random.nextInt(5);
      case "set" -> name + (random.nextBoolean() ? " has v" : " lacks v") + random.nextInt(5);
      case "date" -> name + " before " + random.nextInt(30) + " months ago";
      default -> name + (random.nextBoolean() ? " >= " : " < ") + random.nextInt(100);
    };
  }

  public ObjectNode rule(int index) {
    return (ObjectNode) file.get("rules").get(index);
  }

  /** Adds to a rule's condition what always holds. */
  public void weaken(int index) {
    ArrayNode all = (ArrayNode) rule(index).get("when").get("all");
    all.addObject().putArray("any").add("f0").add("not f0");
  }

  public String text() {
    return file.toString();
  }
}
