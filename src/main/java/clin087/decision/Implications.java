package clin087.decision;

import clin087.policy.Rule;
import clin087.proof.Completions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules hold wherever another does, asked of the proof once for each pair. For several
 * threads at once, which at worst ask for the same pair.
 */
final class Implications {
  private final Completions completions;

  /** By the index of the rule that implies, then of the one that is implied. */
  private final @Nullable Boolean[][] known;

  Implications(Completions completions, int rules) {
    this.completions = completions;
    this.known = new @Nullable Boolean[rules][rules];
  }

  /** Whether a rule's condition holds in every referral in which that of one of the others does. */
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
