package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Facts;
import clin087.policy.Policy;
import clin087.policy.Rule;
import java.time.LocalDate;
import java.util.List;

/**
 * What a policy decides on one date of the check in every completion of a referral, that is in
 * every way to fill in what is unknown. Several threads may use it at once.
 */
public final class PolicyCompletions {
  /** The most steps for the diagrams of a question, far beyond what a published policy takes. */
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
  public PolicyCompletions(Policy policy, LocalDate asOf) {
    this(policy, asOf, MOST_STEPS);
  }

  /**
   * Prepares completions that search earlier, for tests.
   *
   * @param mostSteps the most steps for diagrams; with none, everything is searched
   */
  public static PolicyCompletions bounded(Policy policy, LocalDate asOf, int mostSteps) {
    return new PolicyCompletions(policy, asOf, mostSteps);
  }

  private PolicyCompletions(Policy policy, LocalDate asOf, int mostSteps) {
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
   * The completions of one referral.
   *
   * @param known what the referral states, or what is assumed for it
   */
  public ReferralCompletions of(Facts known) {
    return new ReferralCompletions(this, known);
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
      return !space(nothing).all().where(condition).whereNot(other).isPossible();
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
      conditions.deciding(policy.rules(), Diagrams.NO);
      return true;
    } catch (Budget.Spent e) {
      return false;
    }
  }

  /** The variables in the order in which the policy first asks for them. */
  Variables asAsked() {
    return Variables.asAsked(policy.facts(), policy.conditions(), asOf.toEpochDay());
  }

  /** A search through the completions of a referral, without a limit. */
  ReferralSpace space(Facts known) {
    return new ReferralSpace(policy, asOf, Budget.unlimited(), known);
  }

  Policy policy() {
    return policy;
  }

  int mostSteps() {
    return mostSteps;
  }

  /** The number of each rule's verdict, by the rule's index. */
  int[] verdicts() {
    return verdicts;
  }

  /** For each rule, the index of the first rule with the same action. */
  int[] actions() {
    return actions;
  }
}
