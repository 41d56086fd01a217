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
 * The ways to state the facts that a condition depends on such that it may be unknown. Knowing less
 * never makes it certain, so a fact is left unstated, except where that can mean more knowledge: a
 * fact that has a default, that makes another's default give way, or that every referral states.
 */
final class PartialReferrals {
  /** Stated, to whatever value: for a fact that matters only in that it is stated. */
  private static final long STATED = Fact.UNSTATED + 1;

  /** So many ways are tried, and no more. */
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

  /** Whether stating a fact states another, or the other way round. */
  private boolean isTied(Fact fact) {
    boolean tied = !fact.states().isEmpty();
    for (Fact other : policy.facts()) {
      tied |= fact.isStatedBy(other);
    }
    return tied;
  }

  /** Not at all, where that is allowed, and each value that a condition tells from the others. */
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
      // a member of a set is a question of its own, absent or present beside each of the others
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
   * What the next way states, by the fact's index; null when there is no further way.
   *
   * @throws Budget.Spent when there are more ways than can be tried
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
   * What is known once the facts are stated so; null where they contradict each other.
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

  /** Puts what is stated so over what a complete referral states. */
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
