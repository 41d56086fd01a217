package clin087.report;

import clin087.text.Characters;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that a terminal shows as it is: control characters beyond ASCII, which JSON lets stand, are
 * escaped like those of ASCII.
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

  /** A pair of surrogates is asked for by its first half; by both where that one is escaped. */
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
