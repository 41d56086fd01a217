package clin087.words;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition in plain English, laid out as the policy lays it out: one comparison, or a list with
 * its bullets.
 *
 * @param words of a comparison, or what a list asks of its bullets, such as "at least 2 of"
 * @param clause the clause that a bullet stands for, where it has one of its own
 * @param parts the bullets of a list; empty for a comparison
 */
public record Phrase(String words, @Nullable String clause, List<Phrase> parts) {
  public Phrase {
    parts = List.copyOf(parts);
  }

  /** Whether it or one of its bullets stands for a clause. */
  public boolean cites(String id) {
    return id.equals(clause) || parts.stream().anyMatch(part -> part.cites(id));
  }

  /** All of it in one line. */
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

  /** Words with a capital in front. */
  public static String sentence(String words) {
    int first = words.isEmpty() ? 0 : words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }
}
