package clin087.lint;

import clin087.policy.Clause;
import clin087.policy.Place;
import clin087.policy.Policy;
import clin087.policy.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares the clauses of a policy with the text of its document: each quotation has to be word for
 * word, and nothing of the document may be left out.
 */
public final class Quotations {
  /** How many words a message quotes. */
  private static final int SHOWN = 8;

  private final SourceText source;
  private final List<String> text;
  private final BitSet quoted = new BitSet();
  private final List<Finding> findings = new ArrayList<>();

  private Quotations(SourceText source) {
    this.source = source;
    this.text = IntStream.range(0, source.size()).mapToObj(source::word).toList();
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
    int[] matched = matched(words, text);
    int at = -1;
    for (int from = 0; from + words.size() <= text.size(); from++) {
      // the document may have the same words twice, for two clauses
      if (matched[from] == words.size() && (at < 0 || quoted.get(at))) {
        at = from;
      }
    }
    if (at >= 0) {
      quoted.set(at, at + words.size());
    } else {
      findings.add(notQuoted(clause, words, matched));
    }
  }

  /**
   * How many of the words follow one another from each place of a text on.
   *
   * @see <a href="https://doi.org/10.1017/CBO9780511574931">Gusfield, Algorithms on Strings, Trees
   *     and Sequences, section 1.4</a>
   */
  private static int[] matched(List<String> words, List<String> text) {
    List<String> all = new ArrayList<>(words);
    all.addAll(text);
    int[] lengths = new int[all.size()];
    int begin = 0; // of the passage that is like the beginning of the words and ends last
    int end = 0;
    for (int i = 1; i < lengths.length; i++) {
      int length = i < end ? Math.min(end - i, lengths[i - begin]) : 0;
      while (length < words.size()
          && i + length < lengths.length
          && all.get(length).equals(all.get(i + length))) {
        length++;
      }
      lengths[i] = length;
      if (i + length > end) {
        begin = i;
        end = i + length;
      }
    }
    return Arrays.copyOfRange(lengths, words.size(), lengths.length);
  }

  private Finding notQuoted(Clause clause, List<String> words, int[] matched) {
    int nearest = nearest(words, matched);
    int same = matched[nearest];
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
  private int nearest(List<String> words, int[] matched) {
    int[] matchedAtEnd = matched(reversed(words), reversed(text));
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
      int rest = text.size() - from - words.size();
      int likeness = shared + matched[from] + (rest < 0 ? 0 : matchedAtEnd[rest]);
      if (likeness > most) {
        most = likeness;
        best = from;
      }
      Integer count = lacking.computeIfPresent(source.word(from), (word, lack) -> lack + 1);
      shared -= count != null && count > 0 ? 1 : 0;
    }
    return best;
  }

  private static List<String> reversed(List<String> words) {
    List<String> reversed = new ArrayList<>(words);
    Collections.reverse(reversed);
    return reversed;
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
