package clin087.report;

import clin087.text.Characters;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that a terminal shows as it is: control characters beyond ASCII, which JSON lets stand, are
 * escaped too, and so is every half of a surrogate pair, since one alone has no UTF-8.
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
    return Character.isSurrogate((char) c) || Characters.isControl(c)
        ? new SerializedString("\\u" + Integer.toHexString(c + 0x10000).substring(1))
        : null;
  }
}
