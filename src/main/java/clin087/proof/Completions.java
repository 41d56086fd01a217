package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Facts;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds what a policy decides about a referral in every completion, that is in every way to fill in
 * what is unknown, on one date of the check. It is exact, and several threads may use it at once.
 *
 * <p>It builds decision diagrams. If they would be too large in two orders of the variables, it
 * searches instead.
 */
public final class Completions {
  /** The most steps for diagrams, nearly a hundred times what a published policy takes. */
  private static final int MOST_STEPS = 1 << 18;

  private final Policy policy;
  private final LocalDate asOf;
  private final Variables variables;
  private final int mostSteps;

  /** The number of each rule's verdict, by the rule's index; below, that of its action. */
  private final int[] verdicts;

  private final int[] actions;

  /**
   * Prepares the completions of referrals for a policy.
   *
   * @param asOf the date of the check
   */
  public Completions(Policy policy, LocalDate asOf) {
    this(policy, asOf, MOST_STEPS);
  }

  /**
   * Prepares completions that search earlier.
   *
   * @param mostSteps the most steps for diagrams; with none, everything is searched
   */
  public static Completions bounded(Policy policy, LocalDate asOf, int mostSteps) {
    return new Completions(policy, asOf, mostSteps);
  }

  private Completions(Policy policy, LocalDate asOf, int mostSteps) {
    this.policy = policy;
    this.asOf = asOf;
    this.variables = new Variables(policy.facts(), policy.conditions(), asOf.toEpochDay());
    this.mostSteps = mostSteps;
    this.verdicts = verdicts(policy);
    this.actions = actions(policy.rules());
  }

  static int[] verdicts(Policy policy) {
    int[] verdicts = new int[policy.rules().size()];
    for (Rule rule : policy.rules()) {
      verdicts[rule.index()] = rule.verdict().index();
    }
    return verdicts;
  }

  /** The index of the first rule with the same action. */
  private static int[] actions(List<Rule> rules) {
    int[] actions = new int[rules.size()];
    for (int i = 0; i < actions.length; i++) {
      int first = 0;
      while (!rules.get(first).action().equals(rules.get(i).action())) {
        first++;
      }
      actions[i] = first;
    }
    return actions;
  }

  /** The variables of the policy's conditions. */
  public Variables variables() {
    return variables;
  }

  /**
   * Whether a condition holds in every completion, in none, or in some.
   *
   * @param condition a condition of the policy's own comparisons
   */
  public Truth truth(Condition condition, Facts known) {
    Truth truth = condition.evaluate(known);
    if (truth != Truth.UNKNOWN) {
      return truth;
    }
    Diagrams diagrams = new Diagrams(Budget.ofSteps(mostSteps));
    try {
      int holds = new ConditionDiagrams(known, variables, diagrams).of(condition);
      return holds == Diagrams.YES
          ? Truth.TRUE
          : holds == Diagrams.NO ? Truth.FALSE : Truth.UNKNOWN;
    } catch (Budget.Spent e) {
      return searchedTruth(condition, known);
    }
  }

  private Truth searchedTruth(Condition condition, Facts known) {
    Search all = new ReferralSpace(policy, asOf, Budget.unlimited(), known).all();
    if (!all.where(condition).isPossible()) {
      return Truth.FALSE;
    }
    return all.whereNot(condition).isPossible() ? Truth.UNKNOWN : Truth.TRUE;
  }

  /** Whether one condition holds in every complete referral in which another does. */
  public boolean implies(Condition condition, Condition other) {
    Facts nothing = new KnownFacts(policy.nothingStated(), asOf);
    Diagrams diagrams = new Diagrams(Budget.ofSteps(mostSteps));
    ConditionDiagrams conditions = new ConditionDiagrams(nothing, variables, diagrams);
    try {
      int holds = conditions.of(condition);
      return diagrams.choose(holds, conditions.of(other), Diagrams.YES) == Diagrams.YES;
    } catch (Budget.Spent e) {
      ReferralSpace space = new ReferralSpace(policy, asOf, Budget.unlimited());
      return !space.all().where(condition).whereNot(other).isPossible();
    }
  }

  /**
   * Whether diagrams can represent everything that the policy decides, with the facts in the order
   * in which they are asked for.
   *
   * @param steps the most steps that this may take
   */
  public boolean areLaidOutIn(long steps) {
    Diagrams diagrams = new Diagrams(Budget.ofSteps(steps));
    Facts nothing = new KnownFacts(policy.nothingStated(), asOf);
    ConditionDiagrams conditions = new ConditionDiagrams(nothing, asAsked(), diagrams);
    try {
      policy.conditions().forEach(conditions::of);
      int decides = Diagrams.NO;
      for (int i = policy.rules().size() - 1; i >= 0; i--) {
        decides = diagrams.choose(conditions.of(policy.rules().get(i).when()), ~i, decides);
      }
      return true;
    } catch (Budget.Spent e) {
      return false;
    }
  }

  /** What the completions of a referral lead to. */
  public Reach reach(Facts known) {
    List<Rule> open = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      Truth truth = truth(rule.when(), known);
      if (truth == Truth.UNKNOWN) {
        open.add(rule);
      } else if (truth == Truth.TRUE) {
        return open.isEmpty() ? only(rule) : reach(known, open, rule);
      }
    }
    throw new IllegalStateException("the last rule of a policy always holds");
  }

  private static Reach only(Rule rule) {
    BitSet rules = new BitSet();
    rules.set(rule.index());
    return new Reach(rules, List.of(), List.of());
  }

  private Reach reach(Facts known, List<Rule> open, Rule certain) {
    try {
      return reach(known, open, certain, variables);
    } catch (Budget.Spent e) {
      return reachInOtherOrder(known, open, certain);
    }
  }

  private Reach reachInOtherOrder(Facts known, List<Rule> open, Rule certain) {
    try {
      return reach(known, open, certain, asAsked());
    } catch (Budget.Spent e) {
      return search(known);
    }
  }

  private Variables asAsked() {
    return Variables.asAsked(policy.facts(), policy.conditions(), asOf.toEpochDay());
  }

  private Reach reach(Facts known, List<Rule> open, Rule certain, Variables order) {
    Diagrams diagrams = new Diagrams(Budget.ofSteps(mostSteps));
    ConditionDiagrams conditions = new ConditionDiagrams(known, order, diagrams);
    int rules = ~certain.index();
    for (int i = open.size() - 1; i >= 0; i--) {
      Rule rule = open.get(i);
      rules = diagrams.choose(conditions.of(rule.when()), ~rule.index(), rules);
    }
    return new Reach(
        diagrams.results(rules),
        order.at(diagrams.levels(diagrams.relabelled(rules, verdicts))),
        order.at(diagrams.levels(diagrams.relabelled(rules, actions))));
  }

  private Reach search(Facts known) {
    // without a limit, since a verdict is never guessed
    RuleSearch search = new RuleSearch(new ReferralSpace(policy, asOf, Budget.unlimited(), known));
    BitSet rules = new BitSet();
    for (Rule rule : policy.rules()) {
      if (search.decidedBy(rule) != null) {
        rules.set(rule.index());
      }
    }
    return new Reach(
        rules,
        DecidingVariables.of(search, known, verdicts, rules),
        DecidingVariables.of(search, known, actions, rules));
  }
}
