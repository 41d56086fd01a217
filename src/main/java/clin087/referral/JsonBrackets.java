package clin087.referral;

import clin087.referral.JsonMistakeFinder.Pieces;
import clin087.referral.JsonText.Bracket;
import clin087.referral.JsonText.Expected;
import org.jspecify.annotations.Nullable;

/** Finds brackets that are not closed, closed by the wrong bracket, or out of place. */
final class JsonBrackets implements Pieces {
  @Override
  public boolean beginWith(char c) {
    return c == '{' || c == '[' || c == '}' || c == ']';
  }

  @Override
  public @Nullable JsonMistake read(char c, JsonText text) {
    return c == '{' || c == '[' ? opened(c, text) : closed(c, text);
  }

  /**
   * The mistake of the innermost bracket that is open at the end of the text; null if there is
   * none.
   */
  static @Nullable JsonMistake notClosed(JsonText text) {
    Bracket last = text.open.peek();
    if (last == null) {
      return null;
    }
    String what =
        last.opening() == '{' ? "the object that begins with '{'" : "the list that begins with '['";
    return new JsonMistake(
        text.to,
        what + " at " + JsonMistake.PLACE + " is not closed; add '" + last.closing() + "'",
        last.offset());
  }

  private static @Nullable JsonMistake opened(char c, JsonText text) {
    if (text.expected == Expected.COMMA_OR_END) {
      return text.wrong("a comma is missing before this");
    }
    if (text.expected == Expected.COLON) {
      return text.wrong("a colon is missing before this");
    }
    if (text.expected.isName()) {
      return text.wrong(JsonStrings.NAME_EXPECTED);
    }
    text.open.push(new Bracket(c, text.at));
    return text.passed(c == '{' ? Expected.NAME_OR_END : Expected.VALUE_OR_END);
  }

  private static @Nullable JsonMistake closed(char c, JsonText text) {
    Bracket last = text.open.peek();
    if (last == null) {
      return text.wrong("this closes nothing that was opened");
    }
    if (c != last.closing()) {
      String message = "expected '" + last.closing() + "', which closes the '" + last.opening();
      return new JsonMistake(text.at, message + "' at " + JsonMistake.PLACE, last.offset());
    }
    Expected expected = text.expected;
    if (expected == Expected.NAME || (expected == Expected.VALUE && c == ']')) {
      return new JsonMistake(
          text.at,
          "there is one comma too many; remove the one at " + JsonMistake.PLACE,
          text.lastComma);
    }
    if (expected == Expected.VALUE) {
      return text.wrong("a value is missing after the colon; write null where nothing is known");
    }
    if (expected == Expected.COLON) {
      return text.wrong("a colon and a value are missing after the name");
    }
    text.open.pop();
    text.endValue(1);
    return null;
  }
}
