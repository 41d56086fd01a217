package clin087.analysis;

import clin087.policy.Policy;
import java.time.LocalDate;
import java.util.List;

/**
 * Which referrals a revision of a policy decides differently, over all referrals that both policies
 * can read, whatever they leave out.
 *
 * @param verdicts those with another verdict
 * @param clauses those with the same verdict by another clause
 */
public record Impact(List<Region> verdicts, List<Region> clauses) {
  public Impact {
    verdicts = List.copyOf(verdicts);
    clauses = List.copyOf(clauses);
  }

  /**
   * Compares two policies.
   *
   * @param asOf the date of the check
   * @throws Budget.Spent when it takes too much
   */
  public static Impact of(Policy before, Policy after, LocalDate asOf, Budget budget) {
    long day = asOf.toEpochDay();
    Edition[] editions = {new Edition(before, day), new Edition(after, day)};
    Nodes nodes = new Nodes(budget);
    Answers answers = new Answers();
    CommonReferrals referrals = new CommonReferrals(editions, nodes);
    int[] plain = new int[2];
    int[] withClauses = new int[2];
    for (int side = 0; side < 2; side++) {
      Lift lift = new Lift(side, editions[side], referrals, nodes, answers);
      plain[side] = lift.answers(answers, false);
      withClauses[side] = lift.answers(answers, true);
    }
    RegionFinder finder = new RegionFinder(editions, referrals, nodes, answers, withClauses);
    return new Impact(
        regions(finder, nodes, new Answers.Difference(answers, false), plain),
        regions(finder, nodes, new Answers.Difference(answers, true), withClauses));
  }

  private static List<Region> regions(
      RegionFinder finder, Nodes nodes, Answers.Difference difference, int[] sides) {
    return finder.regions(nodes.combine(difference, sides[0], sides[1]));
  }
}
