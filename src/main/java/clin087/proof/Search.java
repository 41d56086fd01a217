package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.proof.Constraint.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches for complete referrals (which state every fact of the rules) that meet some conditions.
 * Each condition narrows the remaining values of each fact. To find an example, it tries values and
 * narrows again. The search is complete: if it finds no example, there is none.
 *
 * <p>It narrows by arc consistency on decision diagrams: K. C. K. Cheng, R. H. C. Yap, An MDD-based
 * generalized arc consistency algorithm, 2010. The search is that of M. Davis, G. Logemann, D.
 * Loveland, A machine program for theorem-proving, 1962.
 */
public final class Search {
  private final ReferralSpace space;

  /** The remaining values, by level; shared with other searches, so never modified. */
  private final BitSet[] domains;

  /** The constraints that the remaining values do not settle yet. */
  private final List<Constraint> open;

  /** Whether no referral can be left. */
  private final boolean empty;

  private Search(ReferralSpace space, BitSet[] domains, List<Constraint> open, boolean empty) {
    this.space = space;
    this.domains = domains;
    this.open = open;
    this.empty = empty;
  }

  /** The search among all complete referrals. */
  static Search all(ReferralSpace space) {
    List<BitSet> domains = new ArrayList<>();
    space
        .variables()
        .forEach(
            variable -> {
              BitSet all = new BitSet();
              all.set(0, variable.regions().size());
              domains.add(all);
            });
    return new Search(space, domains.toArray(new BitSet[0]), List.of(), false);
  }

  /** The same search with another condition, made of the policy's own comparisons. */
  public Search where(Condition condition) {
    return where(space.constraint(condition));
  }

  /** The same search, with a condition that is not to hold. */
  public Search whereNot(Condition condition) {
    return where(space.constraint(condition).opposite());
  }

  /** The same search with another constraint. */
  public Search where(Constraint constraint) {
    if (empty || (constraint.isConstant() && constraint.isMet())) {
      return this;
    }
    if (constraint.isConstant()) {
      return none();
    }
    List<Constraint> all = new ArrayList<>(open);
    all.add(constraint);
    all.addAll(constraint.definitions());
    BitSet changed = new BitSet();
    for (Constraint added : all.subList(open.size(), all.size())) {
      for (int level : added.levels()) {
        changed.set(level);
      }
    }
    return narrowed(withAuxiliary(changed.length()), all, changed);
  }

  /** The remaining values, extended by those of new auxiliary variables. */
  private BitSet[] withAuxiliary(int levels) {
    BitSet[] more = Arrays.copyOf(domains, Math.max(domains.length, levels));
    for (int level = domains.length; level < more.length; level++) {
      more[level] = new BitSet();
      more[level].set(0, 2);
    }
    return more;
  }

  /** Whether narrowing alone has left no referral. If not, there may still be none. */
  public boolean isKnownEmpty() {
    return empty;
  }

  /**
   * The same search, in which a fact has a value or one that no condition distinguishes from it.
   */
  public Search where(Fact fact, long value) {
    BitSet[] values = domains.clone();
    BitSet changed = new BitSet();
    for (Variable variable : space.variables()) {
      if (variable.fact().equals(fact)) {
        BitSet only = new BitSet();
        only.set(variable.regionOf(value));
        only.and(domains[variable.level()]);
        if (only.isEmpty()) {
          return none();
        }
        values[variable.level()] = only;
        changed.set(variable.level());
      }
    }
    return empty ? this : narrowed(values, open, changed);
  }

  private Search none() {
    return new Search(space, domains, List.of(), true);
  }

  /** Narrows the values until nothing changes any more. */
  private Search narrowed(BitSet[] values, List<Constraint> constraints, BitSet changed) {
    List<Constraint> left = constraints;
    BitSet now = changed;
    while (!now.isEmpty()) {
      BitSet next = new BitSet();
      List<Constraint> still = new ArrayList<>(left.size());
      for (Constraint constraint : left) {
        if (!touches(constraint, now) && !touches(constraint, next)) {
          still.add(constraint);
          continue;
        }
        space.budget().spend();
        State state = constraint.narrow(values, next);
        if (state == State.IMPOSSIBLE) {
          return none();
        }
        if (state == State.OPEN) {
          still.add(constraint);
        }
      }
      left = still;
      now = next;
    }
    return new Search(space, values, left, false);
  }

  private static boolean touches(Constraint constraint, BitSet changed) {
    for (int level : constraint.levels()) {
      if (changed.get(level)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Finds a referral.
   *
   * @return the code of each of the policy's facts, by its index, {@link Fact#UNSTATED} for those
   *     that no condition asks for; null if there is no such referral
   * @throws Budget.Spent if the budget is not enough
   */
  public long @Nullable [] example() {
    Search found = some();
    return found == null ? null : found.first();
  }

  /**
   * Finds several referrals at once: values for each fact such that every combination meets all
   * conditions; null if there is no such referral.
   *
   * @throws Budget.Spent as {@link #example}
   */
  public @Nullable Search some() {
    space.budget().renew();
    return found();
  }

  /** The first referral, if every combination of the remaining values meets all conditions. */
  public long[] first() {
    return space.codes(domains);
  }

  /** Whether there is such a referral; as {@link #example}. */
  public boolean isPossible() {
    return some() != null;
  }

  private @Nullable Search found() {
    if (empty) {
      return null;
    }
    if (open.isEmpty()) {
      return this;
    }
    int level = mostUrgent();
    int value = domains[level].nextSetBit(0);
    BitSet only = new BitSet();
    only.set(value);
    Search found = with(level, only).found();
    if (found != null) {
      return found;
    }
    BitSet others = (BitSet) domains[level].clone();
    others.clear(value);
    return with(level, others).found();
  }

  private Search with(int level, BitSet values) {
    BitSet[] changedDomains = domains.clone();
    changedDomains[level] = values;
    BitSet changed = new BitSet();
    changed.set(level);
    return narrowed(changedDomains, open, changed);
  }

  /**
   * The level to try next: the one with fewest values, of the constraint with fewest choices left.
   */
  private int mostUrgent() {
    int least = Integer.MAX_VALUE;
    int urgent = 0;
    for (Constraint constraint : open) {
      int choices = 0;
      int narrowest = -1;
      for (int level : constraint.levels()) {
        int count = domains[level].cardinality();
        choices += count - 1;
        if (count > 1 && (narrowest < 0 || count < domains[narrowest].cardinality())) {
          narrowest = level;
        }
      }
      if (choices < least) {
        least = choices;
        urgent = narrowest;
      }
    }
    return urgent;
  }
}
