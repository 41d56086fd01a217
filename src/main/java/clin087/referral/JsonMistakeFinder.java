package clin087.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first mistake of a text that is no JSON. A parser knows only what it cannot go on with;
 * this reads the text once more to say what to do.
 */
final class JsonMistakeFinder {
  /** Each reads some of the characters that a piece of JSON begins with, the last all others. */
  private static final List<Pieces> ALL =
      List.of(new JsonBrackets(), new JsonSeparators(), new JsonStrings(), new JsonWords());

  private JsonMistakeFinder() {}

  /** Pieces of JSON of one kind, with the mistakes that people make in writing them. */
  interface Pieces {
    /** Whether one of them begins with a character. */
    boolean beginWith(char c);

    /**
     * Reads the one that begins here, and moves on to what follows it.
     *
     * @param c what it begins with
     * @return null when there is no mistake
     */
    @Nullable JsonMistake read(char c, JsonText text);
  }

  /** The first mistake between two offsets; null when there is none that it knows. */
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
