package clin087.proof;

import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A change of one fact from one value to another, to find what it changes in the decision.
 *
 * @param labels a label for each rule, by its index; rules with the same label decide the same
 * @param variables the variables of the fact that change
 * @param from the region of each variable before the change
 * @param to the region of each variable after the change
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes to them
public record ValueChange(
    RuleSearch search, int[] labels, Fact fact, List<Variable> variables, int[] from, int[] to) {
  /** The most values of a fact that are tried. */
  private static final int MOST = 1 << 8;

  /** The variables of a fact. */
  public static List<Variable> variables(ReferralSpace space, Fact fact) {
    List<Variable> own = new ArrayList<>();
    for (Variable variable : space.variables()) {
      if (variable.fact().equals(fact)) {
        own.add(variable);
      }
    }
    return own;
  }

  /**
   * Every combination of one region for each variable.
   *
   * @throws Budget.Spent if there are too many
   */
  public static List<int[]> choices(List<Variable> variables) {
    List<int[]> all = new ArrayList<>();
    all.add(new int[variables.size()]);
    for (int i = 0; i < variables.size(); i++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] choice : all) {
        for (int region = 0; region < variables.get(i).regions().size(); region++) {
          int[] more = choice.clone();
          more[i] = region;
          longer.add(more);
        }
      }
      all = longer;
      if (all.size() > MOST) {
        throw new Budget.Spent();
      }
    }
    return all;
  }

  /** The code of a fact whose variables have these regions. */
  static long code(Fact fact, List<Variable> variables, int[] regions) {
    long code = 0;
    for (int i = 0; i < regions.length; i++) {
      long value = variables.get(i).regions().representative(regions[i]);
      code = fact.type() == FactType.SET ? code | value : value;
    }
    return code;
  }

  /** The code of the new value. */
  public long target() {
    return code(fact, variables, to);
  }

  /** A change of a fact, judged by verdicts. */
  public static ValueChange ofVerdict(
      RuleSearch search, Fact fact, List<Variable> variables, int[] from, int[] to) {
    int[] verdicts = PolicyCompletions.verdicts(search.space().policy());
    return new ValueChange(search, verdicts, fact, variables, from, to);
  }

  /** A complete referral with the old value that is decided otherwise with the new one. */
  public long @Nullable [] example() {
    return example(codes -> true);
  }

  /**
   * Such a referral that is also useful. For each pair of rules that decide before and after the
   * change, one referral is offered.
   */
  public long @Nullable [] example(Predicate<long[]> useful) {
    ReferralSpace space = search.space();
    Search undecided = space.all();
    for (Rule rule : space.policy().rules()) {
      Constraint before = space.holds(rule, variables, from);
      Constraint after = space.holds(rule, variables, to);
      if (asks(rule)) {
        Search leaves = undecided.where(before).where(after.opposite());
        Search enters = undecided.where(after).where(before.opposite());
        long[] found = restDiffers(rule, leaves, to, useful);
        found = found == null ? restDiffers(rule, enters, from, useful) : found;
        if (found != null) {
          return found;
        }
        undecided = undecided.where(after.opposite());
      }
      undecided = undecided.where(before.opposite());
    }
    return null;
  }

  /** A referral that a later rule with another label decides. */
  private long @Nullable [] restDiffers(
      Rule rule, Search first, int[] regions, Predicate<long[]> useful) {
    Search left = first;
    for (Rule next : search.rulesAfter(rule)) {
      if (left.isKnownEmpty()) {
        return null;
      }
      Constraint holds = search.space().holds(next, variables, regions);
      if (labels[next.index()] != labels[rule.index()]) {
        long[] found = usable(left.where(holds), useful);
        if (found != null) {
          return found;
        }
      }
      left = left.where(holds.opposite());
    }
    return usable(left, useful);
  }

  private long @Nullable [] usable(Search searched, Predicate<long[]> useful) {
    long[] found = searched.example();
    if (found == null) {
      return null;
    }
    found[fact.index()] = changed(found[fact.index()]);
    return useful.test(found) ? search.noted(found) : null;
  }

  /** The old code of the fact: members of a set that do not change keep the value found. */
  private long changed(long code) {
    if (fact.type() != FactType.SET) {
      return code(fact, variables, from);
    }
    long members = 0;
    for (Variable variable : variables) {
      members |= 1L << variable.member();
    }
    return (code & ~members) | code(fact, variables, from);
  }

  /** Whether a rule asks for a variable that changes; any other rule is the same after it. */
  private boolean asks(Rule rule) {
    for (Comparison comparison : rule.when().comparisons()) {
      for (Variable variable : variables) {
        if (variable.isAskedBy(comparison)) {
          return true;
        }
      }
    }
    return false;
  }
}
