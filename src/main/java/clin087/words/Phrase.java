package clin087.words;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition in plain English, laid out as in the policy: one comparison, or a list with its
 * bullets.
 *
 * @param words the words of a comparison, or of the kind of list, such as "at least 2 of"
 * @param clause the clause that a bullet encodes, if it has one of its own
 * @param parts the bullets of a list; empty for a comparison
 */
public record Phrase(String words, @Nullable String clause, List<Phrase> parts) {
  public Phrase {
    parts = List.copyOf(parts);
  }

  /** Whether it or one of its bullets encodes a clause. */
  public boolean cites(String id) {
    return id.equals(clause) || parts.stream().anyMatch(part -> part.cites(id));
  }

  /** The whole condition in one line. */
  String line() {
    if (parts.isEmpty()) {
      return words;
    }
    StringBuilder line = new StringBuilder(words).append(": ");
    for (int i = 0; i < parts.size(); i++) {
      Phrase part = parts.get(i);
      line.append(i == 0 ? "" : "; ");
      line.append(part.parts.isEmpty() ? part.words : "(" + part.line() + ")");
    }
    return line.toString();
  }

  /** The words with a capital first letter. */
  public static String sentence(String words) {
    int first = words.isEmpty() ? 0 : words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }
}
