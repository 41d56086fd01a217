package clin087.report;

import clin087.analysis.Example;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes referrals: files that {@code clin087 check} reads, made to show what a policy decides. */
public final class ReferralJson {
  /** What a text is stated to be, since no rule looks at one. */
  private static final String SOME_TEXT = "EXAMPLE";

  private static final int LONGEST = 64;

  private ReferralJson() {}

  /**
   * A referral as a file of its own.
   *
   * @param reference the referral's own reference
   * @param stated the code of each of the policy's facts, by its index; {@link Fact#UNSTATED} where
   *     it states nothing. The reference, and what else the policy requires, need not be stated.
   */
  public static Bytes write(Policy policy, String reference, long[] stated) {
    return file(policy.facts(), reference, stated);
  }

  /** An example as a file of its own. */
  public static Bytes write(Example example, String reference) {
    return file(example.facts(), reference, codes(example));
  }

  /** The same, inside another document. */
  public static void write(Policy policy, String reference, long[] stated, JsonGenerator json) {
    write(policy.facts(), reference, stated, json);
  }

  /** An example inside another document. */
  public static void write(Example example, String reference, JsonGenerator json) {
    write(example.facts(), reference, codes(example), json);
  }

  private static long[] codes(Example example) {
    long[] stated = new long[example.stated().size()];
    for (int i = 0; i < stated.length; i++) {
      stated[i] = example.stated().get(i);
    }
    return stated;
  }

  private static Bytes file(List<Fact> facts, String reference, long[] stated) {
    Bytes out = new Bytes();
    try (JsonGenerator json = IndentedJson.generator(out)) {
      write(facts, reference, stated, json);
    }
    return out.text("\n");
  }

  private static void write(List<Fact> facts, String reference, long[] stated, JsonGenerator json) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact.isReference() || fact.limits().required() || stated[fact.index()] != Fact.UNSTATED) {
        put(tree, List.of(fact.path().substring(1).split("/", -1)), fact);
      }
    }
    write(tree, shortened(reference), stated, json);
  }

  /** A reference has 64 characters at most. */
  private static String shortened(String reference) {
    return reference.length() <= LONGEST ? reference : reference.substring(0, LONGEST);
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

  private static void write(Map<?, ?> tree, String reference, long[] stated, JsonGenerator json) {
    json.writeStartObject();
    tree.forEach(
        (name, value) -> {
          json.writeName(((String) name).replace("~1", "/").replace("~0", "~"));
          if (value instanceof Map<?, ?> below) {
            write(below, reference, stated, json);
          } else if (value instanceof Fact fact) {
            value(fact, reference, stated[fact.index()], json);
          }
        });
    json.writeEndObject();
  }

  private static void value(Fact fact, String reference, long code, JsonGenerator json) {
    if (fact.isReference()) {
      json.writeString(reference);
    } else if (fact.type() == FactType.TEXT) {
      json.writeString(SOME_TEXT);
    } else {
      DecisionJson.value(fact, code == Fact.UNSTATED ? fact.limits().min() : code, json);
    }
  }
}
