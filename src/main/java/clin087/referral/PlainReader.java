package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.FactType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain referrals straight from their bytes, several times as fast as with a parser. A plain
 * referral is an object of known fields, each once, with allowed values and without escapes where
 * they would matter. {@link ReferralReader} reads every other referral, right or wrong, and it
 * alone reports problems. Both read a plain referral the same.
 */
final class PlainReader {
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");

  /** The only control character that {@link Scan#isPlain} accepts. */
  private static final char DELETE = 0x7F;

  private final ReferralFormat format;
  private final Scan scan = new Scan();

  /** The last referral that has stated each field, by the field's number. */
  private final int[] seen;

  /** The number of the current referral. */
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

  /** The referral at a place, provided that it is UTF-8; null if it is not plain. */
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

  /** Whether the last referral was ASCII throughout. */
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

  /** Notes a field, and returns whether it is there for the first time. */
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

  /** Reads a set that is stated member by member, unless no member is stated. */
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
    if (fact.isFreeText()) {
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

  /** Skips a text of which nothing is kept. */
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

  /** Skips the rest of a text and its quotation mark, up to the first byte that is not plain. */
  private boolean plainText() {
    at = scan.endOfPlain(bytes, at, end);
    if (at == end || bytes[at] != '"') {
      return false;
    }
    at++;
    return true;
  }

  /** The position of the word that is here as a text, or -1. */
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

  /** Skips white space and then a character, and returns whether it was there. */
  private boolean next(char c) {
    if (at < end && bytes[at] <= ' ') { // most bytes are not blank: no call for them
      skipBlanks();
    }
    if (at == end || bytes[at] != c) {
      return false;
    }
    at++;
    return true;
  }

  private void skipBlanks() {
    while (at < end && Scan.isBlank(bytes[at])) {
      at++;
    }
  }

  private String string(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.ISO_8859_1);
  }
}
