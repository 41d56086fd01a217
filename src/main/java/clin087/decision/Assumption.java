package clin087.decision;

import clin087.policy.Fact;

/** A fact that the referral does not state, and the value that it is taken to have. */
public record Assumption(Fact fact, long value, By by) {
  /** Who says so. */
  public enum By {
    POLICY("policy"),
    OPTION("option");

    private final String word;

    By(String word) {
      this.word = word;
    }

    /** The word of the output. */
    public String word() {
      return word;
    }
  }
}
