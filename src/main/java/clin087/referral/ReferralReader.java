package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.Setting;
import clin087.problem.ReferralProblem;
import clin087.text.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a referral from its tokens, strictly: whatever the policy does not declare is a problem. It
 * finds all problems at once.
 */
final class ReferralReader {
  private final ReferralFormat format;
  private final boolean ignoreUnknown;
  private final JsonParser parser;
  private final ReferralTokens tokens;
  private final ValueReader values;
  private final long[] stated;

  /**
   * The offset of each fact's value, or -1, by the fact's index; below, that of the object around
   * it.
   */
  private final int[] offsets;

  private final int[] parents;
  private final List<String> ignored = new ArrayList<>();

  /**
   * @param parser a parser at the first token of the referral
   */
  ReferralReader(ReferralFormat format, boolean ignoreUnknown, JsonParser parser) {
    this.format = format;
    this.ignoreUnknown = ignoreUnknown;
    this.parser = parser;
    this.tokens = new ReferralTokens(parser);
    this.values = new ValueReader(tokens, format.asOf);
    this.stated = new long[format.facts.size()];
    this.offsets = new int[stated.length];
    this.parents = new int[stated.length];
    Arrays.fill(stated, Fact.UNSTATED);
    Arrays.fill(offsets, -1);
  }

  /**
   * Reads the referral to its last token.
   *
   * @throws tools.jackson.core.JacksonException if the text is not JSON
   */
  void read() {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(format.root);
      requireFacts();
      stateImplied();
    } else {
      tokens.wrongType("", "an object");
      tokens.skip("");
    }
  }

  /** The reference; null if it is absent or wrong. */
  @Nullable String reference() {
    return values.reference();
  }

  Drafts problems() {
    return tokens.problems;
  }

  /** The referral; ask for it only if there are no problems. */
  Referral referral() {
    String reference = values.reference();
    return new Referral(reference == null ? "" : reference, stated, ignored, values.hasNhsNumber());
  }

  private void object(Field shape) {
    int brace = tokens.offset();
    for (Field child : shape.children()) {
      if (child.fact != null) {
        parents[child.fact.index()] = brace;
      }
    }
    Set<String> seen = new HashSet<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      Field field = shape.child(name);
      if (!seen.add(name)) {
        tokens.problem(
            ReferralProblem.DUPLICATE_FIELD, pointer(shape, name), ReferralMessages.FIELD_ONCE);
        skipNext(pointer(shape, name));
      } else if (field == null) {
        unknown(shape, name);
        skipNext(pointer(shape, name));
      } else {
        value(field);
      }
    }
  }

  private void unknown(Field shape, String name) {
    if (ignoreUnknown) {
      if (ignored.size() < Referral.MOST_UNKNOWN) {
        ignored.add(pointer(shape, name));
      }
    } else {
      // a hint takes time, and a hostile referral has many such fields
      String hint = tokens.problems.isFull() ? "" : hint(shape, name);
      tokens.problem(ReferralProblem.UNKNOWN_FIELD, pointer(shape, name), "unknown field" + hint);
    }
  }

  private String hint(Field shape, String name) {
    String elsewhere = format.root.elsewhere(name);
    return elsewhere.isEmpty()
        ? NearestName.hint(name, shape.names())
        : "; did you mean " + elsewhere + "?";
  }

  private void value(Field field) {
    JsonToken token = parser.nextToken();
    Fact fact = field.fact;
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (fact != null) {
      offsets[fact.index()] = tokens.offset();
      int problems = tokens.problems.found();
      stated[fact.index()] = values.code(fact, token, parents[fact.index()]);
      boolean wrong = tokens.problems.found() > problems;
      if (stated[fact.index()] == Fact.UNSTATED && !wrong) {
        // no member of the set is stated
        offsets[fact.index()] = -1;
      }
    } else if (token == JsonToken.START_OBJECT) {
      object(field);
    } else {
      tokens.wrongType(field.path, "an object");
      tokens.skip(field.path);
    }
  }

  private void requireFacts() {
    for (Fact fact : format.required) {
      if (stated[fact.index()] == Fact.UNSTATED && offsets[fact.index()] < 0) {
        tokens.required(fact, parents[fact.index()]);
      }
    }
  }

  /** Fills in what stated facts state as well, and reports contradictions. */
  private void stateImplied() {
    for (Fact fact : format.implying) {
      if (stated[fact.index()] != Fact.UNSTATED || offsets[fact.index()] >= 0) {
        for (Setting setting : fact.complete(stated, format.facts)) {
          contradiction(fact, format.facts.get(setting.fact()), setting.value());
        }
      }
    }
  }

  /** Reports that what a fact states about another contradicts the referral, or a third fact. */
  private void contradiction(Fact fact, Fact other, long value) {
    int stated = offsets[other.index()] < 0 ? offsets[fact.index()] : offsets[other.index()];
    tokens.problems.add(
        ReferralProblem.CONTRADICTION,
        other.path(),
        Math.max(stated, 0),
        ReferralMessages.contradiction(fact, other, value));
  }

  private void skipNext(String path) {
    parser.nextToken();
    tokens.skip(path);
  }

  private static String pointer(Field parent, String name) {
    return parent.path + "/" + ReferralTokens.step(name);
  }
}
