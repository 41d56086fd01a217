package clin087.coverage;

import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a case can make one part of a policy do.
 *
 * @param index its position among all of them
 * @param rule the rule, or the rule in which the comparison stands; null for a clause
 * @param comparison the comparison; null for a rule or a clause
 * @param clause the clause; null for a rule or a comparison
 */
public record Point(
    int index,
    @Nullable Rule rule,
    @Nullable Comparison comparison,
    @Nullable Clause clause,
    Way way) {

  /** What a part of a policy can do in a case. */
  public enum Way {
    /** A rule is among those that decide in some completion; a clause, among those cited. */
    DECIDES("decides"),
    /** It holds, whatever the unknown facts are. */
    HOLDS("holds"),
    /** It does not hold, whatever the unknown facts are. */
    FAILS("fails"),
    /** The unknown facts decide whether it holds. */
    UNKNOWN("is unknown");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** The verb behind the part of the policy. */
    public String words() {
      return words;
    }
  }

  /** What does it, in words. */
  String subject() {
    if (clause != null) {
      return "clause " + clause.id();
    }
    String of = rule == null ? "" : rule.id();
    return comparison == null ? "rule " + of : "'" + comparison + "' in " + of;
  }

  /** Whether it takes no search to tell that no referral reaches it. */
  boolean isImpossible(Policy policy) {
    if (rule == null || way == Way.DECIDES || way == Way.HOLDS) {
      return false;
    }
    Condition condition = comparison == null ? rule.when() : comparison;
    for (Comparison each : condition.comparisons()) {
      if (way == Way.FAILS || canBeUnknown(each.fact(), policy)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a fact can be neither stated nor assumed. */
  private static boolean canBeUnknown(Fact fact, Policy policy) {
    if (fact.isOutside() || fact.limits().required()) {
      return false;
    }
    boolean canGiveWay = fact.assumed() == Fact.UNSTATED;
    for (int other : fact.assumedUnless()) {
      canGiveWay |= !fact.isStatedBy(policy.facts().get(other));
    }
    return canGiveWay;
  }

  @Override
  public String toString() {
    return subject() + " " + way.words();
  }
}
