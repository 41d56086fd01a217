package clin087.referral;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first mistake of a text that is no JSON, in words for a person who has never heard of JSON. A
 * parser knows only what it cannot go on with; this reads the text once more to say what to do.
 */
final class JsonMistake {
  /** Stands in a message for where something began. */
  static final String PLACE = "{place}";

  private static final String TYPOGRAPHIC = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02";
  private static final String SINGLE = "'`\u2018\u2019\u201A\u201B\u00B4";
  private static final Map<String, String> WORDS =
      Map.of(
          "yes",
          "true",
          "no",
          "false",
          "none",
          "null",
          "nil",
          "null",
          "undefined",
          "null",
          "true",
          "true",
          "false",
          "false",
          "null",
          "null",
          "n/a",
          "null",
          "nan",
          "null");

  /** What may stand next. */
  private enum Expected {
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    COLON,
    COMMA_OR_END,
    END
  }

  /** Something that was opened and not yet closed. */
  private record Open(char bracket, int offset) {}

  private final byte[] bytes;
  private final int to;
  private final Deque<Open> open = new ArrayDeque<>();
  private Expected expected = Expected.VALUE;
  private int at;

  /** Where the comma, or the text, before this one stands. */
  private int lastComma = -1;

  private int lastText = -1;

  private JsonMistake(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    this.at = from;
  }

  /**
   * A mistake that was found.
   *
   * @param offset where it stands among the bytes
   * @param began where what is not closed began; -1 where the message does not ask for it
   */
  record Found(int offset, String message, int began) {}

  /** The first mistake between two offsets; null when there is none that it knows. */
  static @Nullable Found find(byte[] bytes, int from, int to) {
    return new JsonMistake(bytes, from, to).find();
  }

