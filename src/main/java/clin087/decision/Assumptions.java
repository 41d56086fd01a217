package clin087.decision;

import clin087.policy.Fact;
import clin087.policy.Setting;
import clin087.referral.Referral;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that are assumed if a referral states nothing: by the policy, or by the user's
 * options.
 */
public final class Assumptions {
  /** The codes that the options state, by the fact's index. */
  private final long[] options;

  /** The codes that the policy assumes, by the fact's index. */
  private final long[] defaults;

  /** The facts that, if the referral states them, make the policy's assumption give way. */
  private final int[][] unless;

  /**
   * @param facts those of the policy
   * @param options what the user's options state
   */
  public Assumptions(List<Fact> facts, List<Setting> options) {
    this(facts, options, List.of());
  }

  /**
   * @param open facts for which the policy's assumption is not used
   */
  Assumptions(List<Fact> facts, List<Setting> options, List<Fact> open) {
    this.defaults = new long[facts.size()];
    this.options = new long[facts.size()];
    Arrays.fill(this.options, Fact.UNSTATED);
    this.unless = new int[facts.size()][];
    for (Fact fact : facts) {
      defaults[fact.index()] = open.contains(fact) ? Fact.UNSTATED : fact.assumed();
      int[] others = new int[fact.assumedUnless().size()];
      for (int i = 0; i < others.length; i++) {
        others[i] = fact.assumedUnless().get(i);
      }
      unless[fact.index()] = others;
    }
    for (Setting option : options) {
      this.options[option.fact()] = option.value();
    }
  }

  /** The code of the value that is stated or assumed, or {@link Fact#UNSTATED}. */
  public long value(Referral referral, Fact fact) {
    long stated = referral.stated(fact);
    long value = stated == Fact.UNSTATED ? options[fact.index()] : stated;
    return value != Fact.UNSTATED || givesWay(referral, fact) ? value : defaults[fact.index()];
  }

  /** Whether there is an assumption about a fact at all. */
  boolean mayAssume(Fact fact) {
    return options[fact.index()] != Fact.UNSTATED || defaults[fact.index()] != Fact.UNSTATED;
  }

  /** Who assumes the value; null if it is stated or unknown. */
  Assumption.@Nullable By origin(Referral referral, Fact fact) {
    if (referral.stated(fact) != Fact.UNSTATED) {
      return null;
    }
    if (options[fact.index()] != Fact.UNSTATED) {
      return Assumption.By.OPTION;
    }
    return value(referral, fact) == Fact.UNSTATED ? null : Assumption.By.POLICY;
  }

  private boolean givesWay(Referral referral, Fact fact) {
    for (int other : unless[fact.index()]) {
      if (referral.stated()[other] != Fact.UNSTATED) {
        return true;
      }
    }
    return false;
  }
}
