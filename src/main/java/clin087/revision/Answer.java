package clin087.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of referrals.
 *
 * @param verdict its identifier
 * @param open whether it is the one for missing facts
 * @param clauses those that decide in some completion, in the order of the rules; empty for an open
 *     verdict
 */
public record Answer(String verdict, boolean open, List<String> clauses) {
  public Answer {
    clauses = List.copyOf(clauses);
  }

  // written out because Java takes 30 ms, a third of a whole check, to link those of a record

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Answer answer
        && verdict.equals(answer.verdict)
        && open == answer.open
        && clauses.equals(answer.clauses);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * verdict.hashCode() + Boolean.hashCode(open)) + clauses.hashCode();
  }

  /** Whether the verdict is another. */
  boolean differs(Answer other) {
    return !verdict.equals(other.verdict) || open != other.open;
  }
}
