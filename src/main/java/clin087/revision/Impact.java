package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.Limits;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.proof.Budget;
import clin087.proof.Diagrams;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals a revision of a policy decides differently, over all referrals that both policies
 * can read, whatever they leave out. A fact that one of them does not declare is ignored by it.
 *
 * @param verdictsProved whether {@code verdicts} is all of it; else nothing is known
 * @param verdicts those with another verdict
 * @param clausesProved whether {@code clauses} is all of it; else nothing is known
 * @param clauses those with the same verdict by another clause
 * @param byRules where {@code verdicts} is not known: which referrals that state every fact have
 *     another verdict, by the rules that decide
 * @param byRulesProved whether {@code byRules} is all of that
 * @param unshared what only one of the policies can read
 */
public record Impact(
    boolean verdictsProved,
    List<Region> verdicts,
    boolean clausesProved,
    List<Region> clauses,
    List<RuleChange> byRules,
    boolean byRulesProved,
    List<Unshared> unshared) {
  /** Up to how many steps each pair of rules is looked at. */
  private static final long STEPS_OF_PAIRS = 100_000;

  /** More than there is time for. */
  private static final long STEPS = 1L << 30;

  public Impact {
    verdicts = List.copyOf(verdicts);
    byRules = List.copyOf(byRules);
    clauses = List.copyOf(clauses);
    unshared = List.copyOf(unshared);
  }

  /** Whether it is proved that no referral is decided differently. */
  public boolean isNone() {
    return verdictsProved && verdicts.isEmpty();
  }

  /**
   * Compares two policies.
   *
   * @param asOf the date of the check
   * @param time how long it may take, about
   */
  public static Impact of(Policy before, Policy after, LocalDate asOf, Duration time) {
    List<Unshared> unshared = Unshared.of(before, after);
    if (rules(before).equals(rules(after)) && factsAlike(before, after)) {
      return proved(List.of(), List.of(), unshared);
    }
    Budget budget = new Budget(time.dividedBy(2), STEPS);
    try {
      return whole(before, after, asOf, budget, unshared);
    } catch (Budget.Spent e) {
      Budget rest = new Budget(time.dividedBy(2), STEPS_OF_PAIRS);
      return byRules(before, after, asOf, rest, unshared);
    }
  }

  private static Impact proved(
      List<Region> verdicts, @Nullable List<Region> clauses, List<Unshared> unshared) {
    boolean known = clauses != null;
    return new Impact(
        true, verdicts, known, clauses == null ? List.of() : clauses, List.of(), true, unshared);
  }

  private static Impact byRules(
      Policy before, Policy after, LocalDate asOf, Budget budget, List<Unshared> unshared) {
    List<RuleChange> changes = List.of();
    boolean complete = false;
    if (factsAlike(before, after)) {
      try {
        RuleChanges search = new RuleChanges(before, after, asOf, budget);
        changes = search.find();
        complete = search.isComplete();
      } catch (Budget.Spent e) {
        complete = false;
      }
    }
    // where no complete referral has another verdict, none has that leaves facts out
    boolean proved = complete && changes.isEmpty();
    return new Impact(proved, List.of(), false, List.of(), changes, complete, unshared);
  }

  private static Impact whole(
      Policy before, Policy after, LocalDate asOf, Budget budget, List<Unshared> unshared) {
    long day = asOf.toEpochDay();
    Edition[] editions = {new Edition(before, day), new Edition(after, day)};
    Diagrams nodes = new Diagrams(budget);
    Answers answers = new Answers();
    budget.share(3);
    CommonReferrals referrals = new CommonReferrals(editions, nodes);
    Lift[] lifts = new Lift[2];
    int[] plain = new int[2];
    for (int side = 0; side < 2; side++) {
      lifts[side] = new Lift(side, editions[side], referrals, nodes, answers);
      plain[side] = lifts[side].answers(answers, false);
    }
    budget.share(2);
    int[] withClauses = withClauses(lifts, answers);
    budget.share(1);
    RegionFinder finder = new RegionFinder(editions, referrals, nodes, answers, withClauses);
    List<Region> verdicts =
        finder.regions(nodes.combine(new Answers.Difference(answers, false), plain[0], plain[1]));
    return proved(verdicts, clauses(finder, nodes, answers, withClauses), unshared);
  }

  /** The answers with their clauses; null when they take too much. */
  private static int @Nullable [] withClauses(Lift[] lifts, Answers answers) {
    try {
      return new int[] {lifts[0].answers(answers, true), lifts[1].answers(answers, true)};
    } catch (Budget.Spent e) {
      return null;
    }
  }

  /** Where the verdict is the same by another clause; null when that takes too much. */
  private static @Nullable List<Region> clauses(
      RegionFinder finder, Diagrams nodes, Answers answers, int @Nullable [] sides) {
    try {
      return sides == null
          ? null
          : finder.regions(
              nodes.combine(new Answers.Difference(answers, true), sides[0], sides[1]));
    } catch (Budget.Spent e) {
      return null;
    }
  }

  /** Whether the same can be stated, and the same is assumed of what is not. */
  private static boolean factsAlike(Policy before, Policy after) {
    return facts(before).equals(facts(after))
        && before.incomplete().id().equals(after.incomplete().id());
  }

  private static List<String> rules(Policy policy) {
    List<String> rules = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      rules.add(rule.clause().id() + " " + rule.verdict().id() + " " + rule.when());
    }
    return rules;
  }

  private static List<String> facts(Policy policy) {
    List<String> facts = new ArrayList<>();
    for (Fact fact : policy.facts()) {
      StringBuilder text = new StringBuilder(fact.path());
      text.append(fact.type()).append(fact.values()).append(fact.assumed());
      text.append(fact.assumedUnless());
      for (Setting setting : fact.states()) {
        text.append(' ').append(setting.fact()).append('=').append(setting.value());
      }
      // not the texts of records, which Java takes longer to link than all of this
      Limits limits = fact.limits();
      text.append(' ').append(limits.min()).append(' ').append(limits.max());
      text.append(' ').append(limits.decimals()).append(limits.unit()).append(limits.required());
      text.append(' ').append(limits.maxLength()).append(limits.controlCharacters());
      facts.add(text.toString());
    }
    return facts;
  }
}
