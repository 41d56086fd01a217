package clin087.schema;

import clin087.policy.Fact;
import clin087.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Makes an empty referral with every fact of a policy, to fill in. */
public final class ReferralTemplate {
  private ReferralTemplate() {}

  /** The template as JSON, with {@code null} for every fact. */
  public static byte[] json(Policy policy) {
    ObjectNode root = Schemas.object();
    for (Fact fact : policy.facts()) {
      ObjectNode node = root;
      List<String> steps = fact.steps();
      for (String step : steps.subList(0, steps.size() - 1)) {
        node = node.get(step) instanceof ObjectNode inner ? inner : node.putObject(step);
      }
      node.putNull(steps.get(steps.size() - 1));
    }
    return Schemas.bytes(root);
  }

  /** The template as CSV: a header with a column for every fact, and a row of empty cells. */
  public static byte[] csv(Policy policy) {
    List<String> names = new ArrayList<>();
    for (Fact fact : policy.facts()) {
      names.add(fact.name());
    }
    String empty = ",".repeat(names.size() - 1);
    return (String.join(",", names) + "\n" + empty + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
