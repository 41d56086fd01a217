package clin087.lint;

import clin087.policy.Fact;
import clin087.policy.Places;

/** Finds facts that rules look at but that have no question. */
final class QuestionsCheck implements Check {
  private final Places places;

  QuestionsCheck(Places places) {
    this.places = places;
  }

  @Override
  public String subject() {
    return "which facts have a question";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    for (Fact fact : effects.policy().factsOfRules()) {
      if (!places.has(fact, "question")) {
        report.add(
            Finding.of(
                FindingKind.NO_QUESTION,
                fact,
                "",
                "Rules look at "
                    + fact.path()
                    + ", but it has no 'question' to put to a person who has not stated it."));
      }
    }
  }
}
