package clin087.policy;

import java.util.List;

/** An answer that a policy gives. Verdicts are compared by identity. */
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

  /** Its name in the output, such as {@code ELIGIBLE}. */
  public String id() {
    return id;
  }

  /** What it means for the next step. */
  public Outcome outcome() {
    return outcome;
  }

  /** Its meaning for people, in a few words. */
  public String label() {
    return label;
  }

  /**
   * The next step of the verdict for missing facts, for which no rule gives one; empty for others.
   */
  public String action() {
    return action;
  }

  /** What will be true once its next step is done. */
  public List<Setting> afterwards() {
    return afterwards;
  }

  @Override
  public String toString() {
    return id;
  }
}
