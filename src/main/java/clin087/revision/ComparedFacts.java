package clin087.revision;

import clin087.policy.Fact;
import clin087.policy.Setting;
import clin087.proof.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts by which two policies are compared: those that a rule of either asks for, those that
 * these depend on, and those that only one policy can read, in whole or in part. A path with values
 * of different types is two facts, of which a referral states at most one.
 */
final class ComparedFacts {
  private final ComparedPolicy[] policies;
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<ComparedFact> all = new ArrayList<>();
  private final IdentityHashMap<Fact, ComparedFact> byFact = new IdentityHashMap<>();

  /** The facts by level. */
  private final List<ComparedFact> levels = new ArrayList<>();

  ComparedFacts(ComparedPolicy[] policies) {
    this.policies = policies.clone();
    // in the new policy's order first, since its readers are interested
    for (int side = 1; side >= 0; side--) {
      for (Variable variable : policies[side].variables()) {
        paths.add(variable.fact().path());
        asked.add(variable.fact().path());
      }
    }
    Map<String, List<ComparedFact>> made = new LinkedHashMap<>();
    for (int side = 1; side >= 0; side--) {
      for (Fact fact : policies[side].policy.facts()) {
        made.computeIfAbsent(fact.path(), this::compared);
      }
    }
    for (Map.Entry<String, List<ComparedFact>> each : made.entrySet()) {
      for (ComparedFact fact : each.getValue()) {
        if (fact.isPartlyCommon() || !statesAlike(each.getKey())) {
          paths.add(each.getKey());
        }
      }
    }
    int before;
    do {
      before = paths.size();
      new ArrayList<>(paths).forEach(this::addWhatItDependsOn);
    } while (paths.size() > before);
    for (String path : paths) {
      for (ComparedFact fact : made.getOrDefault(path, List.of())) {
        add(fact);
      }
    }
  }

  private void add(ComparedFact fact) {
    fact.level = levels.size();
    all.add(fact);
    for (int side = 0; side < 2; side++) {
      Fact own = fact.fact(side);
      if (own != null) {
        byFact.put(own, fact);
      }
    }
    for (int i = 0; i < fact.levels(); i++) {
      levels.add(fact);
    }
  }

  private List<ComparedFact> compared(String path) {
    Fact before = policies[0].fact(path);
    Fact after = policies[1].fact(path);
    if (before == null || after == null || FactCells.areComparable(before, after)) {
      return List.of(compared(before, after));
    }
    return List.of(compared(null, after), compared(before, null));
  }

  private ComparedFact compared(@Nullable Fact before, @Nullable Fact after) {
    boolean tied = false;
    boolean formMatters = false;
    for (int side = 0; side < 2; side++) {
      Fact fact = side == 0 ? before : after;
      if (fact != null) {
        formMatters |= fact.assumed() != Fact.UNSTATED || fact.limits().required();
        formMatters |= !fact.states().isEmpty();
        tied |= !policies[side].sources(fact).isEmpty();
        for (Fact other : policies[side].policy.facts()) {
          tied |= other.assumedUnless().contains(fact.index());
        }
      }
    }
    return new ComparedFact(before, after, policies, special(before, after), tied, formMatters);
  }

  /** The values that are assumed, or that other facts state. */
  private List<String> special(@Nullable Fact before, @Nullable Fact after) {
    List<String> values = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      Fact fact = side == 0 ? before : after;
      for (Fact source : fact == null ? List.<Fact>of() : policies[side].sources(fact)) {
        for (Setting setting : source.states()) {
          if (fact != null && setting.fact() == fact.index()) {
            values.add(String.join(", ", fact.words(setting.value())));
          }
        }
      }
    }
    return values;
  }

  private boolean statesAlike(String path) {
    List<String> words = new ArrayList<>();
    for (ComparedPolicy policy : policies) {
      Fact fact = policy.fact(path);
      words.add(fact == null ? "" : states(policy, fact));
    }
    return words.get(0).equals(words.get(1));
  }

  private static String states(ComparedPolicy policy, Fact fact) {
    StringBuilder text = new StringBuilder();
    for (Setting setting : fact.states()) {
      Fact target = policy.policy.facts().get(setting.fact());
      text.append(target.path()).append(target.words(setting.value()));
    }
    return text.toString();
  }

  private void addWhatItDependsOn(String path) {
    for (ComparedPolicy policy : policies) {
      Fact fact = policy.fact(path);
      if (fact != null) {
        policy.unless(fact).forEach(other -> paths.add(other.path()));
        policy.sources(fact).forEach(other -> paths.add(other.path()));
        for (Setting setting : fact.states()) {
          paths.add(policy.policy.facts().get(setting.fact()).path());
        }
      }
    }
  }

  /** All facts, in the order of their levels. */
  List<ComparedFact> all() {
    return all;
  }

  /** The compared fact of a policy's fact. */
  @Nullable ComparedFact of(Fact fact) {
    return byFact.get(fact);
  }

  /** The fact of a level. */
  ComparedFact at(int level) {
    return levels.get(level);
  }

  int levels() {
    return levels.size();
  }

  /** Whether a rule of either policy asks for a fact. */
  boolean isAsked(ComparedFact fact) {
    return asked.contains(fact.path);
  }
}
