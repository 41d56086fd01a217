package clin087.decision;

import clin087.decision.Model.Ago;
import clin087.decision.Model.Answer;
import clin087.decision.Model.Cond;
import clin087.decision.Model.Days;
import clin087.decision.Model.Group;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Law;
import clin087.decision.Model.Notice;
import clin087.decision.Model.Otherwise;
import clin087.decision.Model.Question;
import clin087.decision.Model.Test;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Comparison;
import clin087.policy.Condition.Quantifier;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Operand;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was read from a file as a {@link Model}. Values and operands are taken from their
 * words, so that it relies on the program only to read the file. Facts that state others are left
 * out, and so is the reference, which no rule asks for.
 */
final class PolicyModel {
  private final List<Fact> facts;

  private PolicyModel(Policy policy) {
    this.facts =
        policy.facts().stream()
            .filter(fact -> !fact.limits().required() && fact.states().isEmpty())
            .toList();
  }

  static Model of(Policy policy) {
    return new PolicyModel(policy).model(policy);
  }

  private Model model(Policy policy) {
    List<Law> laws = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      laws.add(
          new Law(
              rule.id(),
              rule.attention(),
              rule.clause().id(),
              rule.seeAlso(),
              condition(rule.when()),
              rule.verdict().index(),
              rule.action()));
    }
    return new Model(
        facts.stream().map(fact -> question(policy, fact)).toList(),
        policy.verdicts().stream().map(verdict -> answer(policy, verdict)).toList(),
        laws,
        policy.cautions().stream()
            .map(
                caution ->
                    new Notice(
                        caution.id(),
                        caution.attention(),
                        caution.clause() == null ? "" : caution.clause().id(),
                        caution.when() == null ? null : condition(caution.when()),
                        caution.outcome() == null ? null : caution.outcome().word(),
                        caution.notReported().stream().map(Rule::index).toList(),
                        caution.message()))
            .toList());
  }

  private Question question(Policy policy, Fact fact) {
    boolean number = fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL;
    int decimals = fact.limits().decimals();
    return new Question(
        fact.path(),
        Kind.valueOf(fact.type().name()),
        fact.type().isListed() ? fact.values() : List.of(),
        decimals,
        number ? BigDecimal.valueOf(fact.limits().min(), decimals) : BigDecimal.ZERO,
        number ? BigDecimal.valueOf(fact.limits().max(), decimals) : BigDecimal.ZERO,
        new Days(
            limit(fact, fact.limits().declaredMin()), limit(fact, fact.limits().declaredMax())),
        fact.assumed() == Fact.UNSTATED ? null : value(fact, fact.words(fact.assumed())),
        fact.assumedUnless().stream().map(i -> index(policy.facts().get(i))).toList(),
        Map.of(),
        fact.clause() == null ? "" : fact.clause());
  }

  /** A limit of a date that the policy declares; null where it has none. */
  private static @Nullable Object limit(Fact fact, long declared) {
    if (declared == Limits.TODAY) {
      return "today";
    }
    boolean none = declared == Limits.FIRST_DAY || declared == Limits.LAST_DAY;
    return fact.type() == FactType.DATE && !none ? LocalDate.ofEpochDay(declared) : null;
  }

  private Answer answer(Policy policy, Verdict verdict) {
    Map<Integer, Object> afterwards = new HashMap<>();
    for (Setting setting : verdict.afterwards()) {
      Fact fact = policy.facts().get(setting.fact());
      afterwards.put(index(fact), value(fact, fact.words(setting.value())));
    }
    return new Answer(verdict.id(), verdict.outcome().word(), verdict.action(), afterwards);
  }

  /** The number of a fact in the model; the date of the check comes after the last. */
  private int index(Fact fact) {
    return fact.isOutside() ? facts.size() : facts.indexOf(fact);
  }

  private static Object value(Fact fact, List<String> words) {
    return fact.type() == FactType.SET ? Set.copyOf(words) : value(fact.type(), words.get(0));
  }

  private static Object value(FactType type, String word) {
    return switch (type) {
      case BOOLEAN -> Boolean.valueOf(word);
      case INTEGER, DECIMAL -> new BigDecimal(word);
      case DATE -> LocalDate.parse(word);
      case CHOICE, SET, TEXT -> word;
    };
  }

  private Cond condition(@Nullable Condition condition) {
    if (condition instanceof Bullets list) {
      List<Cond> parts = new ArrayList<>();
      for (Bullet bullet : list.bullets()) {
        parts.add(condition(bullet.condition()));
      }
      String word =
          list.quantifier() == Quantifier.AT_LEAST
              ? "atLeast"
              : list.quantifier().name().toLowerCase(Locale.ROOT);
      return new Group(word, list.n(), parts);
    }
    if (condition instanceof Comparison comparison) {
      List<Object> operands = new ArrayList<>();
      for (Operand operand : comparison.operands()) {
        operands.add(operand(comparison.fact(), operand.words()));
      }
      return new Test(index(comparison.fact()), comparison.comparator().words(), operands);
    }
    return new Otherwise();
  }

  private static Object operand(Fact fact, String words) {
    String[] parts = words.split(" ", -1);
    if (words.equals("today")) {
      return new Ago(0, ChronoUnit.DAYS);
    }
    if (words.endsWith(" ago")) {
      String unit = parts[1].endsWith("s") ? parts[1] : parts[1] + "s";
      return new Ago(Integer.parseInt(parts[0]), ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
    }
    return value(fact.type(), parts[0]);
  }
}
