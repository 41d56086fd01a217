package clin087.decision;

import clin087.policy.Fact;
import clin087.policy.Facts;
import clin087.policy.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one referral: what it states, and what is assumed where it states nothing. */
final class Situation implements Facts {
  private final long[] known;
  private final @Nullable Assumption[] assumptions;
  private final long asOf;

  /**
   * @param stated what the referral states, by the fact's index
   * @param options what the person who runs the check has it assume
   */
  Situation(List<Fact> facts, long[] stated, List<Setting> options, long asOf) {
    this.known = stated.clone();
    this.assumptions = new @Nullable Assumption[known.length];
    this.asOf = asOf;
    for (Setting option : options) {
      assume(facts.get(option.fact()), option.value(), Assumption.By.OPTION);
    }
    boolean[] isStated = new boolean[known.length];
    for (int i = 0; i < known.length; i++) {
      isStated[i] = known[i] != Fact.UNSTATED;
    }
    for (Fact fact : facts) {
      if (fact.assumed() != Fact.UNSTATED && !any(fact.assumedUnless(), isStated)) {
        assume(fact, fact.assumed(), Assumption.By.POLICY);
      }
    }
  }

  private static boolean any(List<Integer> facts, boolean[] isStated) {
    for (int fact : facts) {
      if (isStated[fact]) {
        return true;
      }
    }
    return false;
  }

  private Situation(long[] known, @Nullable Assumption[] assumptions, long asOf) {
    this.known = known;
    this.assumptions = assumptions;
    this.asOf = asOf;
  }

  /** The same, once the settings have come true. */
  Situation with(List<Setting> settings) {
    long[] then = known.clone();
    for (Setting setting : settings) {
      then[setting.fact()] = setting.value();
    }
    return new Situation(then, assumptions, asOf);
  }

  @Override
  public long value(Fact fact) {
    return fact.isOutside() ? asOf : known[fact.index()];
  }

  @Override
  public long asOf() {
    return asOf;
  }

  /** What is assumed of the fact; null when it is stated or unknown. */
  @Nullable Assumption assumption(Fact fact) {
    return assumptions[fact.index()];
  }

  private void assume(Fact fact, long value, Assumption.By by) {
    if (known[fact.index()] == Fact.UNSTATED) {
      known[fact.index()] = value;
      assumptions[fact.index()] = new Assumption(fact, value, by);
    }
  }
}
