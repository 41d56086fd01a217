package clin087.revision;

import java.util.List;

/**
 * What a revision changes in one element of a policy.
 *
 * @param kind such as "rule"
 * @param id the element's identifier; empty for the policy itself
 * @param parts the differences; all parts of an element that was added or removed
 */
public record Alteration(Sort sort, String kind, String id, List<Part> parts) {
  public Alteration {
    parts = List.copyOf(parts);
  }

  /** What happened to the element. */
  public enum Sort {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed");

    private final String word;

    Sort(String word) {
      this.word = word;
    }

    /** The word for it in the output. */
    public String word() {
      return word;
    }
  }

  /**
   * A part of the element that differs.
   *
   * @param before the old text; empty for nothing
   * @param after the new text; empty for nothing
   */
  public record Part(String name, String before, String after) {}
}
