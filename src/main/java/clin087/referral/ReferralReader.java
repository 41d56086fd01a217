package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.text.Characters;
import clin087.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * Reads one referral from its tokens, strictly: what the policy does not declare is a problem, and
 * all problems are found at once.
 */
final class ReferralReader {
  private final Field root;
  private final List<Fact> facts;
  private final boolean ignoreUnknown;

  private final Demands demands;

  private Tokens tokens;
  private JsonParser parser;

  /** Whether places of a careful reading are still noted. */
  private boolean dirty = true;

  private final long[] stated;
  private final int[] offsets;
  private final int[] parents;
  private @Nullable String reference;
  private boolean nhsNumber;
  private List<String> ignored = new ArrayList<>();

  ReferralReader(Policy policy, Field root, boolean ignoreUnknown, JsonParser idle) {
    this.facts = policy.facts();
    this.root = root;
    this.ignoreUnknown = ignoreUnknown;
    this.parser = idle;
    this.tokens = new Tokens(idle, false);
    this.stated = new long[facts.size()];
    this.offsets = new int[facts.size()];
    this.parents = new int[facts.size()];
    this.demands = new Demands(facts);
  }

  /**
   * Reads the referral whose first token is the parser's current one, to its last token.
   *
   * @throws tools.jackson.core.JacksonException where the text is no JSON
   */
  void read(JsonParser from, boolean careful) {
    parser = from;
    tokens = new Tokens(from, careful);
    reference = null;
    nhsNumber = false;
    Arrays.fill(stated, Fact.UNSTATED);
    if (careful || dirty) {
      Arrays.fill(offsets, -1);
      Arrays.fill(parents, 0);
    }
    dirty = careful;
    if (!ignored.isEmpty()) {
      ignored = new ArrayList<>();
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(root);
      requireFacts();
      stateImplied();
    } else {
      tokens.wrongType("", "an object");
      tokens.skip("");
    }
  }

  /** Forgets the reference of the referral that was read last. */
  void forgetReference() {
    reference = null;
  }

  boolean isFine() {
    return tokens.problems.isEmpty();
  }

  /** What has been read of the reference; null when there is none, or not a proper one. */
  @Nullable String reference() {
    return reference;
  }

  List<Tokens.Draft> problems() {
    return tokens.problems;
  }

  /** The referral that was read; only when it {@link #isFine}. */
  Referral referral() {
    return new Referral(reference == null ? "" : reference, stated.clone(), ignored, nhsNumber);
  }

  private void object(Field shape) {
    int brace = tokens.offset();
    for (Field child : tokens.careful ? shape.children() : List.<Field>of()) {
      if (child.fact != null) {
        parents[child.fact.index()] = brace;
      }
    }
    PropertyNameMatcher names = shape.matcher(SpanReader.JSON);
    long seen = 0;
    Set<String> unknown = null;
    int match = parser.nextNameMatch(names);
    while (match != PropertyNameMatcher.MATCH_END_OBJECT) {
      if (match >= 0) {
        Field field = shape.child(match);
        if ((seen & field.bit) == 0) {
          seen |= field.bit;
          value(field);
        } else {
          repeated(field.path);
        }
      } else {
        String name = parser.currentName();
        unknown = unknown == null ? new HashSet<>() : unknown;
        if (unknown.add(name)) {
          unknown(shape, name);
          skipNext(pointer(shape, name));
        } else {
          repeated(pointer(shape, name));
        }
      }
      match = parser.nextNameMatch(names);
    }
  }

  private void repeated(String path) {
    tokens.problem("duplicate-field", path, "expected this field once");
    skipNext(path);
  }

  private void unknown(Field shape, String name) {
    if (ignoreUnknown) {
      if (ignored.size() < Referral.MOST_UNKNOWN) {
        ignored.add(pointer(shape, name));
      }
      return;
    }
    if (tokens.isFull()) {
      return; // looking for the nearest takes time
    }
    String message = "";
    if (tokens.careful) {
      String elsewhere = root.elsewhere(name);
      message =
          "unknown field"
              + (elsewhere.isEmpty()
                  ? Nearest.hint(name, shape.names())
                  : "; did you mean " + elsewhere + "?");
    }
    tokens.problem("unknown-field", pointer(shape, name), message);
  }

  private void value(Field field) {
    JsonToken token = parser.nextToken();
    Fact fact = field.fact;
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (fact == null) {
      if (token == JsonToken.START_OBJECT) {
        object(field);
      } else {
        tokens.wrongType(field.path, "an object");
        tokens.skip(field.path);
      }
      return;
    }
    if (tokens.careful) {
      offsets[fact.index()] = tokens.offset();
    }
    stated[fact.index()] =
        switch (fact.type()) {
          case BOOLEAN -> bool(fact, token);
          case CHOICE -> token == JsonToken.VALUE_STRING ? choice(field, fact.path()) : wrong(fact);
          case SET -> token == JsonToken.START_ARRAY ? set(field, fact) : wrong(fact);
          case INTEGER -> token == JsonToken.VALUE_NUMBER_INT ? number(fact) : wrong(fact);
          case DECIMAL ->
              token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT
                  ? number(fact)
                  : wrong(fact);
          case DATE -> token == JsonToken.VALUE_STRING ? date(fact) : wrong(fact);
          case TEXT -> token == JsonToken.VALUE_STRING ? text(field, fact) : wrong(fact);
        };
  }