  private @Nullable Found find() {
    while (true) {
      while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || isLineEnd(bytes[at]))) {
        at++;
      }
      if (at == to) {
        return ended();
      }
      Found found = step((char) (bytes[at] & 0xFF));
      if (found != null) {
        return found;
      }
    }
  }

  private @Nullable Found ended() {
    if (open.isEmpty()) {
      return null;
    }
    Open last = open.peek();
    String what =
        last.bracket == '{' ? "the object that begins with '{'" : "the list that begins with '['";
    return new Found(
        to, what + " at " + PLACE + " is not closed; add '" + closing(last) + "'", last.offset);
  }

  private static char closing(Open bracket) {
    return bracket.bracket == '{' ? '}' : ']';
  }

  private @Nullable Found step(char c) {
    if (expected == Expected.END) {
      return wrong(
          "this is after the end of the referral; a file holds one, or a list of them in [ ] with commas between them, and a .ndjson file one on each line");
    }
    return switch (c) {
      case '{', '[' -> opened(c);
      case '}', ']' -> closed(c);
      case ',' -> comma();
      case ':' -> colon();
      case '"' -> text();
      default -> other(c);
    };
  }

  private @Nullable Found opened(char c) {
    if (expected == Expected.COMMA_OR_END) {
      return wrong("a comma is missing before this");
    }
    if (expected != Expected.VALUE && expected != Expected.VALUE_OR_END) {
      return wrong(expected == Expected.COLON ? "a colon is missing before this" : nameExpected());
    }
    open.push(new Open(c, at));
    expected = c == '{' ? Expected.NAME_OR_END : Expected.VALUE_OR_END;
    at++;
    return null;
  }

  private @Nullable Found closed(char c) {
    Open last = open.peek();
    if (last == null) {
      return wrong("this closes nothing that was opened");
    }
    if (c != closing(last)) {
      String message = "expected '" + closing(last) + "', which closes the '" + last.bracket;
      return new Found(at, message + "' at " + PLACE, last.offset);
    }
    boolean afterComma = expected == Expected.NAME || (expected == Expected.VALUE && c == ']');
    if (afterComma) {
      return new Found(at, "a comma too many: take away the one at " + PLACE, lastComma);
    }
    if (expected == Expected.VALUE) {
      return wrong("a value is missing after the colon; write null where nothing is known");
    }
    if (expected == Expected.COLON) {
      return wrong("a colon and a value are missing after the name");
    }
    open.pop();
    valueEnded();
    at++;
    return null;
  }

  private @Nullable Found comma() {
    switch (expected) {
      case COMMA_OR_END -> {
        lastComma = at;
        expected = object() ? Expected.NAME : Expected.VALUE;
        at++;
        return null;
      }
      case COLON -> {
        return wrong("a colon and a value are missing before this comma");
      }
      case VALUE -> {
        return wrong(
            object()
                ? "a value is missing before this comma; write null where nothing is known"
                : "a comma too many: take it away");
      }
      default -> {
        return wrong("a comma too many: take it away");
      }
    }
  }

  private boolean object() {
    Open last = open.peek();
    return last != null && last.bracket == '{';
  }

  private @Nullable Found colon() {
    if (expected == Expected.COLON) {
      expected = Expected.VALUE;
      at++;
      return null;
    }
    return wrong("a colon belongs between a name and its value only");
  }

  private String nameExpected() {
    return "expected a name in double quotation marks, such as \"reference\"";
  }

  private @Nullable Found text() {
    int start = at;
    boolean isValue = expected == Expected.VALUE || expected == Expected.VALUE_OR_END;
    boolean isName = expected == Expected.NAME || expected == Expected.NAME_OR_END;
    if (!isValue && !isName) {
      return misplacedText();
    }
    int end = start + 1;
    while (end < to && bytes[end] != '"') {
      if (bytes[end] >= 0 && bytes[end] < ' ') {
        at = end;
        return isLineEnd(bytes[end])
            ? new Found(
                end,
                "the text that begins at "
                    + PLACE
                    + " is not closed on its line; add a quotation mark, or write \\n for a new line in it",
                start)
            : wrong(
                "a tab or another control character in a text; write a space, or \\t for a tab");
      }
      if (bytes[end] == '\\') {
        if (end + 1 < to && "\"\\/bfnrtu".indexOf(bytes[end + 1]) < 0) {
          at = end;
          return wrong("a backslash in a text is written twice: \\\\");
        }
        end++;
      }
      end++;
    }
    if (end >= to) {
      return new Found(
          to, "the text that begins at " + PLACE + " is not closed; add a quotation mark", start);
    }
    lastText = start;
    at = end + 1;
    if (isName) {
      expected = Expected.COLON;
    } else {
      valueEnded();
    }
    return null;
  }

  private Found misplacedText() {
    Found swallowed = typographicBefore();
    if (swallowed != null) {
      return swallowed;
    }
    return wrong(
        expected == Expected.COLON
            ? "a colon is missing before this"
            : "a comma is missing before this, or a quotation mark inside a text has no backslash before it (\\\")");
  }

  /** A typographic mark in the text before this one, which was meant to close or open it. */
  private @Nullable Found typographicBefore() {
    if (lastText < 0) {
      return null;
    }
    String text = new String(bytes, lastText, at - lastText, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      if (TYPOGRAPHIC.indexOf(text.charAt(i)) >= 0) {
        int offset = lastText + text.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
        return new Found(offset, typographic(), -1);
      }
    }
    return null;
  }

  private static String typographic() {
    return "a typographic quotation mark, as word processors make them; JSON knows the straight one only: \"";
  }

  private @Nullable Found other(char c) {
    String word = word();
    int first = word.isEmpty() ? c : word.codePointAt(0);
    if (word.startsWith("//") || word.startsWith("/*") || c == '#') {
      return wrong("JSON has no comments; take this away");
    }
    if (TYPOGRAPHIC.indexOf(first) >= 0) {
      return wrong(typographic());
    }
    if (SINGLE.indexOf(first) >= 0) {
      return wrong("single quotation marks; JSON knows double ones only: \"");
    }
    if (expected == Expected.COLON || expected == Expected.COMMA_OR_END) {
      Found swallowed = typographicBefore();
      if (swallowed != null) {
        return swallowed;
      }
    }
    return switch (expected) {
      case NAME, NAME_OR_END ->
          wrong(
              Character.isLetter(first) || c == '_'
                  ? "a name is written in double quotation marks"
                  : nameExpected());
      case COLON ->
          wrong(
              c == '=' ? "expected a colon, not an equals sign" : "a colon is missing before this");
      case COMMA_OR_END ->
          wrong(
              c == ';'
                  ? "expected a comma, not a semicolon"
                  : "a comma is missing before this, or a quotation mark inside a text has no backslash before it (\\\")");
      case VALUE, VALUE_OR_END -> value(c, word);
      case END -> wrong("this is after the end");
    };
  }

  /** A number or one of three words; null for what is right. */
  private @Nullable Found value(char c, String word) {
    if (word.equals("true") || word.equals("false") || word.equals("null") || isNumber(word)) {
      at += word.length();
      valueEnded();
      return null;
    }
    String meant = WORDS.get(word.toLowerCase(Locale.ROOT));
    if (meant != null) {
      return wrong("write " + meant + ", in small letters and without quotation marks");
    }
    if (Character.isDigit(c) || c == '-' || c == '+' || c == '.') {
      return wrong(
          word.indexOf('/') > 0 || word.lastIndexOf('-') > 0
              ? "a date is written in quotation marks, \"YYYY-MM-DD\""
              : "this is no number as JSON writes them, such as 42 or 0.5");
    }
    if (c == '<') {
      return wrong("this seems to be a web page or XML, not JSON");
    }
    return wrong(
        Character.isLetter(word.isEmpty() ? c : word.codePointAt(0))
            ? "a text is written in double quotation marks; true, false, null and numbers without"
            : "this is not JSON from here");
  }

  private static boolean isNumber(String word) {
    return word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  }

  /** What stands here, to the next white space, bracket, comma, colon or quotation mark. */
  private String word() {
    int end = at;
    while (end < to && end - at < 200 && " \t\r\n,:\"{}[]".indexOf(bytes[end]) < 0) {
      end++;
    }
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }

  private void valueEnded() {
    expected = open.isEmpty() ? Expected.END : Expected.COMMA_OR_END;
  }

  private Found wrong(String message) {
    return new Found(at, message, -1);
  }

  private static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }
}
