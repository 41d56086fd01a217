package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Facts;
import clin087.policy.Rule;
import clin087.policy.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The completions of one referral: every way to fill in what is unknown of it. What they lead to is
 * exact.
 *
 * <p>It builds decision diagrams, which its questions share. If they would be too large in two
 * orders of the variables, it searches instead.
 */
public final class ReferralCompletions {
  /** How many steps diagrams may have taken to be shared with the next question. */
  private static final int MOST_SHARED = 1 << 12;

  private final Completions completions;
  private final Facts known;
  private final @Nullable Truth[] truths;
  private Budget budget = Budget.ofSteps(0);
  private @Nullable ConditionDiagrams diagrams;

  ReferralCompletions(Completions completions, Facts known) {
    this.completions = completions;
    this.known = known;
    this.truths = new @Nullable Truth[completions.policy().rules().size()];
  }

  /** Whether a rule's condition holds in every completion, in none, or in some. */
  public Truth truth(Rule rule) {
    Truth truth = truths[rule.index()];
    if (truth == null) {
      truth = truth(rule.when());
      truths[rule.index()] = truth;
    }
    return truth;
  }

  /**
   * Whether a condition holds in every completion, in none, or in some.
   *
   * @param condition a condition of the policy's own comparisons
   */
  public Truth truth(Condition condition) {
    Truth truth = condition.evaluate(known);
    if (truth != Truth.UNKNOWN) {
      return truth;
    }
    try {
      int holds = diagrams().of(condition);
      return holds == Diagrams.YES
          ? Truth.TRUE
          : holds == Diagrams.NO ? Truth.FALSE : Truth.UNKNOWN;
    } catch (Budget.Spent e) {
      return searchedTruth(condition);
    }
  }

  private Truth searchedTruth(Condition condition) {
    Search all = completions.space(known).all();
    if (!all.where(condition).isPossible()) {
      return Truth.FALSE;
    }
    return all.whereNot(condition).isPossible() ? Truth.UNKNOWN : Truth.TRUE;
  }

  /** The diagrams of the questions so far, or new ones if these are large. */
  private ConditionDiagrams diagrams() {
    if (diagrams == null || budget.steps() > MOST_SHARED) {
      diagrams = diagrams(completions.variables());
    }
    return diagrams;
  }

  private ConditionDiagrams diagrams(Variables order) {
    budget = Budget.ofSteps(completions.mostSteps());
    return new ConditionDiagrams(known, order, new Diagrams(budget));
  }

  /** What the completions lead to. */
  public Reach reach() {
    List<Rule> open = new ArrayList<>();
    for (Rule rule : completions.policy().rules()) {
      Truth truth = truth(rule);
      if (truth == Truth.UNKNOWN) {
        open.add(rule);
      } else if (truth == Truth.TRUE) {
        return open.isEmpty() ? only(rule) : reach(open, rule);
      }
    }
    throw new IllegalStateException("the last rule of a policy always holds");
  }

  private static Reach only(Rule rule) {
    BitSet rules = new BitSet();
    rules.set(rule.index());
    return new Reach(rules, List.of(), List.of());
  }

  private Reach reach(List<Rule> open, Rule certain) {
    try {
      return reach(open, certain, completions.variables(), diagrams());
    } catch (Budget.Spent e) {
      return reachInOtherOrder(open, certain);
    }
  }

  private Reach reachInOtherOrder(List<Rule> open, Rule certain) {
    Variables order = completions.asAsked();
    try {
      return reach(open, certain, order, diagrams(order));
    } catch (Budget.Spent e) {
      return search();
    } finally {
      diagrams = null; // the other questions use the other order
    }
  }

  private Reach reach(
      List<Rule> open, Rule certain, Variables order, ConditionDiagrams conditions) {
    Diagrams all = conditions.diagrams;
    int rules = ~certain.index();
    for (int i = open.size() - 1; i >= 0; i--) {
      Rule rule = open.get(i);
      rules = all.choose(conditions.of(rule.when()), ~rule.index(), rules);
    }
    return new Reach(
        all.results(rules),
        order.at(all.levels(all.relabelled(rules, completions.verdicts()))),
        order.at(all.levels(all.relabelled(rules, completions.actions()))));
  }

  private Reach search() {
    // without a limit, since a verdict is never guessed
    RuleSearch search = new RuleSearch(completions.space(known));
    BitSet rules = new BitSet();
    for (Rule rule : completions.policy().rules()) {
      if (search.decidedBy(rule) != null) {
        rules.set(rule.index());
      }
    }
    return new Reach(
        rules,
        DecidingVariables.of(search, known, completions.verdicts(), rules),
        DecidingVariables.of(search, known, completions.actions(), rules));
  }
}
