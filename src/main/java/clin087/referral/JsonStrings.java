package clin087.referral;

import clin087.referral.JsonMistakeFinder.Pieces;
import clin087.referral.JsonText.Expected;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds names and texts that are not closed, or that contain characters which are not allowed. */
final class JsonStrings implements Pieces {
  static final String NAME_EXPECTED =
      "expected a name in double quotation marks, such as \"reference\"";

  static final String COMMA_OR_BACKSLASH =
      "a comma is missing before this, or a quotation mark inside a text has no backslash before it"
          + " (\\\")";

  static final String TYPOGRAPHIC =
      "a typographic quotation mark, as word processors make them; JSON accepts only straight"
          + " ones: \"";

  /** How many digits follow {@code \\u} (RFC 8259, section 7). */
  private static final int HEX_DIGITS = 4;

  private static final String TYPOGRAPHIC_MARKS =
      "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02";

  @Override
  public boolean beginWith(char c) {
    return c == '"';
  }

  @Override
  public @Nullable JsonMistake read(char c, JsonText text) {
    if (!text.expected.isValue() && !text.expected.isName()) {
      return misplaced(text);
    }
    int start = text.at;
    int end = start + 1;
    while (end < text.to && text.bytes[end] != '"') {
      JsonMistake wrong = character(text, start, end);
      if (wrong != null) {
        return wrong;
      }
      end += text.bytes[end] == '\\' ? 2 : 1;
    }
    if (end >= text.to) {
      String message =
          "the text that begins at " + JsonMistake.PLACE + " is not closed; add a quotation mark";
      return new JsonMistake(text.to, message, start);
    }
    text.lastString = start;
    boolean isName = text.expected.isName();
    text.endValue(end + 1 - start);
    if (isName) {
      text.expected = Expected.COLON;
    }
    return null;
  }

  /** The mistake at a character of the string that begins at an offset; null if there is none. */
  private static @Nullable JsonMistake character(JsonText text, int start, int at) {
    byte b = text.bytes[at];
    if (JsonText.isLineEnd(b)) {
      String message =
          "the text that begins at "
              + JsonMistake.PLACE
              + " is not closed on its line; add a quotation mark, or write \\n for a new line in"
              + " it";
      return new JsonMistake(at, message, start);
    }
    if (b >= 0 && b < ' ') {
      return new JsonMistake(
          at, "a tab or another control character in a text; write a space, or \\t for a tab");
    }
    return b == '\\' && at + 1 < text.to && !isEscape(text, at + 1)
        ? new JsonMistake(at, "a backslash in a text is written twice: \\\\")
        : null;
  }

  /** Whether what follows a backslash makes an escape with it, or ends too early to tell. */
  private static boolean isEscape(JsonText text, int at) {
    if (text.bytes[at] != 'u') {
      return "\"\\/bfnrt".indexOf(text.bytes[at]) >= 0;
    }
    for (int i = at + 1; i < Math.min(at + 1 + HEX_DIGITS, text.to); i++) {
      if (Character.digit(text.bytes[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static JsonMistake misplaced(JsonText text) {
    JsonMistake swallowed = typographicBefore(text);
    if (swallowed != null) {
      return swallowed;
    }
    return text.wrong(
        text.expected == Expected.COLON ? "a colon is missing before this" : COMMA_OR_BACKSLASH);
  }

  static boolean isTypographic(int mark) {
    return TYPOGRAPHIC_MARKS.indexOf(mark) >= 0;
  }

  /**
   * The mistake of a typographic quotation mark in the string before this, which was meant to close
   * or open it; null if there is none.
   */
  static @Nullable JsonMistake typographicBefore(JsonText text) {
    if (text.lastString < 0) {
      return null;
    }
    String before = text.string(text.lastString, text.at);
    for (int i = 0; i < before.length(); i++) {
      if (isTypographic(before.charAt(i))) {
        int bytes = before.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
        return new JsonMistake(text.lastString + bytes, TYPOGRAPHIC);
      }
    }
    return null;
  }
}
