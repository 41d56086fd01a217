package clin087.proof;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a policy's conditions, with the {@link ValueRegions} of each. A set has a
 * variable for each member that a condition names.
 */
public final class Variables {
  private static final int WHOLE = 0;

  private final long asOf;

  /** The variables by the fact's index, then by the member of a set. */
  private final @Nullable Variable[][] variables;

  private Variable[] byLevel = {};

  /** The members of each set that conditions name, a bit each, by the fact's index. */
  private final long[] members;

  /**
   * The variables of conditions; those that are asked together are near each other.
   *
   * @param facts the facts of the policy
   * @param conditions all conditions that will be asked
   * @param asOf the date of the check, in days since 1970-01-01
   */
  public Variables(List<Fact> facts, List<Condition> conditions, long asOf) {
    this(facts, conditions, asOf, true);
  }

  /** The variables in the order in which the conditions first ask for them. */
  static Variables asAsked(List<Fact> facts, List<Condition> conditions, long asOf) {
    return new Variables(facts, conditions, asOf, false);
  }

  private Variables(List<Fact> facts, List<Condition> conditions, long asOf, boolean grouped) {
    this.asOf = asOf;
    this.variables = new @Nullable Variable[facts.size()][];
    this.members = new long[facts.size()];
    List<Comparison> comparisons = comparisons(conditions);
    int level = 0;
    for (Comparison comparison : comparisons) {
      if (add(comparison, comparisons, level)) {
        level++;
      }
    }
    int[] levels = new int[level];
    for (int i = 0; i < level; i++) {
      levels[i] = i;
    }
    setLevels(grouped ? new VariableOrder(this, level).grouped(conditions) : levels);
  }

  /**
   * @param levels the new level of each variable, by the old one
   */
  private void setLevels(int[] levels) {
    byLevel = new Variable[levels.length];
    for (@Nullable Variable[] ofFact : variables) {
      for (int i = 0; ofFact != null && i < ofFact.length; i++) {
        Variable old = ofFact[i];
        if (old != null) {
          int level = levels[old.level()];
          ofFact[i] = new Variable(level, old.fact(), old.member(), old.regions());
          byLevel[level] = ofFact[i];
        }
      }
    }
  }

  private static List<Comparison> comparisons(List<Condition> conditions) {
    List<Comparison> all = new ArrayList<>();
    for (Condition condition : conditions) {
      condition.collectInto(all);
    }
    List<Comparison> ofValues = new ArrayList<>();
    for (Comparison comparison : all) {
      if (asksForValue(comparison)) {
        ofValues.add(comparison);
      }
    }
    return ofValues;
  }

  /** Whether a comparison asks for a value that may be unknown. */
  static boolean asksForValue(Comparison comparison) {
    return !comparison.fact().isOutside() && !comparison.comparator().isOfStatement();
  }

  private boolean add(Comparison comparison, List<Comparison> all, int level) {
    Fact fact = comparison.fact();
    @Nullable Variable[] ofFact = variables[fact.index()];
    if (ofFact == null) {
      ofFact = new @Nullable Variable[fact.type() == FactType.SET ? fact.choices().size() : 1];
      variables[fact.index()] = ofFact;
    }
    int member = member(comparison);
    if (ofFact[member] != null) {
      return false;
    }
    ValueRegions regions;
    boolean isSet = fact.type() == FactType.SET;
    if (isSet) {
      regions = ValueRegions.ofMember(1L << member);
      members[fact.index()] |= 1L << member;
    } else {
      List<Comparison> ofSameFact = new ArrayList<>();
      for (Comparison other : all) {
        if (other.fact().equals(fact)) {
          ofSameFact.add(other);
        }
      }
      regions = ValueRegions.of(fact, ofSameFact, asOf);
    }
    ofFact[member] = new Variable(level, fact, isSet ? member : -1, regions);
    return true;
  }

  /** All variables, in the order of their levels. */
  public List<Variable> all() {
    return List.of(byLevel);
  }

  /** The variables of some levels, in order. */
  List<Variable> at(BitSet levels) {
    List<Variable> found = new ArrayList<>();
    for (Variable variable : all()) {
      if (levels.get(variable.level())) {
        found.add(variable);
      }
    }
    return found;
  }

  /** The variable of a comparison. */
  public Variable of(Comparison comparison) {
    @Nullable Variable[] ofFact = variables[comparison.fact().index()];
    Variable variable = ofFact == null ? null : ofFact[member(comparison)];
    if (variable == null) {
      throw new IllegalArgumentException("not a comparison of this policy: " + comparison);
    }
    return variable;
  }

  /** A value that no condition distinguishes from this one. */
  public long representative(Fact fact, long value) {
    if (fact.type() == FactType.SET) {
      long named = members[fact.index()];
      return value & (named | named << Fact.MOST_MEMBERS);
    }
    @Nullable Variable[] ofFact = variables[fact.index()];
    Variable whole = ofFact == null ? null : ofFact[WHOLE];
    return whole == null ? 0 : whole.regions().representativeOf(value);
  }

  private static int member(Comparison comparison) {
    return Math.max(WHOLE, comparison.member());
  }
}
