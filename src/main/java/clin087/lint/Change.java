package clin087.lint;

import clin087.lint.Effects.Sample;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Rule;
import clin087.proof.Budget;
import clin087.proof.Constraint;
import clin087.proof.Search;
import clin087.proof.Space;
import clin087.proof.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One fact with two values: from one to the other, which referrals get another verdict?
 *
 * @param variables those of the fact
 * @param from the region of each variable at first
 * @param to the region of each variable then
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes to them
public record Change(Effects effects, Fact fact, List<Variable> variables, int[] from, int[] to) {
  /** How many values of a fact are tried. */
  private static final int MOST = 1 << 8;

  /** The variables of a fact. */
  public static List<Variable> variables(Space space, Fact fact) {
    List<Variable> own = new ArrayList<>();
    for (Variable variable : space.variables()) {
      if (variable.fact().equals(fact)) {
        own.add(variable);
      }
    }
    return own;
  }

  /**
   * Every choice of one region for each of the variables.
   *
   * @throws Budget.Spent when there are too many
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

  /** Whether some change of a fact changes a verdict. */
  public static boolean matters(Effects effects, Fact fact) {
    List<Variable> variables = variables(effects.space(), fact);
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

  /** The code of the value that it changes to. */
  public long target() {
    return code(fact, variables, to);
  }

  /** A complete referral with the first value that gets another verdict with the second. */
  public long @Nullable [] example() {
    return example(codes -> true);
  }

  /**
   * The same, where it is of use. For each pair of rules that decide, one before the change and one
   * after it, one referral is offered.
   */
  public long @Nullable [] example(Predicate<long[]> useful) {
    Space space = effects.space();
    Search undecided = space.all();
    for (Rule rule : space.policy().rules()) {
      Constraint before = fixed(space.holds(rule), from);
      Constraint after = fixed(space.holds(rule), to);
      if (asks(space.holds(rule))) {
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

  /** A referral that a later rule decides, with another verdict than that of the rule. */
  private long @Nullable [] restDiffers(
      Rule rule, Search search, int[] regions, Predicate<long[]> useful) {
    Search left = search;
    for (Rule next : effects.rulesAfter(rule)) {
      if (left.isKnownEmpty()) {
        return null;
      }
      Constraint holds = fixed(effects.space().holds(next), regions);
      if (next.verdict().index() != rule.verdict().index()) {
        long[] found = usable(left.where(holds), useful);
        if (found != null) {
          return found;
        }
      }
      left = left.where(holds.opposite());
    }
    return usable(left, useful);
  }

  private long @Nullable [] usable(Search search, Predicate<long[]> useful) {
    long[] found = search.example();
    if (found == null) {
      return null;
    }
    found[fact.index()] = code(fact, variables, from);
    return useful.test(found) ? effects.noted(found) : null;
  }

  private Constraint fixed(Constraint constraint, int[] regions) {
    Constraint fixed = constraint;
    for (int i = 0; i < regions.length; i++) {
      fixed = fixed.fixed(variables.get(i).level(), regions[i]);
    }
    return fixed;
  }

  private boolean asks(Constraint constraint) {
    for (Variable variable : variables) {
      if (constraint.asks(variable.level())) {
        return true;
      }
    }
    return false;
  }
}
