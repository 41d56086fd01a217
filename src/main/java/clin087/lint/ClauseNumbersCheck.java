package clin087.lint;

import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds limits in a clause that no rule encodes and no question mentions. */
final class ClauseNumbersCheck implements Check {
  @Override
  public String subject() {
    return "whether the rules of a clause have its numbers";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    Policy policy = effects.policy();
    List<RuleLimit> compared = RuleLimit.of(policy);
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        @Nullable List<Amount> encoded = encoded(policy, clause, compared);
        for (WrittenLimit limit : WrittenLimit.in(clause.text())) {
          if (encoded != null
              && limit.isExplicit()
              && encoded.stream().noneMatch(limit.amount()::fits)) {
            report.add(
                Finding.of(
                    FindingKind.NUMBER_NOT_ENCODED,
                    clause,
                    "text",
                    "The clause "
                        + clause.id()
                        + " says \""
                        + limit.words()
                        + "\", but nothing that encodes it ("
                        + String.join(", ", clause.encodedBy())
                        + ") compares with that number or asks about it."));
          }
        }
      }
    }
  }

  /**
   * The amounts in a clause's rules and their questions. Null if nothing encodes the clause, or if
   * one of its rules has a number that the clause lacks, since that is reported already.
   */
  private static @Nullable List<Amount> encoded(
      Policy policy, Clause clause, List<RuleLimit> compared) {
    if (clause.encodedBy().isEmpty()) {
      return null;
    }
    List<Amount> encoded = new ArrayList<>();
    for (RuleLimit limit : compared) {
      if (clause.encodedBy().contains(limit.rule().id())) {
        if (limit.fitting().isEmpty()) {
          return null;
        }
        encoded.add(limit.amount());
      }
    }
    for (Rule rule : policy.rules()) {
      if (clause.encodedBy().contains(rule.id())) {
        for (Fact fact : rule.facts()) {
          addWords(fact.question(), encoded);
          addWords(fact.label(), encoded);
          for (Choice choice : fact.choices()) {
            addWords(choice.label(), encoded);
          }
        }
      }
    }
    return encoded;
  }

  private static void addWords(String text, List<Amount> encoded) {
    WrittenLimit.in(text).forEach(limit -> encoded.add(limit.amount()));
  }
}
