package clin087.proof;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in facts that stated facts state as well. */
public final class ImpliedFacts {
  private ImpliedFacts() {}

  /** Two facts that contradict each other: stating one states another value of the other. */
  public record Contradiction(Fact fact, Setting states) {}

  /**
   * Fills in what the stated facts state as well.
   *
   * @param stated the code of each of the policy's facts, by its index; completed in place
   * @return a contradiction; null if there is none
   */
  public static @Nullable Contradiction complete(Policy policy, long[] stated) {
    for (Fact fact : policy.facts()) {
      if (stated[fact.index()] != Fact.UNSTATED) {
        List<Setting> contradicted = fact.complete(stated, policy.facts());
        if (!contradicted.isEmpty()) {
          return new Contradiction(fact, contradicted.get(0));
        }
      }
    }
    return null;
  }
}
