package clin087.analysis;

import clin087.analysis.Effects.Sample;
import clin087.decision.Variable;
import clin087.policy.Caution;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Places;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts that nothing looks at, or whose value never changes a verdict. */
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
  public void run(Effects effects, Report report) {
    Policy policy = effects.policy();
    Set<Fact> named = new HashSet<>(policy.factsOfRules());
    Set<Integer> used = usedOtherwise(policy);
    for (Fact fact : policy.facts()) {
      if (fact.type() == FactType.TEXT) {
        continue;
      }
      if (!named.contains(fact)) {
        // without a question nobody is asked for it, so it may as well be there for the record
        boolean asked = places.has(fact, "question");
        if (asked && !used.contains(fact.index()) && fact.states().isEmpty()) {
          report.add(
              Finding.of(
                  "unused-fact",
                  Severity.WARNING,
                  fact,
                  "",
                  "Nothing looks at the fact " + fact.path() + "."));
        }
      } else {
        report.ask(fact.path(), () -> check(effects, fact, report));
      }
    }
  }

  private static void check(Effects effects, Fact fact, Report report) {
    if (!matters(effects, fact)) {
      report.add(
          Finding.of(
              "no-effect",
              Severity.WARNING,
              fact,
              "",
              "Rules look at " + fact.path() + ", but its value never changes a verdict."));
    }
  }

  /** The indexes of facts that cautions, other facts or verdicts name. */
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

  /** Whether some change of its value changes a verdict. */
  static boolean matters(Effects effects, Fact fact) {
    List<Variable> variables = Change.variables(effects.space(), fact);
    for (Sample sample : effects.samples()) {
      if (changes(effects, fact, variables, sample.codes())) {
        return true;
      }
    }
    // where no single step from one value to another matters, no change of value does
    for (Variable variable : variables) {
      for (int to = 1; to < variable.regions().size(); to++) {
        Change change = new Change(effects, fact, List.of(variable), new int[] {0}, new int[] {to});
        if (change.example() != null) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean changes(
      Effects effects, Fact fact, List<Variable> variables, long[] codes) {
    String verdict = verdict(effects, codes);
    for (Variable variable : variables) {
      for (int region = 0; region < variable.regions().size(); region++) {
        long[] other = codes.clone();
        long value = variable.regions().representative(region);
        other[fact.index()] = fact.type() == FactType.SET ? codes[fact.index()] ^ value : value;
        if (!verdict.equals(verdict(effects, other))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String verdict(Effects effects, long[] codes) {
    @Nullable Rule rule = effects.space().deciding(codes);
    return rule == null ? "" : rule.verdict().id();
  }
}
