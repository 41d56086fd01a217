package clin087.lint;

import clin087.decision.Decider;
import clin087.policy.Fact;
import clin087.policy.Facts;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.proof.Budget;
import clin087.proof.Solver;
import clin087.proof.Space;
import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/** Asks for each rule if it decides in some completion, and for each fact if it matters. */
public final class SearchSolver implements Solver {
  private final Policy policy;
  private final LocalDate asOf;

  /** What decides referrals by a policy, whatever they leave open. */
  public static Decider decider(Policy policy, LocalDate asOf, List<Setting> options) {
    return new Decider(policy, asOf, options, new SearchSolver(policy, asOf));
  }

  /**
   * Does nothing yet, since hardly a policy needs it.
   *
   * @param asOf the date of the check
   */
  public SearchSolver(Policy policy, LocalDate asOf) {
    this.policy = policy;
    this.asOf = asOf;
  }

  @Override
  public Reach reach(Facts known) {
    // as long as it takes: a verdict is never guessed
    Budget budget = new Budget(Duration.ofDays(1), Long.MAX_VALUE);
    Effects effects = new Effects(new Space(policy, asOf, budget, known));
    BitSet rules = new BitSet();
    BitSet verdicts = new BitSet();
    for (Rule rule : policy.rules()) {
      if (effects.decidedBy(rule) != null) {
        rules.set(rule.index());
        verdicts.set(rule.verdict().index());
      }
    }
    BitSet facts = new BitSet();
    for (Fact fact : policy.factsOfRules()) {
      if (known.value(fact) == Fact.UNSTATED
          && verdicts.cardinality() > 1
          && Change.matters(effects, fact)) {
        facts.set(fact.index());
      }
    }
    return new Reach(rules, facts);
  }
}
