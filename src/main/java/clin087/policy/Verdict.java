package clin087.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers that a policy gives.
 *
 * @param index its position in the policy's declarations
 * @param id the word of the output, such as {@code ELIGIBLE}
 * @param label what it means, in a few words for people
 * @param action the next step of the verdict that means "incomplete", whose rule is unknown; empty
 *     for others, whose rules state it
 * @param afterwards what its next step will have made true
 */
public record Verdict(
    int index, String id, Outcome outcome, String label, String action, List<Setting> afterwards) {
  public Verdict {
    afterwards = List.copyOf(afterwards);
  }

  /** A verdict is its declaration: two of them are never the same. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return index;
  }
}
