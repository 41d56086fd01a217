package clin087.proof;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stating one fact states as well. */
public final class ImpliedFacts {
  private ImpliedFacts() {}

  /**
   * Two facts that cannot stand side by side: stating the one states another value of the other.
   */
  public record Contradiction(Fact fact, Setting states) {}

  /**
   * States what the stated facts state as well.
   *
   * @param stated the code of each of the policy's facts, by its index; completed in place
   * @return what contradicts it; null when nothing does
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
