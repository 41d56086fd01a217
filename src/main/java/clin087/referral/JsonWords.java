package clin087.referral;

import clin087.referral.JsonMistakeFinder.Pieces;
import clin087.referral.JsonText.Expected;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers, true, false, null, and whatever else has no quotation marks. */
final class JsonWords implements Pieces {
  private static final String SINGLE_MARKS = "'`\u2018\u2019\u201A\u201B\u00B4";

  /** What people write instead of JSON's three words. */
  private static final Map<String, String> MEANT =
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

  @Override
  public boolean beginWith(char c) {
    return true;
  }

  @Override
  public @Nullable JsonMistake read(char c, JsonText text) {
    String word = text.word();
    int first = word.isEmpty() ? c : word.codePointAt(0);
    if (word.startsWith("//") || word.startsWith("/*") || c == '#') {
      return text.wrong("JSON has no comments; remove it");
    }
    if (JsonStrings.isTypographic(first)) {
      return text.wrong(JsonStrings.TYPOGRAPHIC);
    }
    if (SINGLE_MARKS.indexOf(first) >= 0) {
      return text.wrong("single quotation marks; JSON accepts only double ones: \"");
    }
    return text.expected.isValue() ? value(c, word, text) : misplaced(c, first, text);
  }

  private static JsonMistake misplaced(char c, int first, JsonText text) {
    if (text.expected.isName()) {
      return text.wrong(
          Character.isLetter(first) || c == '_'
              ? "a name is written in double quotation marks"
              : JsonStrings.NAME_EXPECTED);
    }
    JsonMistake swallowed = JsonStrings.typographicBefore(text);
    if (swallowed != null) {
      return swallowed;
    }
    if (text.expected == Expected.COLON) {
      return text.wrong(
          c == '=' ? "expected a colon, not an equals sign" : "a colon is missing before this");
    }
    return text.wrong(
        c == ';' ? "expected a comma, not a semicolon" : JsonStrings.COMMA_OR_BACKSLASH);
  }

  private static @Nullable JsonMistake value(char c, String word, JsonText text) {
    if (word.equals("true") || word.equals("false") || word.equals("null") || isNumber(word)) {
      text.endValue(word.length());
      return null;
    }
    String meant = MEANT.get(word.toLowerCase(Locale.ROOT));
    if (meant != null) {
      return text.wrong("write " + meant + ", in small letters and without quotation marks");
    }
    if (Character.isDigit(c) || c == '-' || c == '+' || c == '.') {
      return text.wrong(
          word.indexOf('/') > 0 || word.lastIndexOf('-') > 0
              ? "a date is written in quotation marks, \"YYYY-MM-DD\""
              : "this is not a number in JSON, such as 42 or 0.5");
    }
    if (c == '<') {
      return text.wrong("this seems to be a web page or XML, not JSON");
    }
    return text.wrong(
        Character.isLetter(word.isEmpty() ? c : word.codePointAt(0))
            ? "text needs double quotation marks; true, false, null and numbers do not"
            : "this is not JSON from here");
  }

  private static boolean isNumber(String word) {
    return word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  }
}
