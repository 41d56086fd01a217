package clin087.form;

import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns conditions into data, and collects their variables in the order in which they ask for them.
 */
final class VariablesJson implements Condition.Algebra<ConditionJson> {
  /** Any day to compare others with, since only their order counts. */
  private static final long SOME_DAY = 0;

  private final List<Variable> variables = new ArrayList<>();

  private record Variable(
      Fact fact, @Nullable Integer member, boolean isOfStatement, Set<Object> starts) {
    boolean isOf(Fact other, @Nullable Integer otherMember, boolean ofStatement) {
      return fact.equals(other)
          && Objects.equals(member, otherMember)
          && isOfStatement == ofStatement;
    }
  }

  /** The data of a condition. */
  ConditionJson of(Condition condition) {
    return condition.fold(this);
  }

  /** The variables of the conditions so far. */
  List<VariableJson> all() {
    return variables.stream().map(VariablesJson::variable).toList();
  }

  private static VariableJson variable(Variable variable) {
    Fact fact = variable.fact;
    Integer member = variable.member;
    if (fact.type().isOrdered() && !variable.isOfStatement) {
      List<Object> starts = List.copyOf(variable.starts);
      return new VariableJson(
          fact.index(), member, false, starts, VariableJson.least(fact), VariableJson.most(fact));
    }
    boolean isTruth = variable.isOfStatement || member != null;
    List<Object> starts = new ArrayList<>();
    for (int code = 0; code < (isTruth ? 2 : fact.choices().size()); code++) {
      starts.add(code);
    }
    int most = starts.size() - 1;
    return new VariableJson(fact.index(), member, variable.isOfStatement, starts, 0, most);
  }

  @Override
  public ConditionJson comparison(Comparison comparison) {
    Fact fact = comparison.fact();
    if (comparison.comparator().isOfStatement()) {
      boolean stated = comparison.test(1, SOME_DAY);
      return new ConditionJson.Test(find(fact, null, true), null, List.of(!stated, stated));
    }
    if (fact.type() == FactType.SET) {
      int member = comparison.member();
      return test(comparison, find(fact, member, false), null, 0, 1L << member);
    }
    int variable = find(fact, null, false);
    if (!fact.type().isOrdered()) {
      long[] codes = IntStream.range(0, fact.choices().size()).asLongStream().toArray();
      return test(comparison, variable, null, codes);
    }
    Operand operand = comparison.operands().get(0);
    variables.get(variable).starts.add(VariableJson.point(operand, 0));
    variables.get(variable).starts.add(VariableJson.point(operand, 1));
    long code = operand.code(SOME_DAY);
    Object point = VariableJson.point(operand, 0);
    return test(comparison, variable, point, code - 1, code, code + 1);
  }

  private static ConditionJson.Test test(
      Comparison comparison, int variable, @Nullable Object point, long... codes) {
    List<Boolean> passes = new ArrayList<>();
    for (long code : codes) {
      passes.add(comparison.test(code, SOME_DAY));
    }
    return new ConditionJson.Test(variable, point, passes);
  }

  private int find(Fact fact, @Nullable Integer member, boolean ofStatement) {
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).isOf(fact, member, ofStatement)) {
        return i;
      }
    }
    variables.add(new Variable(fact, member, ofStatement, new LinkedHashSet<>()));
    return variables.size() - 1;
  }

  @Override
  public ConditionJson constant(boolean value) {
    return new ConditionJson.AtLeast(value ? 0 : 1, List.of());
  }

  @Override
  public ConditionJson not(ConditionJson part) {
    return new ConditionJson.Not(part);
  }

  @Override
  public ConditionJson atLeast(int n, List<ConditionJson> parts) {
    return new ConditionJson.AtLeast(n, parts);
  }
}
