package clin087.lint;

import clin087.decision.Decider;
import clin087.decision.Decision;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Condition.Quantifier;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.proof.Constraint;
import clin087.proof.Example;
import clin087.proof.NamedExample;
import clin087.proof.ReferralSpace;
import clin087.proof.RuleSearch;
import clin087.proof.RuleSearch.Sample;
import clin087.proof.Search;
import clin087.referral.Referral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds how verdicts change if a part of a policy is removed. */
public final class RemovalEffects {
  /** A condition that never holds. */
  public static final Condition NEVER =
      new Bullets(Quantifier.NONE, 0, List.of(new Bullet(new Otherwise(), null)));

  private final ReferralSpace space;
  private final Decider decider;

  private final RuleSearch search;

  /** Prepares to find effects among the referrals of a space. */
  public RemovalEffects(ReferralSpace space) {
    this.space = space;
    this.decider = new Decider(space.policy(), space.asOf(), List.of());
    this.search = new RuleSearch(space);
  }

  /** The space of the referrals. */
  public ReferralSpace space() {
    return space;
  }

  /** The search for referrals. */
  public RuleSearch search() {
    return search;
  }

  /** The policy. */
  public Policy policy() {
    return space.policy();
  }

  /** The rules after a rule, in order. */
  public List<Rule> rulesAfter(Rule rule) {
    return search.rulesAfter(rule);
  }

  List<Rule> rulesBefore(Rule rule) {
    return policy().rules().subList(0, rule.index());
  }

  /** Whether every referral is decided by some rule. */
  public boolean hasCatchAll() {
    List<Rule> rules = policy().rules();
    return rules.get(rules.size() - 1).when() instanceof Otherwise;
  }

  /** A referral that the rule decides; null if it never does. */
  public long @Nullable [] decidedBy(Rule rule) {
    return search.decidedBy(rule);
  }

  /** Remembers an example for later questions. */
  public long @Nullable [] noted(long @Nullable [] codes) {
    return search.noted(codes);
  }

  /**
   * A referral that gets another verdict if the condition of a rule is replaced; null if none does.
   */
  public long @Nullable [] changedBy(Rule rule, Condition replacement) {
    for (Sample sample : search.samples()) {
      if (sample.decidedBy() >= rule.index()
          && space.holds(rule.when(), sample.codes()) != space.holds(replacement, sample.codes())
          && isOther(rule, restOf(rule, sample.codes()))) {
        return sample.codes();
      }
    }
    Search changed = space.before(rule).where(space.differ(rule.when(), replacement));
    long[] any = noted(changed.example());
    if (any == null || isOther(rule, restOf(rule, any))) {
      return any;
    }
    for (Rule next : rulesAfter(rule)) {
      if (isOther(rule, next)) {
        long[] example = noted(changed.where(space.holds(next)).example());
        if (example != null) {
          return example;
        }
      }
      changed = changed.where(space.holds(next).opposite());
    }
    return noted(changed.example());
  }

  /** The first rule after a rule that decides a referral; null if none does. */
  private @Nullable Rule restOf(Rule rule, long[] codes) {
    for (Rule next : rulesAfter(rule)) {
      if (space.holds(next.when(), codes)) {
        return next;
      }
    }
    return null;
  }

  private static boolean isOther(Rule rule, @Nullable Rule other) {
    return other == null || other.verdict().index() != rule.verdict().index();
  }

  /**
   * As few as possible of the earlier rules that together decide every referral which meets a
   * condition. Ask only if all earlier rules together do.
   */
  public List<Rule> shadowing(Rule rule, Constraint condition) {
    List<Rule> needed = new ArrayList<>(rulesBefore(rule));
    for (Rule candidate : rulesBefore(rule)) {
      List<Rule> without = new ArrayList<>(needed);
      without.remove(candidate);
      Search left = space.all().where(condition);
      for (Rule other : without) {
        left = left.where(space.holds(other).opposite());
      }
      if (!left.isPossible()) {
        needed = without;
      }
    }
    return needed;
  }

  /** The complete referral without what it need not state to get the same decision. */
  public long[] shortened(long[] complete) {
    long[] stated = complete.clone();
    if (!hasCatchAll()) {
      return stated;
    }
    Decision whole = decide(stated);
    for (int i = stated.length - 1; i >= 0; i--) {
      long value = stated[i];
      stated[i] = Fact.UNSTATED;
      if (!isSame(whole, decide(stated))) {
        stated[i] = value;
      }
    }
    return stated;
  }

  private static boolean isSame(Decision one, Decision other) {
    return one.verdict().equals(other.verdict()) && one.deciding().equals(other.deciding());
  }

  /** A referral to show with a finding. */
  public NamedExample example(String name, long[] stated) {
    return new NamedExample(name, Example.of(policy().facts(), stated));
  }

  /** The decision on a referral. */
  public Decision decide(long[] stated) {
    return decider.decide(new Referral("", stated.clone(), List.of()));
  }
}
