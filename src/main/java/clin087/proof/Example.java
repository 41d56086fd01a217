package clin087.proof;

import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * A referral that was made as an example.
 *
 * @param facts the facts that it may state, each at the position of its index
 * @param stated the codes of the facts, {@link Fact#UNSTATED} for those that it does not state
 */
public record Example(List<Fact> facts, List<Long> stated) {
  public Example {
    facts = List.copyOf(facts);
    stated = List.copyOf(stated);
  }

  /** The example with these codes, each at the position of its fact's index. */
  public static Example of(List<Fact> facts, long[] codes) {
    List<Long> stated = new ArrayList<>(codes.length);
    for (long code : codes) {
      stated.add(code);
    }
    return new Example(facts, stated);
  }

  /** The code that it states for a fact. */
  public long code(Fact fact) {
    return stated.get(fact.index());
  }
}
