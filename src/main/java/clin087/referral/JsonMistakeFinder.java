package clin087.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first mistake in a text that is not JSON. A parser knows only where it cannot go on;
 * this reads the text again to say what to do.
 */
final class JsonMistakeFinder {
  /**
   * The readers of the kinds of piece, told apart by their first character; the last accepts any.
   */
  private static final List<Pieces> ALL =
      List.of(new JsonBrackets(), new JsonSeparators(), new JsonStrings(), new JsonWords());

  private JsonMistakeFinder() {}

  /** Reads pieces of JSON of one kind, and knows the mistakes that people make in them. */
  interface Pieces {
    /** Whether a piece of this kind begins with a character. */
    boolean beginWith(char c);

    /**
     * Reads the piece that begins here, and moves on after it.
     *
     * @param c its first character
     * @return null if there is no mistake
     */
    @Nullable JsonMistake read(char c, JsonText text);
  }

  /** The first mistake between two offsets; null if there is no known one. */
  static @Nullable JsonMistake find(byte[] bytes, int from, int to) {
    JsonText text = new JsonText(bytes, from, to);
    JsonMistake found = null;
    while (found == null && text.skipBlanks()) {
      found = next(text);
    }
    return found == null ? JsonBrackets.notClosed(text) : found;
  }

  private static @Nullable JsonMistake next(JsonText text) {
    if (text.expected == JsonText.Expected.END) {
      return text.wrong(
          "this is after the end of the referral; a file holds one, or a list of them in [ ] with"
              + " commas between them, and a .ndjson file one on each line");
    }
    char c = text.character();
    for (Pieces pieces : ALL) {
      if (pieces.beginWith(c)) {
        return pieces.read(c, text);
      }
    }
    throw new IllegalStateException("the last kind of piece begins with any character");
  }
}
