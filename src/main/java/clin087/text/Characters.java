package clin087.text;

/** Finds and shows the characters that could mislead a terminal, a spreadsheet or a reader. */
public final class Characters {
  private Characters() {}

  /** Whether a code point is of Unicode's categories Cc or Cf, or a line or paragraph separator. */
  public static boolean isControl(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7F) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Whether a text is empty or only Unicode white space. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
      if (!white) {
        return false;
      }
    }
    return true;
  }

  /** A text without white space around it. Control characters that only look like it stay. */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isWhite(text.charAt(from))) {
      from++;
    }
    while (to > from && isWhite(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether a character is white space, which control characters are not. */
  public static boolean isWhite(char c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= '\u0080' && Character.isSpaceChar(c));
  }

  /** Whether every character is printable ASCII. */
  public static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether any character is a {@linkplain #isControl control character}. */
  public static boolean hasControl(String text) {
    if (isPlain(text)) {
      return false; // most texts are
    }
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isControl(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text has half of a surrogate pair without the other, as only an escape can write it.
   */
  public static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text with the number of each character that a terminal could act on in the character's
   * place.
   */
  public static String visible(String text) {
    if (isPlain(text) || (!hasControl(text) && !hasLoneSurrogate(text))) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isControl(c) || Character.getType(c) == Character.SURROGATE) {
        visible.append("\\u{").append(Integer.toHexString(c)).append('}');
      } else {
        visible.appendCodePoint(c);
      }
    }
    return visible.toString();
  }
}
