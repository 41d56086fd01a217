package clin087.referral;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The state of reading a text that should be JSON: the position, the open brackets, and what may
 * come next.
 */
final class JsonText {
  private static final int LONGEST_WORD = 200;

  /** What may come next. */
  enum Expected {
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    COLON,
    COMMA_OR_END,
    END;

    boolean isValue() {
      return this == VALUE || this == VALUE_OR_END;
    }

    boolean isName() {
      return this == NAME || this == NAME_OR_END;
    }
  }

  /** A bracket that is not closed yet. */
  record Bracket(char opening, int offset) {
    char closing() {
      return opening == '{' ? '}' : ']';
    }
  }

  final byte[] bytes;
  final int to;
  final Deque<Bracket> open = new ArrayDeque<>();
  Expected expected = Expected.VALUE;
  int at;

  /** The offset of the last comma; -1 before the first. */
  int lastComma = -1;

  /** The offset of the last string; -1 before the first. */
  int lastString = -1;

  JsonText(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    this.at = from;
  }

  /** Skips white space, and returns whether anything follows it. */
  boolean skipBlanks() {
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || isLineEnd(bytes[at]))) {
      at++;
    }
    return at < to;
  }

  static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /** The current byte, as a character. */
  char character() {
    return (char) (bytes[at] & 0xFF);
  }

  /** The text from here to the next white space, bracket, comma, colon or quotation mark. */
  String word() {
    int end = at;
    while (end < to && end - at < LONGEST_WORD && " \t\r\n,:\"{}[]".indexOf(bytes[end]) < 0) {
      end++;
    }
    return string(at, end);
  }

  String string(int from, int end) {
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  boolean isInObject() {
    Bracket last = open.peek();
    return last != null && last.opening() == '{';
  }

  /** Moves past so many bytes, which end a value. */
  void endValue(int length) {
    at += length;
    expected = open.isEmpty() ? Expected.END : Expected.COMMA_OR_END;
  }

  /** Moves past a bracket, a comma or a colon. */
  @Nullable JsonMistake passed(Expected next) {
    at++;
    expected = next;
    return null;
  }

  /** A mistake at this place. */
  JsonMistake wrong(String message) {
    return new JsonMistake(at, message);
  }
}
