package clin087.proof;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Facts;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.proof.RuleSearch.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the variables whose change alone, with all else equal, can change the decision. */
public final class DecidingVariables {
  private static final int NO_RULE = -1;

  private final RuleSearch search;
  private final int[] labels;

  /**
   * @param labels a label for each rule, by its index; rules with the same label decide the same
   */
  private DecidingVariables(RuleSearch search, int[] labels) {
    this.search = search;
    this.labels = labels;
  }

  /** Whether a change of a fact can change a verdict. */
  public static boolean changesVerdict(RuleSearch search, Fact fact) {
    Policy policy = search.space().policy();
    DecidingVariables matters = new DecidingVariables(search, PolicyCompletions.verdicts(policy));
    for (Variable variable : search.space().variables()) {
      if (variable.fact().equals(fact) && matters.test(variable)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The unknown variables that matter.
   *
   * @param rules the indexes of the rules that can decide
   */
  static List<Variable> of(RuleSearch search, Facts known, int[] labels, BitSet rules) {
    BitSet labelsOfRules = new BitSet();
    for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
      labelsOfRules.set(labels[rule]);
    }
    List<Variable> found = new ArrayList<>();
    if (labelsOfRules.cardinality() < 2) {
      return found;
    }
    DecidingVariables matters = new DecidingVariables(search, labels);
    for (Variable variable : search.space().variables()) {
      if (variable.isOpen(known.value(variable.fact())) && matters.test(variable)) {
        found.add(variable);
      }
    }
    return found;
  }

  private boolean test(Variable variable) {
    for (Sample sample : search.samples()) {
      if (changes(variable, sample.codes())) {
        return true;
      }
    }
    // if no step from one value to the next matters, no change of value matters
    for (int to = 1; to < variable.regions().size(); to++) {
      ValueChange change =
          new ValueChange(
              search, labels, variable.fact(), List.of(variable), new int[] {0}, new int[] {to});
      if (change.example() != null) {
        return true;
      }
    }
    return false;
  }

  private boolean changes(Variable variable, long[] codes) {
    int label = label(codes);
    int fact = variable.fact().index();
    for (int region = 0; region < variable.regions().size(); region++) {
      long value = variable.regions().representative(region);
      long[] other = codes.clone();
      other[fact] = variable.fact().type() == FactType.SET ? codes[fact] ^ value : value;
      if (label(other) != label) {
        return true;
      }
    }
    return false;
  }

  private int label(long[] codes) {
    @Nullable Rule rule = search.space().deciding(codes);
    return rule == null ? NO_RULE : labels[rule.index()];
  }
}
