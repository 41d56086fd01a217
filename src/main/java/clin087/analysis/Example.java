package clin087.analysis;

import clin087.policy.Fact;
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
}
