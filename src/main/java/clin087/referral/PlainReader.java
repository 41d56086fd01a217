package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain referral straight from its bytes, several times as fast as from the tokens of a
 * parser: an object of known fields, each once, with allowed values and without escapes where they
 * would matter. It leaves whatever else there may be, right or wrong, to {@link ReferralReader},
 * which alone says what is wrong with a referral; what it does read, that one reads the same.
 */
final class PlainReader {
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");

  /** The one control character that {@link Scan#isPlain} lets pass. */
  private static final char DELETE = 0x7F;

  private final Field root;
  private final Demands demands;
  private final Scan scan = new Scan();
  private final int facts;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private boolean ascii;
  private long[] stated = new long[0];
  private String reference = "";
  private boolean nhsNumber;

  PlainReader(Field root, List<Fact> facts) {
    this.root = root;
    this.demands = new Demands(facts);
    this.facts = facts.size();
  }

  /** The referral that stands there, provided that it is UTF-8; null when it is not plain. */
  @Nullable Referral read(byte[] text, int from, int to) {
    bytes = text;
    at = from;
    end = to;
    ascii = true;
    reference = "";
    nhsNumber = false;
    stated = new long[facts];
    Arrays.fill(stated, Fact.UNSTATED);
    return object(root) && at == end && demands.areMetBy(stated)
        ? new Referral(reference, stated, List.of(), nhsNumber)
        : null;
  }

  /** Whether what was read last is ASCII from end to end. */
  boolean isAscii() {
    return ascii;
  }

  private boolean object(Field shape) {
    if (!next('{')) {
      return false;
    }
    if (next('}')) {
      return true;
    }
    long seen = 0;
    int likely = 0;
    do {
      int name = word(shape.words(), likely);
      if (name < 0 || (seen >> name & 1) == 1 || !next(':') || !value(shape.child(name))) {
        return false;
      }
      seen |= 1L << name;
      likely = name + 1;
    } while (next(','));
    return next('}');
  }

  private boolean value(Field field) {
    skipBlanks();
    if (at < end && bytes[at] == 'n') {
      return literal(NULL);
    }
    Fact fact = field.fact;
    if (fact == null) {
      return object(field);
    }
    long code = code(field, fact);
    stated[fact.index()] = code;
    return code != Fact.UNSTATED;
  }

  private long code(Field field, Fact fact) {
    return switch (fact.type()) {
      case BOOLEAN -> literal(TRUE) ? 1 : literal(FALSE) ? 0 : Fact.UNSTATED;
      case CHOICE -> {
        int choice = word(field.words(), 0);
        yield choice < 0 ? Fact.UNSTATED : choice;
      }
      case SET -> set(field);
      case INTEGER, DECIMAL -> number(fact);
      case DATE -> date(fact);
      case TEXT -> text(field, fact);
    };
  }

  private long set(Field field) {
    if (!next('[')) {
      return Fact.UNSTATED;
    }
    if (next(']')) {
      return 0;
    }
    long members = 0;
    do {
      int member = word(field.words(), 0);
      if (member < 0 || (members >> member & 1) == 1) {
        return Fact.UNSTATED;
      }
      members |= 1L << member;
    } while (next(','));
    return next(']') ? members : Fact.UNSTATED;
  }

  private long number(Fact fact) {
    int from = at;
    if (!digits() || (bytes[from] == '0' && at > from + 1)) {
      return Fact.UNSTATED;
    }
    if (fact.type() == FactType.DECIMAL && at < end && bytes[at] == '.') {
      at++;
      if (!digits()) {
        return Fact.UNSTATED;
      }
    }
    return fact.code(string(from, at));
  }

  private boolean digits() {
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at > from;
  }

  private long date(Fact fact) {
    if (!next('"')) {
      return Fact.UNSTATED;
    }
    int from = at;
    return plainText() ? fact.code(string(from, at - 1)) : Fact.UNSTATED;
  }

  private long text(Field field, Fact fact) {
    if (!next('"')) {
      return Fact.UNSTATED;
    }
    int most = fact.limits().maxLength();
    if (most == 0 && fact.limits().controlCharacters()) {
      return freeText() ? 1 : Fact.UNSTATED;
    }
    int from = at;
    if (!plainText()) {
      return Fact.UNSTATED;
    }
    String text = string(from, at - 1);
    if (text.isEmpty() || text.length() > most || text.indexOf(DELETE) >= 0) {
      return Fact.UNSTATED;
    }
    nhsNumber |= NhsNumber.isIn(text);
    if (field.isReference) {
      reference = text;
    }
    return 1;
  }

  /** Passes over a text of which nothing is kept. */
  private boolean freeText() {
    while (!plainText()) {
      if (at == end) {
        return false;
      }
      byte b = bytes[at++];
      if (b < 0) {
        ascii = false;
      } else if (b != '\\' || at == end || "\"\\/bfnrt".indexOf(bytes[at++]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Passes over the rest of a text to behind its quotation mark, or to what is not plain. */
  private boolean plainText() {
    at = scan.endOfPlain(bytes, at, end);
    if (at == end || bytes[at] != '"') {
      return false;
    }
    at++;
    return true;
  }

  /** Which of the words stands here as a text, or -1. */
  private int word(WordTable words, int likely) {
    if (!next('"')) {
      return -1;
    }
    int word = words.find(bytes, at, end, likely);
    at += word < 0 ? 0 : words.length(word);
    return word;
  }

  private boolean literal(byte[] word) {
    if (at + word.length > end || !WordTable.is(word, bytes, at)) {
      return false;
    }
    at += word.length;
    return true;
  }

  /** Passes over a character that stands next, white space apart. */
  private boolean next(char c) {
    skipBlanks();
    if (at == end || bytes[at] != c) {
      return false;
    }
    at++;
    return true;
  }

  private void skipBlanks() {
    while (at < end && bytes[at] <= ' ' && isBlank(bytes[at])) {
      at++;
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private String string(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.ISO_8859_1);
  }
}
