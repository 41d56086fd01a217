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

  private final ReferralFormat format;
  private final Scan scan = new Scan();

  /** By the number of a field: the last referral that has stated it. */
  private final int[] seen;

  /** The number of the referral in hand. */
  private int count;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private boolean ascii;
  private long[] stated = new long[0];
  private String reference = "";
  private boolean nhsNumber;

  PlainReader(ReferralFormat format) {
    this.format = format;
    this.seen = new int[format.fields];
  }

  /** The referral that stands there, provided that it is UTF-8; null when it is not plain. */
  @Nullable Referral read(byte[] text, int from, int to) {
    bytes = text;
    at = from;
    end = to;
    ascii = true;
    reference = "";
    nhsNumber = false;
    stated = new long[format.facts.size()];
    count++;
    Arrays.fill(stated, Fact.UNSTATED);
    return object(format.root) && at == end && format.isMetBy(stated)
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
    int likely = 0;
    do {
      int name = word(shape.words(), likely);
      if (name < 0 || !next(':') || !once(shape.child(name)) || !value(shape.child(name))) {
        return false;
      }
      likely = name + 1;
    } while (next(','));
    return next('}');
  }

  /** Notes that a field is there; whether it was not there before. */
  private boolean once(Field field) {
    boolean first = seen[field.number()] != count;
    seen[field.number()] = count;
    return first;
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
      case SET -> next('{') ? members(field, fact) : set(field);
      case INTEGER, DECIMAL -> number(fact);
      case DATE -> date(fact);
      case TEXT -> text(fact);
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

  /** A set that is stated member by member; one of which nothing is stated is left. */
  private long members(Field field, Fact fact) {
    long has = 0;
    long open = fact.members();
    long seenMembers = 0;
    do {
      int member = word(field.words(), 0);
      if (member < 0 || (seenMembers >> member & 1) == 1 || !next(':')) {
        return Fact.UNSTATED;
      }
      seenMembers |= 1L << member;
      skipBlanks();
      boolean holds = literal(TRUE);
      if (holds || literal(FALSE)) {
        open &= ~(1L << member);
        has |= holds ? 1L << member : 0;
      } else if (!literal(NULL)) {
        return Fact.UNSTATED;
      }
    } while (next(','));
    return next('}') ? fact.partly(has, open) : Fact.UNSTATED;
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
    long day = plainText() ? fact.code(string(from, at - 1)) : Fact.UNSTATED;
    return fact.limits().allows(day, format.asOf) ? day : Fact.UNSTATED;
  }

  private long text(Fact fact) {
    if (!next('"')) {
      return Fact.UNSTATED;
    }
    if (ReferralFormat.isFreeText(fact)) {
      return freeText() ? 1 : Fact.UNSTATED;
    }
    int most = fact.limits().maxLength();
    int from = at;
    if (!plainText()) {
      return Fact.UNSTATED;
    }
    String text = string(from, at - 1);
    if (text.isBlank() || (most > 0 && text.length() > most) || text.indexOf(DELETE) >= 0) {
      return Fact.UNSTATED;
    }
    nhsNumber |= NhsNumber.isIn(text);
    if (fact.isReference()) {
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
