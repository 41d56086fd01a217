package clin087.graph;

import clin087.policy.Rule;
import clin087.words.Phrase;
import clin087.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The text of the boxes of a graph, line by line. */
final class GraphLabels {
  private static final int WIDTH = 48;
  private static final String BULLET = "• ";

  /** Two spaces that neither format folds. */
  private static final String INDENT = "\u00a0\u00a0";

  private final Words words = new Words(null);

  /** The text of a rule: its number, name and clause, then its condition. */
  List<String> question(Rule rule) {
    List<String> lines = new ArrayList<>();
    lines.add("Rule " + rule.number() + ": " + rule.id() + " (" + rule.clause().id() + ")");
    Phrase phrase = words.of(rule.when());
    boolean list = !phrase.parts().isEmpty();
    wrap("", Phrase.sentence(phrase.words()) + (list ? ":" : ""), lines);
    bullets("", phrase.parts(), lines);
    return lines;
  }

  private static void bullets(String indent, List<Phrase> phrases, List<String> lines) {
    for (Phrase phrase : phrases) {
      boolean list = !phrase.parts().isEmpty();
      wrap(indent + BULLET, phrase.words() + (list ? ":" : ""), lines);
      bullets(indent + INDENT, phrase.parts(), lines);
    }
  }

  /** The text of a rule's verdict. */
  List<String> answer(Rule rule) {
    List<String> lines = new ArrayList<>();
    lines.add(rule.verdict().id() + " (" + rule.verdict().outcome().word() + ")");
    wrap("", rule.verdict().label(), lines);
    return lines;
  }

  private static void wrap(String marker, String text, List<String> lines) {
    StringBuilder line = new StringBuilder(marker);
    int margin = marker.length();
    for (String word : text.split(" ", -1)) {
      if (line.length() > margin && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("\u00a0".repeat(margin));
      }
      line.append(line.length() > margin ? " " : "").append(word);
    }
    lines.add(line.toString());
  }
}
