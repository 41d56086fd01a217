package clin087.coverage;

import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Something that a part of a policy can do in a case, such as a rule that decides.
 *
 * @param index its position among all points
 * @param rule the rule, or the rule of the comparison; null for a clause
 * @param comparison the comparison; null for a rule or a clause
 * @param clause the clause; null for a rule or a comparison
 */
public record Point(
    int index,
    @Nullable Rule rule,
    @Nullable Comparison comparison,
    @Nullable Clause clause,
    Way way) {

  /** The ways in which a part of a policy can be reached. */
  public enum Way {
    /** A rule decides in some completion, or the decision cites a clause. */
    DECIDES("decides"),
    /** It holds, whatever the unknown facts are. */
    HOLDS("holds"),
    /** It does not hold, whatever the unknown facts are. */
    FAILS("fails"),
    /** Unknown facts decide whether it holds. */
    UNKNOWN("is unknown");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** The verb after the part of the policy. */
    public String words() {
      return words;
    }
  }

  /** The part of the policy, in words. */
  String subject() {
    if (clause != null) {
      return "clause " + clause.id();
    }
    String of = rule == null ? "" : rule.id();
    return comparison == null ? "rule " + of : "'" + comparison + "' in " + of;
  }

  /** Whether no referral can reach it, as is plain without a search. */
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
