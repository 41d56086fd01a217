package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Facts;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All complete referrals of a policy: those that state every fact of its rules. The values of each
 * fact are divided into the regions that its comparisons distinguish.
 */
public final class ReferralSpace {
  private final Facts known;
  private final Policy policy;
  private final long asOf;
  private final Budget budget;
  private final List<Variable> variables;
  private final Constraints constraints;

  /** The conditions of the rules that have been asked for. */
  private final @Nullable Constraint[] rules;

  private final List<Search> undecided = new ArrayList<>();

  /**
   * The space of a policy.
   *
   * @param asOf the date of the check
   */
  public ReferralSpace(Policy policy, LocalDate asOf, Budget budget) {
    this(policy, asOf, budget, new KnownFacts(policy.nothingStated(), asOf));
  }

  /**
   * The part of a policy's space in which some facts are known.
   *
   * @param known the known facts
   */
  public ReferralSpace(Policy policy, LocalDate asOf, Budget budget, Facts known) {
    this.known = known;
    this.policy = policy;
    this.asOf = asOf.toEpochDay();
    this.budget = budget;
    Variables all = new Variables(policy.facts(), policy.conditions(), this.asOf);
    this.variables = all.all();
    this.constraints = new Constraints(known, all);
    this.rules = new @Nullable Constraint[policy.rules().size()];
    undecided.add(Search.all(this));
  }

  /** The policy. */
  public Policy policy() {
    return policy;
  }

  /** The date of the check. */
  public LocalDate asOf() {
    return LocalDate.ofEpochDay(asOf);
  }

  /** The budget of every search in it. */
  public Budget budget() {
    return budget;
  }

  /** The variables, in the order of their levels. */
  public List<Variable> variables() {
    return variables;
  }

  /** Every complete referral. */
  public Search all() {
    return undecided.get(0);
  }

  /** The referrals that no rule before this one decides. */
  public Search before(Rule rule) {
    return undecided(rule.index());
  }

  /** The referrals that none of the first rules decides. */
  public Search undecided(int count) {
    while (undecided.size() <= count) {
      int last = undecided.size() - 1;
      Constraint holds = holds(policy.rules().get(last));
      undecided.add(undecided.get(last).where(holds.opposite()));
    }
    return undecided.get(count);
  }

  /** The condition of a rule. */
  public Constraint holds(Rule rule) {
    Constraint known = rules[rule.index()];
    if (known == null) {
      known = constraint(rule.when());
      rules[rule.index()] = known;
    }
    return known;
  }

  /**
   * The condition of a rule with values for some variables, which are fixed in it alone.
   *
   * @param regions the region of each variable's value
   */
  Constraint holds(Rule rule, List<Variable> fixed, int[] regions) {
    return constraints.where(rule.when(), fixed, regions);
  }

  /** The constraint of a condition, made of the policy's own comparisons. */
  Constraint constraint(Condition condition) {
    return constraints.where(condition, List.of(), new int[0]);
  }

  /** The constraint that exactly one of two conditions holds. */
  public Constraint differ(Condition one, Condition other) {
    return constraints.differ(one, other);
  }

  /** The rule that decides a complete referral; null if none does. */
  public @Nullable Rule deciding(long[] codes) {
    Facts complete = new KnownFacts(codes, asOf());
    for (Rule rule : policy.rules()) {
      if (rule.when().evaluate(complete) == Truth.TRUE) {
        return rule;
      }
    }
    return null;
  }

  /** Whether a complete referral meets a condition. */
  public boolean holds(Condition condition, long[] codes) {
    return condition.evaluate(new KnownFacts(codes, asOf())) == Truth.TRUE;
  }

  /** The codes of a referral, with one of the remaining values for each fact. */
  long[] codes(BitSet[] domains) {
    long[] codes = policy.nothingStated();
    for (Fact fact : policy.facts()) {
      long value = known.value(fact);
      boolean whole = value != Fact.UNSTATED && fact.type() == FactType.SET;
      codes[fact.index()] = whole ? value & ~(fact.open(value) << Fact.MOST_MEMBERS) : value;
    }
    for (Variable variable : variables) {
      Fact fact = variable.fact();
      if (variable.isOpen(known.value(fact))) {
        long value = value(variable, domains[variable.level()]);
        long others = codes[fact.index()];
        boolean more = fact.type() == FactType.SET && others != Fact.UNSTATED;
        codes[fact.index()] = more ? others | value : value;
      }
    }
    return codes;
  }

  /** The value that the policy assumes, if it remains; else the first remaining one. */
  private static long value(Variable variable, BitSet left) {
    long assumed = variable.fact().assumed();
    if (assumed != Fact.UNSTATED && variable.fact().type() != FactType.SET) {
      if (left.get(variable.regions().of(assumed))) {
        return assumed;
      }
    }
    return variable.regions().representative(left.nextSetBit(0));
  }
}
