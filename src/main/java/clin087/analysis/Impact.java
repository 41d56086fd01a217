package clin087.analysis;

import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
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
 * @param unshared what only one of the policies can read
 */
public record Impact(
    boolean verdictsProved,
    List<Region> verdicts,
    boolean clausesProved,
    List<Region> clauses,
    List<Unshared> unshared) {
  public Impact {
    verdicts = List.copyOf(verdicts);
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
   */
  public static Impact of(Policy before, Policy after, LocalDate asOf, Budget budget) {
    List<Unshared> unshared = Unshared.of(before, after);
    if (decideAlike(before, after)) {
      return new Impact(true, List.of(), true, List.of(), unshared);
    }
    long day = asOf.toEpochDay();
    Edition[] editions = {new Edition(before, day), new Edition(after, day)};
    Nodes nodes = new Nodes(budget);
    Answers answers = new Answers();
    try {
      budget.share(3);
      CommonReferrals referrals = new CommonReferrals(editions, nodes);
      Lift[] lifts = new Lift[2];
      int[] plain = new int[2];
      for (int side = 0; side < 2; side++) {
        lifts[side] = new Lift(side, editions[side], referrals, nodes, answers);
        plain[side] = lifts[side].answers(answers, false);
      }
      budget.renew();
      budget.share(2);
      int[] withClauses = withClauses(lifts, answers);
      budget.renew();
      budget.share(1);
      Comparison comparison = new Comparison(editions, referrals, nodes, answers, withClauses);
      List<Region> verdicts = comparison.regions(plain, false);
      List<Region> clauses = comparison.sameVerdicts();
      boolean clausesProved = clauses != null;
      return new Impact(
          true, verdicts, clausesProved, clauses == null ? List.of() : clauses, unshared);
    } catch (Budget.Spent e) {
      return new Impact(false, List.of(), false, List.of(), unshared);
    }
  }

  /** The answers with their clauses; nothing when they take too much. */
  private static int[] withClauses(Lift[] lifts, Answers answers) {
    try {
      return new int[] {lifts[0].answers(answers, true), lifts[1].answers(answers, true)};
    } catch (Budget.Spent e) {
      return new int[0];
    }
  }

  /** Two policies in the same space. */
  private record Comparison(
      Edition[] editions,
      CommonReferrals referrals,
      Nodes nodes,
      Answers answers,
      int[] withClauses) {
    List<Region> regions(int[] sides, boolean byClause) {
      Answers.Difference difference = new Answers.Difference(answers, byClause);
      return new RegionFinder(
              editions, referrals, nodes, answers, withClauses.length == 0 ? null : withClauses)
          .regions(nodes.combine(difference, sides[0], sides[1]));
    }

    /** Where the verdict is the same by another clause; null when that takes too much. */
    @Nullable List<Region> sameVerdicts() {
      try {
        return withClauses.length == 0 ? null : regions(withClauses, true);
      } catch (Budget.Spent e) {
        return null;
      }
    }
  }

  /** Whether rules and facts say the same, so that there is nothing to find out. */
  private static boolean decideAlike(Policy before, Policy after) {
    return rules(before).equals(rules(after))
        && facts(before).equals(facts(after))
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
      facts.add(
          fact.path()
              + fact.type()
              + fact.values()
              + fact.assumed()
              + fact.assumedUnless()
              + fact.states()
              + fact.limits());
    }
    return facts;
  }
}
