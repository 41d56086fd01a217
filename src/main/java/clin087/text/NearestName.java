package clin087.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the known name that a wrong name most likely means. */
public final class NearestName {
  private static final int LONGEST = 64;

  /** How many names are listed to choose from. */
  private static final int MOST = 12;

  private NearestName() {}

  /** A hint for a message: "; did you mean 'x'?", or the known names if none is near. */
  public static String hint(String wrong, Iterable<String> known) {
    String meant = meant(to(wrong, known));
    if (!meant.isEmpty()) {
      return meant;
    }
    List<String> names = new ArrayList<>();
    known.forEach(names::add);
    if (names.isEmpty()) {
      return "; there is none";
    }
    int more = names.size() - MOST;
    return more > 0
        ? "; expected " + String.join(", ", names.subList(0, MOST)) + " or one of " + more + " more"
        : "; expected " + String.join(", ", names);
  }

  /** A hint at a name that is probably meant; empty if there is none. */
  public static String meant(String name) {
    return name.isEmpty() ? "" : "; did you mean '" + name + "'?";
  }

  /** The nearest of the known names, or one whose last step this is; empty if none is near. */
  public static String to(String wrong, Iterable<String> known) {
    if (wrong.length() > LONGEST) {
      return "";
    }
    String nearest = "";
    String lower = plain(wrong);
    int least = Math.max(1, lower.length() / 3) + 1;
    for (String name : known) {
      boolean lastStep = !lower.isEmpty() && plain(name).endsWith("." + lower);
      int distance = lastStep ? 1 : distance(lower, plain(name));
      boolean closer = distance == least && distance(wrong, name) < distance(wrong, nearest);
      if (distance < least || (closer && !nearest.isEmpty())) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /** A name from a document, cut so that the message remains readable. */
  public static String shorten(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "...";
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replace('_', '-')
        .replace(' ', '-')
        .replace("(", "")
        .replace(")", "");
  }

  /**
   * The optimal string alignment distance: insertions, deletions, substitutions, swaps of
   * neighbours.
   */
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
