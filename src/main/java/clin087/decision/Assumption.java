package clin087.decision;

import clin087.policy.Fact;

/** A fact that the referral does not state, and the value that is assumed for it. */
public record Assumption(Fact fact, long value, By by) {
  /** Who makes the assumption. */
  public enum By {
    POLICY("policy"),
    OPTION("option");

    private final String word;

    By(String word) {
      this.word = word;
    }

    /** The word for it in the output. */
    public String word() {
      return word;
    }
  }
}
