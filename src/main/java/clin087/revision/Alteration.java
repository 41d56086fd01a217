package clin087.revision;

import java.util.List;

/**
 * What a revision did to one piece of a policy.
 *
 * @param kind such as "rule"
 * @param id which one; empty for the policy itself
 * @param parts what is different about it; all there is, for a piece that was added or removed
 */
public record Alteration(Sort sort, String kind, String id, List<Part> parts) {
  public Alteration {
    parts = List.copyOf(parts);
  }

  /** What happened to the piece. */
  public enum Sort {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    /** The word of the output. */
    public String word() {
      return word;
    }
  }

  /**
   * Something that is said of the piece.
   *
   * @param before what was said; empty for nothing
   * @param after what is said now; empty for nothing
   */
  public record Part(String name, String before, String after) {}
}
