package clin087.referral;

import clin087.referral.JsonMistakeFinder.Pieces;
import clin087.referral.JsonText.Expected;
import org.jspecify.annotations.Nullable;

/** Finds commas and colons that are too many or out of place. */
final class JsonSeparators implements Pieces {
  @Override
  public boolean beginWith(char c) {
    return c == ',' || c == ':';
  }

  @Override
  public @Nullable JsonMistake read(char c, JsonText text) {
    return c == ',' ? comma(text) : colon(text);
  }

  private static @Nullable JsonMistake comma(JsonText text) {
    if (text.expected == Expected.COMMA_OR_END) {
      text.lastComma = text.at;
      return text.passed(text.isInObject() ? Expected.NAME : Expected.VALUE);
    }
    if (text.expected == Expected.COLON) {
      return text.wrong("a colon and a value are missing before this comma");
    }
    if (text.expected == Expected.VALUE && text.isInObject()) {
      return text.wrong("a value is missing before this comma; write null where nothing is known");
    }
    return text.wrong("there is one comma too many; remove it");
  }

  private static @Nullable JsonMistake colon(JsonText text) {
    return text.expected == Expected.COLON
        ? text.passed(Expected.VALUE)
        : text.wrong("a colon belongs between a name and its value only");
  }
}
