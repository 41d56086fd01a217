package clin087.policy;

import java.util.List;

/** One of the answers that a policy gives: two of them are never the same. */
public final class Verdict {
  private final int index;
  private final String id;
  private final Outcome outcome;
  private final String label;
  private final String action;
  private final List<Setting> afterwards;

  public Verdict(
      int index,
      String id,
      Outcome outcome,
      String label,
      String action,
      List<Setting> afterwards) {
    this.index = index;
    this.id = id;
    this.outcome = outcome;
    this.label = label;
    this.action = action;
    this.afterwards = List.copyOf(afterwards);
  }

  /** Its position in the policy's declarations. */
  public int index() {
    return index;
  }

  /** The word of the output, such as {@code ELIGIBLE}. */
  public String id() {
    return id;
  }

  /** What becomes of a referral that has it. */
  public Outcome outcome() {
    return outcome;
  }

  /** What it means, in a few words for people. */
  public String label() {
    return label;
  }

  /**
   * The next step of the verdict that means "incomplete", whose rule is unknown; empty for others,
   * whose rules state it.
   */
  public String action() {
    return action;
  }

  /** What its next step will have made true. */
  public List<Setting> afterwards() {
    return afterwards;
  }

  @Override
  public String toString() {
    return id;
  }
}