  private long wrong(Fact fact) {
    tokens.wrongType(fact.path(), fact.expected());
    tokens.skip(fact.path());
    return Fact.UNSTATED;
  }

  private long bool(Fact fact, JsonToken token) {
    if (token == JsonToken.VALUE_TRUE) {
      return 1;
    }
    return token == JsonToken.VALUE_FALSE ? 0 : wrong(fact);
  }

  /** The position of the choice in hand, or {@link Fact#UNSTATED} with a problem. */
  private long choice(Field field, String path) {
    char[] text = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int length = parser.getStringLength();
    String[] values = field.values;
    for (int i = 0; i < values.length; i++) {
      if (is(values[i], text, from, length)) {
        return i;
      }
    }
    if (tokens.careful) {
      String near = Nearest.to(new String(text, from, length), List.of(values));
      tokens.problem(
          "not-allowed",
          path,
          "expected one of "
              + String.join(", ", values)
              + (near.isEmpty() ? "" : "; did you mean '" + near + "'?"));
    } else {
      tokens.problem("not-allowed", path, "");
    }
    return Fact.UNSTATED;
  }

  private static boolean is(String value, char[] text, int from, int length) {
    if (value.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (value.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private long set(Field field, Fact fact) {
    long members = 0;
    int i = 0;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken(), i++) {
      if (t != JsonToken.VALUE_STRING) {
        tokens.wrongType(fact.path() + "/" + i, "one of " + String.join(", ", fact.values()));
        tokens.skip(fact.path() + "/" + i);
        continue;
      }
      String path = tokens.careful ? fact.path() + "/" + i : "";
      long member = choice(field, path);
      if (member == Fact.UNSTATED) {
        continue;
      }
      if ((members >> member & 1) == 1) {
        tokens.problem("repeated-value", path, "expected each value at most once");
      }
      members |= 1L << member;
    }
    return members;
  }

  private long number(Fact fact) {
    long code = fact.code(parser.getString());
    if (code == Fact.UNSTATED) {
      tokens.problem("not-allowed", fact.path(), "expected " + fact.expected());
    }
    return code;
  }

  private long date(Fact fact) {
    long code = fact.code(parser.getString());
    if (code == Fact.UNSTATED) {
      tokens.problem("bad-date", fact.path(), "expected a date of the calendar, YYYY-MM-DD");
    }
    return code;
  }

  /** That a text is stated, which is all that is told of most. */
  private long text(Field field, Fact fact) {
    int most = fact.limits().maxLength();
    if (most == 0 && fact.limits().controlCharacters()) {
      return 1;
    }
    String text = parser.getString();
    nhsNumber |= most > 0 && NhsNumber.isIn(text);
    if (!text.isEmpty() && text.length() <= most && Characters.isPlain(text)) {
      if (field.isReference) {
        reference = text;
      }
      return 1;
    }
    if (text.isEmpty() && most > 0) {
      required(fact);
      return Fact.UNSTATED;
    }
    boolean fine = true;
    if (most > 0 && text.codePointCount(0, text.length()) > most) {
      tokens.problem("too-long", fact.path(), "expected at most " + most + " characters");
      fine = false;
    }
    if (!fact.limits().controlCharacters() && Characters.hasControl(text)) {
      tokens.problem("control-character", fact.path(), "expected no control characters");
      fine = false;
    }
    if (Characters.hasLoneSurrogate(text)) {
      tokens.problem(
          "not-utf8", fact.path(), "expected whole characters, found half of a surrogate pair");
      fine = false;
    }
    if (fine && field.isReference) {
      reference = text;
    }
    return 1;
  }

  private void requireFacts() {
    for (Fact fact : demands.required) {
      if (stated[fact.index()] == Fact.UNSTATED && offsets[fact.index()] < 0) {
        required(fact);
      }
    }
  }

  private void required(Fact fact) {
    tokens.problems.add(
        new Tokens.Draft(
            "required",
            fact.path(),
            parents[fact.index()],
            "expected " + fact.path() + ": " + fact.question()));
  }

  /** States what a stated fact states as well, unless the referral says otherwise. */
  private void stateImplied() {
    for (Fact fact : demands.implying) {
      if (stated[fact.index()] != Fact.UNSTATED || offsets[fact.index()] >= 0) {
        for (Setting setting : fact.complete(stated, facts)) {
          contradiction(fact, facts.get(setting.fact()), setting.value());
        }
      }
    }
  }

  private void contradiction(Fact fact, Fact other, long value) {
    tokens.problems.add(
        new Tokens.Draft(
            "contradiction",
            other.path(),
            offsets[other.index()],
            "expected "
                + String.join(", ", other.words(value))
                + ", as "
                + fact.path()
                + " states, or no "
                + fact.path()));
  }

  private void skipNext(String path) {
    parser.nextToken();
    tokens.skip(path);
  }

  private static String pointer(Field parent, String name) {
    return parent.path + "/" + Nearest.shorten(name).replace("~", "~0").replace("/", "~1");
  }
}
