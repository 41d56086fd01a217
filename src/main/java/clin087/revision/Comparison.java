package clin087.revision;

import clin087.policy.Policy;
import clin087.proof.Budget;
import clin087.proof.Diagrams;
import clin087.revision.Impact.Difference;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two policies step by step; each step gets a part of the remaining time. */
final class Comparison {
  /** More steps than there is time for. */
  private static final long STEPS = 1L << 30;

  private final ComparedPolicy[] policies;
  private final Budget budget;
  private Difference verdicts = Difference.UNKNOWN;
  private Difference reasons = Difference.UNKNOWN;
  private List<OneSidedGroup> onlyNew = List.of();
  private List<OneSidedGroup> onlyOld = List.of();
  private boolean oneSidedProved;

  Comparison(Policy before, Policy after, LocalDate asOf, Duration time) {
    long day = asOf.toEpochDay();
    this.policies =
        new ComparedPolicy[] {new ComparedPolicy(before, day), new ComparedPolicy(after, day)};
    this.budget = new Budget(time, STEPS);
    this.oneSidedProved = FactSignatures.of(before).equals(FactSignatures.of(after));
  }

  Impact impact() {
    try {
      compare();
    } catch (Budget.Spent e) {
      // the result is what has been found so far
    }
    return new Impact(verdicts, reasons, onlyNew, onlyOld, oneSidedProved, List.of(), true);
  }

  /** The functions of both policies, and the means to group their differences. */
  private final class Functions {
    private final Diagrams diagrams = new Diagrams(budget);
    private final NumberedAnswers answers = new NumberedAnswers();
    private final ComparedReferrals referrals =
        new ComparedReferrals(policies, new ComparedFacts(policies), diagrams);
    private final int both = referrals.both();
    private final int complete = referrals.complete();
    private final int nearlyComplete = diagrams.and(both, referrals.nearlyComplete());
    private final int[] withReasons = answers(true, true);
    private final GroupWidening widening = new GroupWidening(referrals, diagrams);
    private final GroupFinder finder =
        new GroupFinder(policies, referrals, diagrams, answers, widening);

    private int[] answers(boolean onlyComplete, boolean reasons) {
      int[] sides = new int[2];
      for (int side = 0; side < 2; side++) {
        sides[side] =
            new AnswerFunction(side, policies[side], referrals, diagrams, answers, onlyComplete)
                .answers(reasons);
      }
      return sides;
    }

    private int[] plain(int[] sides) {
      int[] plain = answers.plain();
      return new int[] {diagrams.relabelled(sides[0], plain), diagrams.relabelled(sides[1], plain)};
    }

    private int difference(int[] sides, boolean byReason) {
      return diagrams.combine(
          new NumberedAnswers.Difference(answers, byReason), sides[0], sides[1]);
    }

    private List<Box> boxes(int difference) {
      List<Box> boxes = finder.boxes(difference, diagrams.and(both, complete));
      return widening.widened(boxes, difference, nearlyComplete);
    }

    private Difference complete(List<Box> boxes) {
      List<ReferralGroup> groups = finder.groups(boxes, nearlyComplete, both, withReasons);
      return new Difference(
          finder.summaries(boxes, nearlyComplete, groups), groups, true, List.of(), false);
    }

    /** The answers for referrals that leave facts out; null if they take too long. */
    private int @Nullable [] partialReasons() {
      budget.share(2);
      try {
        return answers(false, true);
      } catch (Budget.Spent e) {
        return null;
      } finally {
        budget.share(1);
      }
    }

    private Difference withPartial(
        Difference known, int difference, List<Box> boxes, int @Nullable [] reasons) {
      int left = difference;
      for (Box box : boxes) {
        left = diagrams.choose(widening.speaksFor(box), ~NumberedAnswers.NONE, left);
      }
      List<ReferralGroup> partial = finder.groups(finder.boxes(left, both), both, both, reasons);
      return new Difference(known.summaries(), known.groups(), true, partial, true);
    }

    private void oneSided(int[] plain) {
      int pairs = diagrams.combine(new NumberedAnswers.Pair(answers), plain[0], plain[1]);
      oneSidedProved = true;
      onlyNew = oneSided(1, pairs);
      onlyOld = oneSided(0, pairs);
    }

    private List<OneSidedGroup> oneSided(int side, int pairs) {
      int only = referrals.only(side);
      List<OneSidedGroup> groups = finder.oneSided(side, pairs, diagrams.and(only, complete));
      // if all of them leave something out, their answers were not worked out
      oneSidedProved &= only == Diagrams.NO || !groups.isEmpty();
      return groups;
    }
  }

  private void compare() {
    budget.share(2);
    Functions functions = new Functions();
    int[] plain = functions.plain(functions.withReasons);
    int difference = functions.difference(plain, false);
    List<Box> boxes = functions.boxes(difference);
    verdicts = functions.complete(boxes);
    budget.share(3);
    functions.oneSided(plain);
    budget.share(2);
    int byReason = functions.difference(functions.withReasons, true);
    List<Box> reasonBoxes = functions.boxes(byReason);
    reasons = functions.complete(reasonBoxes);
    budget.share(2);
    int partial = functions.difference(functions.answers(false, false), false);
    int[] partialReasons = functions.partialReasons();
    verdicts = functions.withPartial(verdicts, partial, boxes, partialReasons);
    if (partialReasons != null) {
      budget.share(1);
      int partialByReason = functions.difference(partialReasons, true);
      reasons = functions.withPartial(reasons, partialByReason, reasonBoxes, partialReasons);
    }
  }
}
