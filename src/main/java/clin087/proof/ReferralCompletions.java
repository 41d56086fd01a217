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
 * Every way to fill in what is unknown of one referral, and exactly what these lead to. Only one
 * thread may use it at a time.
 *
 * <p>It builds decision diagrams, which its questions share. If they would be too large in two
 * orders of the variables, it searches instead.
 */
public final class ReferralCompletions {
  /**
   * The most steps of diagrams that the next question shares, so that it has nearly all its steps
   * for itself, and large ones are not kept.
   */
  private static final int MOST_SHARED = 1 << 12;

  private final PolicyCompletions completions;
  private final Facts known;
  private final @Nullable Truth[] truths;
  private @Nullable ConditionDiagrams shared;

  ReferralCompletions(PolicyCompletions completions, Facts known) {
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
      int holds = shared().of(condition);
      return holds == Diagrams.YES
          ? Truth.TRUE
          : holds == Diagrams.NO ? Truth.FALSE : Truth.UNKNOWN;
    } catch (Budget.Spent e) {
      shared = null; // the search needs the memory
      return searchedTruth(condition);
    } finally {
      forgetLarge();
    }
  }

  private Truth searchedTruth(Condition condition) {
    Search all = completions.space(known).all();
    if (!all.where(condition).isPossible()) {
      return Truth.FALSE;
    }
    return all.whereNot(condition).isPossible() ? Truth.UNKNOWN : Truth.TRUE;
  }

  private ConditionDiagrams shared() {
    if (shared == null) {
      shared = made(completions.variables());
    }
    return shared;
  }

  private ConditionDiagrams made(Variables order) {
    Diagrams diagrams = new Diagrams(Budget.ofSteps(completions.mostSteps()));
    return new ConditionDiagrams(known, order, diagrams);
  }

  private void forgetLarge() {
    if (shared != null && shared.diagrams.steps() > MOST_SHARED) {
      shared = null;
    }
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
      return reach(open, certain, completions.variables(), shared());
    } catch (Budget.Spent e) {
      shared = null; // the second attempt needs the memory
      return reachInOtherOrder(open, certain);
    } finally {
      forgetLarge();
    }
  }

  private Reach reachInOtherOrder(List<Rule> open, Rule certain) {
    Variables order = completions.asAsked();
    try {
      return reach(open, certain, order, made(order));
    } catch (Budget.Spent e) {
      return search();
    }
  }

  private Reach reach(
      List<Rule> open, Rule certain, Variables order, ConditionDiagrams conditions) {
    Diagrams diagrams = conditions.diagrams;
    int rules = conditions.deciding(open, ~certain.index());
    return new Reach(
        diagrams.results(rules),
        order.at(diagrams.levels(diagrams.relabelled(rules, completions.verdicts()))),
        order.at(diagrams.levels(diagrams.relabelled(rules, completions.actions()))));
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
