package clin087.coverage;

import clin087.decision.Assumptions;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.proof.Budget;
import clin087.proof.ImpliedFacts;
import clin087.proof.Variable;
import clin087.referral.Referral;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways to state facts so that a condition may be unknown. A fact is left unstated, since
 * knowing less never makes a condition certain. Exceptions are facts that every referral states,
 * and those for which being unstated can mean to know more: they have a default, or make the
 * default of another give way.
 */
final class PartialReferrals {
  /** Marks a fact as stated with any value, if it matters only that it is stated. */
  private static final long STATED = Fact.UNSTATED + 1;

  /** The most ways that are tried. */
  private static final int MOST = 1 << 13;

  private final Policy policy;
  private final Set<Fact> subjects = new LinkedHashSet<>();
  private final List<long[]> choices = new ArrayList<>();
  private final int[] chosen;
  private int tried;
  private boolean done;

  /**
   * The ways for a condition.
   *
   * @param variables of the policy
   */
  PartialReferrals(Policy policy, List<Variable> variables, Condition condition) {
    this.policy = policy;
    Set<Fact> named = new LinkedHashSet<>();
    for (Comparison comparison : condition.comparisons()) {
      if (!comparison.fact().isOutside()) {
        named.add(comparison.fact());
      }
    }
    Set<Fact> givingWay = new LinkedHashSet<>();
    for (Fact fact : named) {
      add(fact, givingWay);
    }
    for (Fact fact : subjects) {
      boolean open = fact.assumed() != Fact.UNSTATED || fact.limits().required();
      if (!open && !givingWay.contains(fact)) {
        choices.add(new long[] {Fact.UNSTATED});
      } else if (named.contains(fact) || isTied(fact)) {
        choices.add(values(fact, variables));
      } else {
        choices.add(
            fact.limits().required() ? new long[] {STATED} : new long[] {Fact.UNSTATED, STATED});
      }
    }
    this.chosen = new int[choices.size()];
  }

  /** Adds a fact with all that its default depends on. */
  private void add(Fact fact, Set<Fact> givingWay) {
    if (!subjects.add(fact) || fact.assumed() == Fact.UNSTATED) {
      return;
    }
    for (int other : fact.assumedUnless()) {
      givingWay.add(policy.facts().get(other));
      add(policy.facts().get(other), givingWay);
    }
  }

  /** Whether stating the fact states another one, or stating another one states it. */
  private boolean isTied(Fact fact) {
    boolean tied = !fact.states().isEmpty();
    for (Fact other : policy.facts()) {
      tied |= fact.isStatedBy(other);
    }
    return tied;
  }

  /**
   * The ways to state a fact: not at all, if that is allowed, and with each value that conditions
   * distinguish.
   */
  private static long[] values(Fact fact, List<Variable> variables) {
    boolean set = fact.type() == FactType.SET;
    List<Long> values = new ArrayList<>();
    for (Variable variable : variables) {
      if (!variable.fact().equals(fact)) {
        continue;
      }
      if (set && values.isEmpty()) {
        values.add(0L);
      }
      // each member of a set counts by itself, absent or present
      List<Long> others = set ? List.copyOf(values) : List.of(0L);
      for (int region = set ? 1 : 0; region < variable.regions().size(); region++) {
        for (long other : others) {
          values.add(other | variable.regions().representative(region));
        }
      }
      if (values.size() > MOST) {
        throw new Budget.Spent();
      }
    }
    if (values.isEmpty()) {
      values.add(any(fact));
    }
    if (!fact.limits().required()) {
      values.add(0, Fact.UNSTATED);
    }
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  /** The code of some value that a referral can state. */
  static long any(Fact fact) {
    return fact.type() == FactType.TEXT ? 1 : fact.type() == FactType.SET ? 0 : fact.limits().min();
  }

  /**
   * The codes that the next way states, by the fact's index; null if there are no more ways.
   *
   * @throws Budget.Spent if there are more ways than can be tried
   */
  long @Nullable [] next() {
    if (done) {
      return null;
    }
    if (++tried > MOST) {
      throw new Budget.Spent();
    }
    long[] stated = policy.nothingStated();
    int i = 0;
    for (Fact fact : subjects) {
      stated[fact.index()] = choices.get(i)[chosen[i]];
      i++;
    }
    int at = 0;
    while (at < chosen.length && ++chosen[at] == choices.get(at).length) {
      chosen[at++] = 0;
    }
    done = at == chosen.length;
    return stated;
  }

  /**
   * What is known once the facts are stated like this; null if they contradict each other.
   *
   * @param stated completed in place
   */
  long @Nullable [] known(long[] stated, Assumptions assumptions) {
    if (ImpliedFacts.complete(policy, stated) != null) {
      return null;
    }
    Referral referral = new Referral("", stated, List.of());
    long[] known = stated.clone();
    for (Fact fact : subjects) {
      long value = assumptions.value(referral, fact);
      known[fact.index()] = value == STATED ? Fact.UNSTATED : value;
    }
    return known;
  }

  /** Overwrites the codes of a complete referral with what is stated. */
  void put(long[] stated, long[] codes) {
    for (Fact fact : policy.facts()) {
      int i = fact.index();
      if (stated[i] == STATED) {
        codes[i] = codes[i] == Fact.UNSTATED ? any(fact) : codes[i];
      } else if (stated[i] != Fact.UNSTATED || subjects.contains(fact)) {
        codes[i] = stated[i];
      }
    }
  }
}
