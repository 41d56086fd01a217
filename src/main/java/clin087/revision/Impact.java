package clin087.revision;

import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.proof.Budget;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The referrals that a revision of a policy decides differently. If something was not found within
 * the budget, it is missing from a list, and the flag beside the list is false.
 *
 * @param verdicts the referrals that both policies can read and that get another verdict
 * @param reasons the referrals that get the same verdict by other clauses, with another action, or
 *     with a change of attention
 * @param onlyNew the referrals that only the new policy can read
 * @param onlyOld the referrals that only the old policy can read
 * @param oneSidedProved whether these two lists are complete
 * @param byRules if {@code verdicts} was not found: the complete referrals with another verdict, by
 *     the rules that decide
 * @param byRulesProved whether {@code byRules} is complete
 */
public record Impact(
    Difference verdicts,
    Difference reasons,
    List<OneSidedGroup> onlyNew,
    List<OneSidedGroup> onlyOld,
    boolean oneSidedProved,
    List<RuleChange> byRules,
    boolean byRulesProved) {
  /** The most steps for each pair of rules. */
  private static final long STEPS_OF_PAIRS = 100_000;

  public Impact {
    onlyNew = List.copyOf(onlyNew);
    onlyOld = List.copyOf(onlyOld);
    byRules = List.copyOf(byRules);
  }

  /**
   * Referrals that both policies can read and that they answer differently.
   *
   * @param summaries what those that state everything that matters have in common
   * @param groups those that state everything that matters; a fact that a group does not name may
   *     have any value, or none
   * @param proved whether the list is complete
   * @param partial those that leave out something that matters
   * @param partialProved whether the list is complete
   */
  public record Difference(
      List<GroupSummary> summaries,
      List<ReferralGroup> groups,
      boolean proved,
      List<ReferralGroup> partial,
      boolean partialProved) {
    /** There are no such referrals. */
    static final Difference NONE = new Difference(List.of(), List.of(), true, List.of(), true);

    /** Nothing is known about such referrals. */
    static final Difference UNKNOWN = new Difference(List.of(), List.of(), false, List.of(), false);

    public Difference {
      summaries = List.copyOf(summaries);
      groups = List.copyOf(groups);
      partial = List.copyOf(partial);
    }

    /** Whether there is provably no such referral. */
    public boolean isNone() {
      return proved && partialProved && groups.isEmpty() && partial.isEmpty();
    }
  }

  /** Whether provably no referral gets a different verdict, in all three parts. */
  public boolean isNone() {
    return verdicts.isNone() && oneSidedProved && onlyNew.isEmpty() && onlyOld.isEmpty();
  }

  /** Whether there are referrals that only one policy can read. */
  public boolean isOneSided() {
    return !onlyNew.isEmpty() || !onlyOld.isEmpty();
  }

  /** Whether everything was found. */
  public boolean isProved() {
    return verdicts.proved && verdicts.partialProved && oneSidedProved;
  }

  /**
   * Compares two policies.
   *
   * @param asOf the date of the check
   * @param time about how long it may take
   */
  public static Impact of(Policy before, Policy after, LocalDate asOf, Duration time) {
    if (rules(before).equals(rules(after))
        && FactSignatures.of(before).equals(FactSignatures.of(after))) {
      return new Impact(
          Difference.NONE, Difference.NONE, List.of(), List.of(), true, List.of(), true);
    }
    Comparison comparison = new Comparison(before, after, asOf, time);
    Impact whole = comparison.impact();
    return whole.verdicts.proved ? whole : whole.withRules(before, after, asOf, time.dividedBy(2));
  }

  private Impact withRules(Policy before, Policy after, LocalDate asOf, Duration time) {
    List<RuleChange> changes = List.of();
    boolean complete = false;
    if (FactSignatures.of(before).equals(FactSignatures.of(after))
        && before.incomplete().id().equals(after.incomplete().id())) {
      try {
        RuleChanges search = new RuleChanges(before, after, asOf, new Budget(time, STEPS_OF_PAIRS));
        changes = search.find();
        complete = search.isComplete();
      } catch (Budget.Spent e) {
        complete = false;
      }
    }
    // if no complete referral gets another verdict, neither does one that leaves facts out
    boolean none = complete && changes.isEmpty();
    return new Impact(
        none ? Difference.NONE : verdicts,
        reasons,
        onlyNew,
        onlyOld,
        oneSidedProved,
        changes,
        complete);
  }

  private static List<String> rules(Policy policy) {
    List<String> rules = new ArrayList<>();
    rules.add(policy.incomplete().id());
    for (Rule rule : policy.rules()) {
      rules.add(
          rule.clause().id()
              + " "
              + rule.verdict().id()
              + " "
              + rule.verdict().outcome().word()
              + " "
              + rule.attention()
              + " "
              + rule.when()
              + " "
              + rule.action());
    }
    return rules;
  }
}
