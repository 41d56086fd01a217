package clin087.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.StringTokenizer;

/** Compares two texts word by word: which words were kept, removed and added, in order. */
public final class Wording {
  /** The most pairs of words; longer texts count as wholly different. */
  private static final int MOST = 1 << 24;

  private Wording() {}

  /** What happened to words. */
  public enum Fate {
    KEPT("kept"),
    REMOVED("removed"),
    ADDED("added");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    /** The word for it in the output. */
    public String word() {
      return word;
    }
  }

  /** Words in a row with the same fate. */
  public record Run(Fate fate, String text) {}

  /** The runs of two texts; removed words come before those that replace them. */
  public static List<Run> of(String before, String after) {
    String[] old = words(before);
    String[] now = words(after);
    List<Growing> runs = new ArrayList<>();
    if ((long) old.length * now.length > MOST) {
      add(runs, Fate.REMOVED, before);
      add(runs, Fate.ADDED, after);
      return grown(runs);
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i].equals(now[j])) {
        add(runs, Fate.KEPT, now[j++]);
        i++;
      } else if (j == now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
        add(runs, Fate.REMOVED, old[i++]);
      } else {
        add(runs, Fate.ADDED, now[j++]);
      }
    }
    return grown(runs);
  }

  /** A run to which words are added; joining texts would take quadratic time. */
  private record Growing(Fate fate, StringJoiner words) {}

  private static List<Run> grown(List<Growing> runs) {
    List<Run> grown = new ArrayList<>();
    for (Growing run : runs) {
      grown.add(new Run(run.fate(), run.words().toString()));
    }
    return grown;
  }

  private static String[] words(String text) {
    StringTokenizer tokens = new StringTokenizer(text);
    String[] words = new String[tokens.countTokens()];
    for (int i = 0; i < words.length; i++) {
      words[i] = tokens.nextToken();
    }
    return words;
  }

  /**
   * For each pair of positions, the length of the longest common sequence of the words from there
   * on.
   */
  private static int[][] common(String[] old, String[] now) {
    int[][] common = new int[old.length + 1][now.length + 1];
    for (int i = old.length - 1; i >= 0; i--) {
      for (int j = now.length - 1; j >= 0; j--) {
        common[i][j] =
            old[i].equals(now[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Growing> runs, Fate fate, String words) {
    int last = runs.size() - 1;
    if (words.isEmpty()) {
      return;
    }
    if (last < 0 || runs.get(last).fate() != fate) {
      runs.add(new Growing(fate, new StringJoiner(" ")));
      last++;
    }
    runs.get(last).words().add(words);
  }
}
