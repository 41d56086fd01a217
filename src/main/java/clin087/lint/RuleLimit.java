package clin087.lint;

import clin087.lint.WrittenLimit.Side;
import clin087.policy.Clause;
import clin087.policy.Comparator;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Condition.Quantifier;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Operand;
import clin087.policy.Policy;
import clin087.policy.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit in a rule, beside the limits that its clauses state.
 *
 * @param piece the comparison, or the list of bullets with {@code atLeast}
 * @param side null if only one value passes
 * @param opposite whether it is a bullet of {@code none}
 * @param clauses the clauses that the rule, its bullets and the fact cite
 * @param written the limits that the clauses and the rule's interpretation state
 */
record RuleLimit(
    Rule rule,
    Condition piece,
    Amount amount,
    @Nullable Side side,
    boolean opposite,
    List<Clause> clauses,
    List<WrittenLimit> written) {

  /** The limits in a policy's rules, without fixed days. */
  static List<RuleLimit> of(Policy policy) {
    List<RuleLimit> limits = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      Set<String> cited = new LinkedHashSet<>(List.of(rule.clause().id()));
      cited.addAll(rule.seeAlso());
      collect(policy, rule, new Bullet(rule.when(), null), false, cited, limits);
    }
    return limits;
  }

  private static void collect(
      Policy policy,
      Rule rule,
      Bullet bullet,
      boolean opposite,
      Set<String> cited,
      List<RuleLimit> limits) {
    Set<String> clauses = new LinkedHashSet<>(cited);
    if (bullet.clause() != null) {
      clauses.add(bullet.clause());
    }
    if (bullet.condition() instanceof Comparison comparison) {
      String asked = comparison.fact().clause();
      if (asked != null) {
        clauses.add(asked);
      }
      Amount amount = amount(comparison);
      if (amount != null) {
        limits.add(
            of(policy, rule, comparison, amount, side(comparison.comparator()), opposite, clauses));
      }
    } else if (bullet.condition() instanceof Bullets list) {
      boolean none = list.quantifier() == Quantifier.NONE;
      for (Bullet part : list.bullets()) {
        collect(policy, rule, part, opposite != none, clauses, limits);
      }
      if (list.quantifier() == Quantifier.AT_LEAST) {
        Amount count = Amount.of(BigDecimal.valueOf(list.n()), "");
        limits.add(of(policy, rule, list, count, Side.AT_LEAST, opposite, clauses));
      }
    }
  }

  private static RuleLimit of(
      Policy policy,
      Rule rule,
      Condition piece,
      Amount amount,
      @Nullable Side side,
      boolean opposite,
      Set<String> cited) {
    List<Clause> clauses = cited.stream().map(policy::clause).toList();
    List<WrittenLimit> written = new ArrayList<>();
    clauses.forEach(clause -> written.addAll(WrittenLimit.in(clause.text())));
    if (rule.interpretation() != null) {
      written.addAll(WrittenLimit.in(rule.interpretation()));
    }
    return new RuleLimit(rule, piece, amount, side, opposite, clauses, written);
  }

  private static @Nullable Amount amount(Comparison comparison) {
    Fact fact = comparison.fact();
    if (comparison.operands().size() != 1 || !fact.type().isOrdered()) {
      return null;
    }
    Operand operand = comparison.operands().get(0);
    if (fact.type() == FactType.DATE) {
      return operand.ago() == null || operand.code() == 0
          ? null
          : Amount.of(
              BigDecimal.valueOf(operand.code()), operand.ago().name().toLowerCase(Locale.ROOT));
    }
    int decimals = fact.limits().decimals();
    return Amount.of(BigDecimal.valueOf(operand.code(), decimals), fact.limits().unit());
  }

  /**
   * The side of a comparator. For dates it is that of the time since then: what began earlier has
   * lasted longer.
   */
  private static @Nullable Side side(Comparator comparator) {
    return switch (comparator) {
      case AT_LEAST, ON_OR_BEFORE -> Side.AT_LEAST;
      case MORE_THAN, BEFORE -> Side.MORE_THAN;
      case AT_MOST, ON_OR_AFTER -> Side.AT_MOST;
      case LESS_THAN, AFTER -> Side.LESS_THAN;
      default -> null;
    };
  }

  /** The written limits with the same amount. */
  List<WrittenLimit> fitting() {
    return written.stream().filter(limit -> limit.amount().fits(amount)).toList();
  }

  /** The identifiers of the clauses, such as "1.2 and 3.1". */
  String clauseNumbers() {
    List<String> ids = clauses.stream().map(Clause::id).distinct().toList();
    return String.join(", ", ids);
  }

  /** The comparison in words. */
  String words() {
    return piece instanceof Bullets list
        ? "at least " + list.n() + " of its bullets"
        : piece.toString();
  }
}
