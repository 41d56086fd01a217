package clin087.reading;

import java.util.Locale;

/** Finds the known name that a wrong one most likely meant. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** "; did you mean 'x'?", or the names to choose from when none is near. */
  public static String hint(String wrong, Iterable<String> known) {
    if (!known.iterator().hasNext()) {
      return "; there is none";
    }
    String nearest = to(wrong, known);
    return nearest.isEmpty()
        ? "; expected " + String.join(", ", known)
        : "; did you mean '" + nearest + "'?";
  }

  /** The nearest of the known names; empty when none is near. */
  public static String to(String wrong, Iterable<String> known) {
    String nearest = "";
    String lower = wrong.length() > LONGEST ? "" : plain(wrong);
    int least = Math.max(1, lower.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(lower, plain(name));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /** A name of a document, cut so that a message stays readable. */
  static String shorten(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "...";
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
