package clin087.revision;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.proof.Variable;
import clin087.proof.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of two compared policies: what its rules distinguish. */
final class ComparedPolicy {
  final Policy policy;
  final long asOf;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Variables variables;

  /** The comparisons of the rules, by the fact's index. */
  private final Map<Integer, List<Comparison>> asked = new HashMap<>();

  ComparedPolicy(Policy policy, long asOf) {
    this.policy = policy;
    this.asOf = asOf;
    List<Condition> conditions = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      conditions.add(rule.when());
    }
    this.variables = new Variables(policy.facts(), conditions, asOf);
    for (Fact fact : policy.facts()) {
      facts.put(fact.path(), fact);
      asked.put(fact.index(), new ArrayList<>());
    }
    for (Condition condition : conditions) {
      for (Comparison comparison : condition.comparisons()) {
        if (!comparison.fact().isOutside()) {
          comparisonsOf(comparison.fact()).add(comparison);
        }
      }
    }
  }

  /** The fact of a path; null if the policy has none. */
  @Nullable Fact fact(String path) {
    return facts.get(path);
  }

  private List<Comparison> comparisonsOf(Fact fact) {
    return asked.getOrDefault(fact.index(), List.of());
  }

  /** Whether a rule asks for a member of a set. */
  boolean asksFor(Fact set, long member) {
    for (Comparison comparison : comparisonsOf(set)) {
      if (comparison.member() == member) {
        return true;
      }
    }
    return false;
  }

  /** The region of a value of a fact; if no rule asks for the fact, all values are one region. */
  int region(Fact fact, long code) {
    List<Comparison> comparisons = comparisonsOf(fact);
    if (comparisons.isEmpty() || fact.type() == FactType.SET) {
      return 0;
    }
    return variables.of(comparisons.get(0)).regions().of(code);
  }

  /** The variables of the rules; those that are asked together are near each other. */
  List<Variable> variables() {
    return variables.all();
  }

  /** The values of an ordered fact at which the rules begin to distinguish. */
  List<Long> cuts(Fact fact) {
    List<Long> cuts = new ArrayList<>();
    for (Comparison comparison : comparisonsOf(fact)) {
      for (Operand operand : comparison.operands()) {
        cuts.add(operand.code(asOf));
        cuts.add(operand.code(asOf) + 1);
      }
    }
    return cuts;
  }

  /** For each region, whether it passes a comparison. */
  boolean[] passing(Comparison comparison) {
    Variable variable = variables.of(comparison);
    boolean[] passing = new boolean[variable.regions().size()];
    for (int i = 0; i < passing.length; i++) {
      passing[i] = variable.passes(comparison, i, asOf);
    }
    return passing;
  }

  /** The facts that state a fact as well. */
  List<Fact> sources(Fact target) {
    List<Fact> sources = new ArrayList<>();
    for (Fact fact : policy.facts()) {
      if (target.isStatedBy(fact)) {
        sources.add(fact);
      }
    }
    return sources;
  }

  /** The facts that make the assumption of a fact give way. */
  List<Fact> unless(Fact fact) {
    List<Fact> unless = new ArrayList<>();
    for (int other : fact.assumedUnless()) {
      unless.add(policy.facts().get(other));
    }
    return unless;
  }
}
