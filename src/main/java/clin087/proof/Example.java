package clin087.proof;

import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * A referral made to show something.
 *
 * @param facts those that it may state, each at the position of its index
 * @param stated their codes, {@link Fact#UNSTATED} where it states nothing
 */
public record Example(List<Fact> facts, List<Long> stated) {
  public Example {
    facts = List.copyOf(facts);
    stated = List.copyOf(stated);
  }

  /** The example that states these codes, each at the position of its fact's index. */
  public static Example of(List<Fact> facts, long[] codes) {
    List<Long> stated = new ArrayList<>(codes.length);
    for (long code : codes) {
      stated.add(code);
    }
    return new Example(facts, stated);
  }

  /** What it states of one of its facts. */
  public long code(Fact fact) {
    return stated.get(fact.index());
  }
}
