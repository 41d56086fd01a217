package clin087.lint;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.proof.Budget;
import clin087.proof.ReferralSpace;
import clin087.proof.ValueChange;
import clin087.proof.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values that a fact may have instead of its default, as regions of its variables.
 *
 * @param assumed the regions of the default
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes to it
record OtherValues(Fact fact, List<Variable> variables, int[] assumed) {

  static OtherValues of(ReferralSpace space, Fact fact) {
    List<Variable> variables = ValueChange.variables(space, fact);
    int[] assumed = new int[variables.size()];
    for (int i = 0; i < assumed.length; i++) {
      assumed[i] = variables.get(i).regionOf(fact.assumed());
    }
    return new OtherValues(fact, variables, assumed);
  }

  /** The other values; of a set, which has many, only those that differ in one member. */
  List<int[]> plain() {
    if (fact.type() != FactType.SET) {
      return every();
    }
    List<int[]> others = new ArrayList<>();
    for (int i = 0; i < assumed.length; i++) {
      int[] other = assumed.clone();
      other[i] = 1 - other[i];
      others.add(other);
    }
    return others;
  }

  /**
   * All other values.
   *
   * @throws Budget.Spent if there are too many
   */
  List<int[]> every() {
    List<int[]> others = new ArrayList<>(ValueChange.choices(variables));
    others.removeIf(other -> Arrays.equals(other, assumed));
    return others;
  }

  /** The code of a value by its regions. */
  long code(int... regions) {
    long code = 0;
    for (int i = 0; i < regions.length; i++) {
      long value = variables.get(i).regions().representative(regions[i]);
      code = fact.type() == FactType.SET ? code | value : value;
    }
    return code;
  }

  /** A value in words. */
  static String words(Fact fact, long code) {
    List<String> words = fact.words(code);
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
