package clin087.lint;

import clin087.policy.Clause;
import clin087.policy.Place;
import clin087.policy.Policy;
import clin087.policy.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the clauses of a policy with the text of its document: each quotation has to be word for
 * word, and nothing of the document may be left out.
 */
public final class Quotations {
  /** How many words a message quotes. */
  private static final int SHOWN = 8;

  private final SourceText source;
  private final BitSet quoted = new BitSet();
  private final List<Finding> findings = new ArrayList<>();

  private Quotations(SourceText source) {
    this.source = source;
  }

  /** The findings of the comparison. */
  public static List<Finding> of(Policy policy, SourceText source) {
    Quotations quotations = new Quotations(source);
    for (Section section : policy.sections()) {
      section.clauses().forEach(quotations::find);
    }
    quotations.reportUnquoted();
    return quotations.findings;
  }

  private void find(Clause clause) {
    for (String paragraph : clause.paragraphs()) {
      find(clause, SourceText.words(paragraph));
    }
  }

  private void find(Clause clause, List<String> words) {
    int at = -1;
    for (int from = 0; from + words.size() <= source.size(); from++) {
      // the document may have the same words twice, for two clauses
      if (matched(words, from) == words.size() && (at < 0 || quoted.get(at))) {
        at = from;
      }
    }
    if (at >= 0) {
      quoted.set(at, at + words.size());
    } else {
      findings.add(notQuoted(clause, words));
    }
  }

  /** How many of the words follow one another from a place on. */
  private int matched(List<String> words, int from) {
    int count = 0;
    while (count < words.size()
        && from + count < source.size()
        && words.get(count).equals(source.word(from + count))) {
      count++;
    }
    return count;
  }

  /** How many of the last words of a passage are those of a quotation as long. */
  private int matchedAtEnd(List<String> words, int from) {
    int end = from + words.size();
    int count = 0;
    while (count < words.size()
        && end <= source.size()
        && words.get(words.size() - 1 - count).equals(source.word(end - 1 - count))) {
      count++;
    }
    return count;
  }

  private Finding notQuoted(Clause clause, List<String> words) {
    int nearest = nearest(words);
    int same = matched(words, nearest);
    quoted.set(nearest, Math.min(source.size(), nearest + words.size()));
    String stated = same < words.size() ? "'" + words.get(same) + "'" : "nothing more";
    int there = nearest + same;
    String meant = there < source.size() ? "'" + source.word(there) + "'" : "nothing more";
    return Finding.of(
        FindingKind.NOT_VERBATIM,
        clause,
        "text",
        "The clause "
            + clause.id()
            + " is not in the source word for word. Word "
            + (same + 1)
            + " is "
            + stated
            + "; the nearest passage, on line "
            + source.line(Math.min(there, source.size() - 1))
            + ", has "
            + meant
            + ": \""
            + source.shown(Math.max(nearest, there - SHOWN / 2), SHOWN)
            + "\".");
  }

  /** The beginning of the passage that shares most words with a quotation. */
  private int nearest(List<String> words) {
    Map<String, Integer> lacking = new HashMap<>();
    words.forEach(word -> lacking.merge(word, 1, Integer::sum));
    int best = 0;
    int most = -1;
    int shared = 0;
    int end = 0;
    for (int from = 0; from < source.size(); from++) {
      // the passage moves on by one word, so only its two ends are looked at
      for (; end < Math.min(source.size(), from + words.size()); end++) {
        Integer count = lacking.computeIfPresent(source.word(end), (word, lack) -> lack - 1);
        shared += count != null && count >= 0 ? 1 : 0;
      }
      int likeness = shared + matched(words, from) + matchedAtEnd(words, from);
      if (likeness > most) {
        most = likeness;
        best = from;
      }
      Integer count = lacking.computeIfPresent(source.word(from), (word, lack) -> lack + 1);
      shared -= count != null && count > 0 ? 1 : 0;
    }
    return best;
  }

  private void reportUnquoted() {
    int first = quoted.nextSetBit(0);
    for (int word = quoted.nextClearBit(0); word < source.size(); ) {
      int end = source.paragraphEnd(word);
      int next = quoted.nextSetBit(word);
      end = next < 0 ? end : Math.min(end, next);
      if (source.isHeading(word)) {
        // a clause may quote a heading, but does not have to
        word = quoted.nextClearBit(end);
        continue;
      }
      // everything before the first clause is the title page
      boolean front = first < 0 || word < first;
      Place at = new Place(source.name(), source.line(word), 1);
      findings.add(
          Finding.of(
                  FindingKind.NOT_QUOTED,
                  at,
                  "",
                  "No clause quotes this passage of the source: \""
                      + source.shown(word, end - word)
                      + "\".")
              .as(front ? Severity.INFORMATION : Severity.WARNING));
      word = quoted.nextClearBit(end);
    }
  }
}
