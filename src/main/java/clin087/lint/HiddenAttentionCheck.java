package clin087.lint;

import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.proof.Constraint;
import clin087.proof.Search;
import clin087.proof.Variable;
import java.util.List;

/** Defaults that make a rule with attention not hold, although another answer would. */
final class HiddenAttentionCheck implements Check {
  @Override
  public String subject() {
    return "which defaults hide a rule with attention";
  }

  @Override
  public void run(Effects effects, Report report) {
    for (Rule rule : effects.policy().rules()) {
      for (Fact fact : rule.facts()) {
        if (rule.attention() && fact.assumed() != Fact.UNSTATED) {
          report.ask(fact.path(), () -> check(effects, rule, fact, report));
        }
      }
    }
  }

  private static void check(Effects effects, Rule rule, Fact fact, Report report) {
    OtherValues values = OtherValues.of(effects.space(), fact);
    Constraint holds = effects.space().holds(rule);
    Constraint assumed = holds;
    for (Variable variable : values.variables()) {
      assumed = assumed.fixed(variable.level(), variable.regionOf(fact.assumed()));
    }
    Search hidden = effects.space().all().where(holds).where(assumed.opposite());
    long[] met = hidden.example();
    if (met != null) {
      String value = values.words(met[fact.index()]);
      met[fact.index()] = Fact.UNSTATED;
      report.add(
          Finding.of(
                  FindingKind.HIDDEN_ATTENTION,
                  fact,
                  "default",
                  "The default of "
                      + fact.path()
                      + " hides the rule '"
                      + rule.id()
                      + "', which has attention: with "
                      + value
                      + " it would hold, but nobody is asked.")
              .shownBy(List.of(effects.example("hidden-attention." + rule.id(), met))));
    }
  }
}
