package clin087.form;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Operand;
import clin087.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Partial referrals of a policy, made at random; one in a few has something wrong with it. */
final class AnyReferral {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of("R-1", "943 476 5919", "x9434765919", "19434765919", "９４３-４７６-５９１９", "é\uD83D\uDE00");

  private static final List<String> BAD_TEXTS =
      List.of("", " \u2003", "a\tb", "a\u202Eb", "x".repeat(65), "\uD83D\uDE00".repeat(64));

  private final Policy policy;
  private final LocalDate asOf;
  private final Random random;

  AnyReferral(Policy policy, LocalDate asOf, long seed) {
    this.policy = policy;
    this.asOf = asOf;
    this.random = new Random(seed);
  }

  String next() {
    boolean wrong = random.nextInt(8) == 0;
    int known = 1 + random.nextInt(6);
    ObjectNode referral = NODES.objectNode();
    List<Fact> facts = new ArrayList<>(policy.facts());
    if (random.nextInt(3) == 0) {
      java.util.Collections.shuffle(facts, random);
    }
    for (Fact fact : facts) {
      if (fact.limits().required() ? !wrong || random.nextInt(6) > 0 : random.nextInt(7) < known) {
        put(referral, fact, wrong && random.nextInt(5) == 0);
      }
    }
    if (wrong && random.nextInt(4) == 0) {
      referral.set(random.nextBoolean() ? "né~w/" : "y".repeat(70), deep(random.nextInt(40)));
    }
    return JsonMapper.shared().writeValueAsString(referral);
  }

  private void put(ObjectNode referral, Fact fact, boolean wrong) {
    List<String> steps = fact.steps();
    ObjectNode parent = referral;
    for (String step : steps.subList(0, steps.size() - 1)) {
      if (parent.get(step) != null && !parent.get(step).isObject()) {
        return;
      }
      parent = parent.withObjectProperty(step);
    }
    String name = steps.get(steps.size() - 1);
    if (wrong) {
      wrong(parent, name, fact);
    } else if (random.nextInt(25) == 0 && !fact.limits().required()) {
      parent.putNull(name);
    } else {
      value(parent, name, fact);
    }
  }

  private void value(ObjectNode parent, String name, Fact fact) {
    switch (fact.type()) {
      case BOOLEAN -> parent.put(name, random.nextBoolean());
      case CHOICE -> parent.put(name, any(fact.values()));
      case TEXT -> parent.put(name, any(TEXTS));
      case SET -> set(parent, name, fact);
      case DATE -> parent.put(name, LocalDate.ofEpochDay(code(fact)).toString());
      case INTEGER, DECIMAL ->
          parent.put(name, new java.math.BigDecimal(fact.words(code(fact)).get(0)));
    }
  }

  /** Near one of the values that a comparison tells apart, or near a limit. */
  private long code(Fact fact) {
    long least = fact.limits().min(asOf.toEpochDay());
    long most = fact.limits().max(asOf.toEpochDay());
    List<Long> near = new ArrayList<>(List.of(least, most));
    List<Comparison> comparisons = new ArrayList<>();
    for (Condition condition : policy.conditions()) {
      condition.collectInto(comparisons);
    }
    for (Comparison comparison : comparisons) {
      for (Operand operand : comparison.operands()) {
        if (comparison.fact().equals(fact)) {
          near.add(operand.code(asOf.toEpochDay()));
        }
      }
    }
    long code = near.get(random.nextInt(near.size())) + random.nextInt(3) - 1;
    return Math.max(least, Math.min(most, code));
  }

  private void set(ObjectNode parent, String name, Fact fact) {
    if (random.nextBoolean()) {
      ArrayNode members = parent.putArray(name);
      fact.values().stream().filter(value -> random.nextInt(4) == 0).forEach(members::add);
      return;
    }
    ObjectNode members = parent.putObject(name);
    for (String value : fact.values()) {
      switch (random.nextInt(5)) {
        case 0 -> members.put(value, true);
        case 1, 2 -> members.put(value, false);
        case 3 -> members.putNull(value);
        default -> {}
      }
    }
  }

  private void wrong(ObjectNode parent, String name, Fact fact) {
    switch (random.nextInt(8)) {
      case 0 -> parent.put(name, 12.5);
      case 1 -> parent.put(name, any(List.of("urgnet", "2026-02-29", "2026-1-1", "9999-12-31")));
      case 2 -> parent.set(name, deep(random.nextInt(40)));
      case 3 -> parent.put(name, true);
      case 4 -> parent.put(name, any(BAD_TEXTS));
      case 5 -> parent.put(name, random.nextBoolean() ? 1_000_001 : -1);
      case 6 ->
          parent
              .putArray(name)
              .add("x")
              .add(fact.values().isEmpty() ? "x" : any(fact.values()))
              .add(any(fact.values().isEmpty() ? List.of("x") : fact.values()))
              .add(3)
              .addArray();
      default ->
          parent
              .putObject(name)
              .put("x", true)
              .put(fact.values().isEmpty() ? "y" : any(fact.values()), 1);
    }
  }

  private static tools.jackson.databind.JsonNode deep(int levels) {
    ArrayNode deep = NODES.arrayNode();
    ArrayNode inner = deep;
    for (int i = 0; i < levels; i++) {
      inner = inner.addArray();
    }
    return deep;
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
