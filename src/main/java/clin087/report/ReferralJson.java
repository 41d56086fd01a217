package clin087.report;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.proof.Example;
import clin087.text.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes example referrals, which {@code clin087 check} reads and which show what a policy decides.
 */
public final class ReferralJson {
  /** The value of every text, since no rule looks at texts; it is cut if it is too long. */
  public static final String SOME_TEXT = "EXAMPLE";

  private ReferralJson() {}

  /**
   * An example as a file.
   *
   * @param reference the reference to give the referral, cut to the allowed length. The example
   *     need not state it, or anything else that the policy requires
   */
  public static Bytes write(Example example, String reference) {
    Bytes out = new Bytes();
    try (JsonGenerator json = IndentedJson.generator(out)) {
      write(example, reference, json);
    }
    return out.text("\n");
  }

  /** Writes an example as a part of another document. */
  public static void write(Example example, String reference, JsonGenerator json) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Fact fact : example.facts()) {
      if (fact.isReference() || fact.limits().required() || example.code(fact) != Fact.UNSTATED) {
        put(tree, fact.steps(), fact);
      }
    }
    write(tree, example, reference, json);
  }

  private static void put(Map<String, Object> tree, List<String> path, Fact fact) {
    if (path.size() == 1) {
      tree.put(path.get(0), fact);
      return;
    }
    Object inner = tree.get(path.get(0));
    Map<String, Object> below = new LinkedHashMap<>();
    if (inner instanceof Map<?, ?> known) {
      known.forEach((name, value) -> below.put((String) name, value));
    }
    put(below, path.subList(1, path.size()), fact);
    tree.put(path.get(0), below);
  }

  private static void write(Map<?, ?> tree, Example example, String reference, JsonGenerator json) {
    json.writeStartObject();
    tree.forEach(
        (name, value) -> {
          json.writeName((String) name);
          if (value instanceof Map<?, ?> below) {
            write(below, example, reference, json);
          } else if (value instanceof Fact fact) {
            value(fact, reference, example.code(fact), json);
          }
        });
    json.writeEndObject();
  }

  private static void value(Fact fact, String reference, long code, JsonGenerator json) {
    if (fact.isReference()) {
      json.writeString(fact.limits().cut(reference));
    } else if (fact.type() == FactType.TEXT) {
      json.writeString(fact.limits().cut(SOME_TEXT));
    } else {
      ValueJson.write(fact, code == Fact.UNSTATED ? fact.limits().min() : code, json);
    }
  }
}
