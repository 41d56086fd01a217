package clin087.decision;

import clin087.policy.Rule;
import clin087.proof.PolicyCompletions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows which rules hold whenever another one does. It asks the proof once for each pair. Several
 * threads may use it at once; at worst, two of them ask for the same pair.
 */
final class Implications {
  private final PolicyCompletions completions;

  /** Whether one rule implies another, by the index of the first and then of the second. */
  private final @Nullable Boolean[][] known;

  Implications(PolicyCompletions completions, int rules) {
    this.completions = completions;
    this.known = new @Nullable Boolean[rules][rules];
  }

  /** Whether one of the other rules implies this one: whenever it holds, this one holds too. */
  boolean isImplied(Rule rule, List<Rule> others) {
    for (Rule other : others) {
      if (implies(other, rule)) {
        return true;
      }
    }
    return false;
  }

  private boolean implies(Rule one, Rule other) {
    Boolean implies = known[one.index()][other.index()];
    if (implies == null) {
      implies = completions.implies(one.when(), other.when());
      known[one.index()][other.index()] = implies;
    }
    return implies;
  }
}
