package clin087.lint;

import clin087.policy.Fact;
import clin087.policy.Places;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds facts that ask the same question as an earlier fact. */
final class SameQuestionsCheck implements Check {
  private final Places places;

  SameQuestionsCheck(Places places) {
    this.places = places;
  }

  @Override
  public String subject() {
    return "which facts ask the same question";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    Map<String, Fact> asked = new HashMap<>();
    for (Fact fact : effects.policy().facts()) {
      String question =
          fact.question().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
      Fact first = places.has(fact, "question") ? asked.putIfAbsent(question, fact) : null;
      if (first != null) {
        report.add(
            Finding.of(
                FindingKind.SAME_QUESTION,
                fact,
                "question",
                fact.path() + " asks the same question as " + first.path() + "."));
      }
    }
  }
}
