package clin087.lint;

import clin087.lint.WrittenLimit.Side;
import java.util.List;

/**
 * Finds rules that exclude a limit that their clause includes, or the reverse: {@code > 12} for "at
 * least 12".
 */
final class BoundariesCheck implements Check {
  @Override
  public String subject() {
    return "whether rules count limits as their clauses do";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (RuleLimit limit : RuleLimit.of(effects.policy())) {
      Side side = limit.side();
      List<WrittenLimit> stated =
          limit.fitting().stream().filter(written -> written.side() != null).toList();
      if (side != null
          && !stated.isEmpty()
          && stated.stream().noneMatch(written -> countsAlike(side, written))) {
        report.add(Finding.of(FindingKind.OTHER_BOUNDARY, limit.piece(), "", words(limit, stated)));
      }
    }
  }

  private static boolean countsAlike(Side side, WrittenLimit written) {
    return written.side() != null && written.side().countsUpwards() == side.countsUpwards();
  }

  private static String words(RuleLimit limit, List<WrittenLimit> stated) {
    return "The rule '"
        + limit.rule().id()
        + "' asks for '"
        + limit.words()
        + "', but its clauses ("
        + limit.clauseNumbers()
        + ") say \""
        + stated.get(0).words()
        + "\": the limit itself is on the other side.";
  }
}
