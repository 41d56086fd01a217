package clin087.interview;

import clin087.policy.Choice;
import clin087.policy.Fact;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A referral in the making: what has been stated so far, and whatever else its file holds. */
public final class ReferralDraft {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final ObjectNode root;

  private ReferralDraft(ObjectNode root) {
    this.root = root;
  }

  /** One that states nothing. */
  public static ReferralDraft empty() {
    return new ReferralDraft(JsonNodeFactory.instance.objectNode());
  }

  /**
   * What a file states.
   *
   * @param json one object, which {@code check} has found to be a referral
   */
  public static ReferralDraft of(byte[] json) {
    return new ReferralDraft((ObjectNode) JSON.readTree(json));
  }

  /** The same, to be changed apart from this one. */
  ReferralDraft copy() {
    return new ReferralDraft(root.deepCopy());
  }

  /** Whether it states anything of a fact. */
  boolean states(Fact fact) {
    JsonNode node = root;
    for (String step : steps(fact)) {
      node = node.path(step);
    }
    return !node.isMissingNode() && !node.isNull();
  }

  /** States a text. */
  void state(Fact fact, String text) {
    parent(fact).put(lastStep(fact), text);
  }

  /**
   * States a fact that is neither a set nor a text.
   *
   * @param code the code of its value
   */
  void state(Fact fact, long code) {
    String word = fact.words(code).get(0);
    ObjectNode parent = parent(fact);
    switch (fact.type()) {
      case BOOLEAN -> parent.put(lastStep(fact), code == 1);
      case INTEGER, DECIMAL -> parent.put(lastStep(fact), new BigDecimal(word));
      case CHOICE, DATE, TEXT, SET -> parent.put(lastStep(fact), word);
    }
  }

  /** States of members of a set that they apply, or that they do not. */
  void state(Fact set, List<Choice> members, boolean apply) {
    ObjectNode parent = parent(set);
    ObjectNode known =
        parent.get(lastStep(set)) instanceof ObjectNode stated ? stated : parent.objectNode();
    for (Choice member : members) {
      known.put(member.value(), apply);
    }
    parent.set(lastStep(set), isWhole(set, known) ? asArray(set, known) : known);
  }

  private static boolean isWhole(Fact set, ObjectNode known) {
    for (Choice member : set.choices()) {
      if (!known.path(member.value()).isBoolean()) {
        return false;
      }
    }
    return true;
  }

  private static ArrayNode asArray(Fact set, ObjectNode known) {
    ArrayNode array = known.arrayNode();
    for (Choice member : set.choices()) {
      if (known.path(member.value()).booleanValue()) {
        array.add(member.value());
      }
    }
    return array;
  }

  /** The referral as a file that {@code check} reads. */
  public byte[] json() {
    return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The object that a fact is a field of; it is made where it is missing. */
  private ObjectNode parent(Fact fact) {
    ObjectNode node = root;
    List<String> steps = steps(fact);
    for (String step : steps.subList(0, steps.size() - 1)) {
      node = node.get(step) instanceof ObjectNode inner ? inner : node.putObject(step);
    }
    return node;
  }

  private static String lastStep(Fact fact) {
    List<String> steps = steps(fact);
    return steps.get(steps.size() - 1);
  }

  private static List<String> steps(Fact fact) {
    return fact.steps();
  }
}
