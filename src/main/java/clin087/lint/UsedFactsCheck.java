package clin087.lint;

import clin087.policy.Caution;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Places;
import clin087.policy.Policy;
import clin087.policy.Verdict;
import clin087.proof.DecidingVariables;
import java.util.HashSet;
import java.util.Set;

/** Finds facts that nothing looks at, or whose value never changes a verdict. */
final class UsedFactsCheck implements Check {
  private final Places places;

  UsedFactsCheck(Places places) {
    this.places = places;
  }

  @Override
  public String subject() {
    return "which facts can change a verdict";
  }

  @Override
  public void run(RemovalEffects effects, Report report) {
    Policy policy = effects.policy();
    Set<Fact> named = new HashSet<>(policy.factsOfRules());
    Set<Integer> used = usedOtherwise(policy);
    for (Fact fact : policy.facts()) {
      if (fact.type() == FactType.TEXT) {
        continue;
      }
      if (!named.contains(fact)) {
        // a fact without a question costs nobody anything, and may be there for the record
        boolean asked = places.has(fact, "question") && isOwn(policy, fact);
        if (asked && !used.contains(fact.index()) && fact.states().isEmpty()) {
          report.add(
              Finding.of(
                  FindingKind.UNUSED_FACT,
                  fact,
                  "",
                  "Nothing looks at the fact " + fact.path() + "."));
        }
      } else {
        report.ask(fact.path(), () -> check(effects, fact, report));
      }
    }
  }

  /** Whether the fact is from the policy's own file; other policies may use shared facts. */
  private boolean isOwn(Policy policy, Fact fact) {
    return places.of(fact).file().equals(places.of(policy).file());
  }

  private static void check(RemovalEffects effects, Fact fact, Report report) {
    if (!DecidingVariables.changesVerdict(effects.search(), fact)) {
      report.add(
          Finding.of(
              FindingKind.NO_EFFECT,
              fact,
              "",
              "Rules look at " + fact.path() + ", but its value never changes a verdict."));
    }
  }

  /** The indexes of the facts that cautions, other facts or verdicts name. */
  private static Set<Integer> usedOtherwise(Policy policy) {
    Set<Integer> used = new HashSet<>();
    for (Caution caution : policy.cautions()) {
      if (caution.when() != null) {
        caution.when().comparisons().forEach(it -> used.add(it.fact().index()));
      }
    }
    for (Fact fact : policy.facts()) {
      used.addAll(fact.assumedUnless());
      fact.states().forEach(setting -> used.add(setting.fact()));
    }
    for (Verdict verdict : policy.verdicts()) {
      verdict.afterwards().forEach(setting -> used.add(setting.fact()));
    }
    return used;
  }
}
