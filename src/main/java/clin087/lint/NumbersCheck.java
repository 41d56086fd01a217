package clin087.lint;

import java.util.List;

/** Finds numbers and periods in a rule that none of its clauses states. */
final class NumbersCheck implements Check {
  @Override
  public String subject() {
    return "whether the clauses of a rule state its numbers";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (RuleLimit limit : RuleLimit.of(effects.policy())) {
      if (limit.fitting().isEmpty()) {
        report.add(Finding.of(FindingKind.OTHER_NUMBER, limit.piece(), "", words(limit)));
      }
    }
  }

  private static String words(RuleLimit limit) {
    List<String> stated = limit.written().stream().map(WrittenLimit::words).distinct().toList();
    return "The rule '"
        + limit.rule().id()
        + "' asks for '"
        + limit.words()
        + "', but its clauses ("
        + limit.clauseNumbers()
        + ") have no such number"
        + (stated.isEmpty() ? "." : "; they say \"" + String.join("\", \"", stated) + "\".");
  }
}
