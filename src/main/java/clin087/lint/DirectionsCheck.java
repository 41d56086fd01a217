package clin087.lint;

import clin087.lint.WrittenLimit.Side;
import clin087.policy.Outcome;
import java.util.List;

/**
 * Finds limits that a rule seems to compare in the opposite direction of its clause. A rule that
 * grants what a clause asks for compares in the same direction. A rule that refuses compares in the
 * opposite one, unless the clause says what is not done. The check guesses from single words, so
 * its findings are for information.
 */
final class DirectionsCheck implements Check {
  @Override
  public String subject() {
    return "whether rules compare as their clauses do";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (RuleLimit limit : RuleLimit.of(effects.policy())) {
      Outcome outcome = limit.rule().verdict().outcome();
      Side side = limit.side();
      List<WrittenLimit> stated =
          limit.fitting().stream().filter(written -> written.side() != null).toList();
      if (side != null
          && !stated.isEmpty()
          && (outcome == Outcome.PROCEED || outcome == Outcome.REFUSE)
          && stated.stream().noneMatch(written -> agrees(limit, side, written))) {
        report.add(
            Finding.of(FindingKind.OTHER_WAY_ROUND, limit.piece(), "", words(limit, stated)));
      }
    }
  }

  private static boolean agrees(RuleLimit limit, Side side, WrittenLimit written) {
    boolean refuses = limit.rule().verdict().outcome() == Outcome.REFUSE;
    boolean alike = (refuses == written.negated()) != limit.opposite();
    return written.side() != null && (written.side().isMore() == side.isMore()) == alike;
  }

  private static String words(RuleLimit limit, List<WrittenLimit> stated) {
    return "The rule '"
        + limit.rule().id()
        + "' ("
        + limit.rule().verdict().id()
        + ") asks for '"
        + limit.words()
        + "', but its clauses ("
        + limit.clauseNumbers()
        + ") say \""
        + stated.get(0).words()
        + "\": check which side is meant.";
  }
}
