package clin087.report;

import clin087.text.Characters;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Escapes control characters beyond ASCII too, which JSON would allow, so that a terminal shows all
 * text as it is.
 */
final class JsonText extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  /** Makes the generators of all JSON that the program writes. */
  static final JsonFactory FACTORY = JsonFactory.builder().characterEscapes(new JsonText()).build();

  private static final char DELETE = 0x7F;

  private final int[] ascii = standardAsciiEscapesForJSON();

  private JsonText() {
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return isEscaped((char) c)
        ? new SerializedString("\\u" + Integer.toHexString(c + 0x10000).substring(1))
        : null;
  }

  /**
   * Jackson asks for the first half of a pair of surrogates; for the second only if the first is
   * escaped.
   */
  private static boolean isEscaped(char c) {
    return Character.isHighSurrogate(c)
        ? beginsControl(c)
        : Character.isLowSurrogate(c) || Characters.isControl(c);
  }

  private static boolean beginsControl(char high) {
    for (int low = Character.MIN_LOW_SURROGATE; low <= Character.MAX_LOW_SURROGATE; low++) {
      if (Characters.isControl(Character.toCodePoint(high, (char) low))) {
        return true;
      }
    }
    return false;
  }
}
