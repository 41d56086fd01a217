package clin087.decision;

import clin087.decision.Model.Cond;
import clin087.decision.Model.Question;
import clin087.decision.Model.Test;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every way to fill in what is unknown. Of numbers and dates it tries every constant of the policy,
 * what lies next to it, and the ends of the range.
 */
final class Completions {
  private final Model model;
  private final LocalDate asOf;
  private final List<Integer> factsOfRules;
  private final List<List<Object>> candidates = new ArrayList<>();

  /** Which rules and verdicts the completions reach, and which unknown facts matter. */
  record Reached(List<Integer> rules, List<Integer> verdicts, List<Integer> missing) {}

  Completions(Model model, LocalDate asOf) {
    this.model = model;
    this.asOf = asOf;
    this.factsOfRules = model.factsOfRules();
    List<Test> tests = new ArrayList<>();
    model.conditions().forEach(condition -> tests.addAll(condition.tests()));
    for (int i = 0; i < model.facts().size(); i++) {
      int fact = i;
      candidates.add(candidates(i, tests.stream().filter(test -> test.fact() == fact).toList()));
    }
  }

  /** What the tested values of a fact are; it has one, at least. */
  List<Object> candidates(int fact) {
    return candidates.get(fact);
  }

  private List<Object> candidates(int fact, List<Test> tests) {
    Question question = model.facts().get(fact);
    return switch (question.kind()) {
      case BOOLEAN -> List.of(true, false);
      case TEXT -> List.of("stated");
      case CHOICE -> List.copyOf(question.choices());
      case SET -> {
        List<Object> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << question.choices().size(); bits++) {
          Set<String> members = new HashSet<>();
          for (int i = 0; i < question.choices().size(); i++) {
            if ((bits & 1 << i) != 0) {
              members.add(question.choices().get(i));
            }
          }
          sets.add(members);
        }
        yield sets;
      }
      case INTEGER, DECIMAL -> {
        BigDecimal step = BigDecimal.ONE.movePointLeft(question.decimals());
        SortedSet<BigDecimal> numbers = new TreeSet<>(List.of(question.min(), question.max()));
        for (Test test : tests) {
          BigDecimal constant = (BigDecimal) test.operand(asOf);
          numbers.addAll(List.of(constant.subtract(step), constant, constant.add(step)));
        }
        numbers.removeIf(n -> n.compareTo(question.min()) < 0 || n.compareTo(question.max()) > 0);
        yield new ArrayList<>(numbers);
      }
      case DATE -> {
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.of(0, 1, 1));
        days.add(LocalDate.of(9999, 12, 31));
        for (Test test : tests) {
          LocalDate day = (LocalDate) test.operand(asOf);
          days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        }
        yield new ArrayList<>(days);
      }
    };
  }

  /** How many completions a referral has, counting the facts that cautions name too. */
  long count(@Nullable Object[] stated) {
    Set<Integer> named = new HashSet<>();
    model.conditions().forEach(cond -> named.addAll(cond.named(model.facts().size())));
    long count = 1;
    for (int fact : named) {
      count *= stated[fact] == null ? candidates.get(fact).size() : 1;
    }
    return count;
  }

  /** What every completion says of a condition: true, false, or unknown. */
  String truth(Cond condition, @Nullable Object[] known) {
    boolean[] seen = new boolean[2];
    complete(
        condition.named(model.facts().size()),
        known,
        values -> {
          seen[condition.holds(values) ? 1 : 0] = true;
          return !seen[0] || !seen[1];
        });
    return seen[0] && seen[1] ? "unknown" : String.valueOf(seen[1]);
  }

  /** Tries every completion of the facts that rules name. */
  Reached reach(@Nullable Object[] known) {
    List<Integer> unknown = factsOfRules.stream().filter(fact -> known[fact] == null).toList();
    List<Integer> verdictOf = new ArrayList<>();
    SortedSet<Integer> rules = new TreeSet<>();
    complete(
        unknown,
        known,
        values -> {
          int rule = 0;
          while (!model.rules().get(rule).when().holds(values)) {
            rule++;
          }
          rules.add(rule);
          verdictOf.add(model.rules().get(rule).verdict());
          return true;
        });
    Set<Integer> verdicts = new LinkedHashSet<>();
    rules.forEach(rule -> verdicts.add(model.rules().get(rule).verdict()));
    List<Integer> missing = new ArrayList<>();
    int stride = verdictOf.size();
    for (int fact : unknown) {
      int many = candidates.get(fact).size();
      stride /= many;
      boolean matters = false;
      for (int at = 0; at + stride < verdictOf.size() && !matters; at++) {
        boolean sameButThisFact = at / stride % many != many - 1;
        matters = sameButThisFact && !verdictOf.get(at).equals(verdictOf.get(at + stride));
      }
      if (matters) {
        missing.add(fact);
      }
    }
    return new Reached(new ArrayList<>(rules), new ArrayList<>(verdicts), missing);
  }

  private interface Completion {
    /** Takes one; whether to go on. */
    boolean take(@Nullable Object[] values);
  }

  /** Every completion of the facts, the last of them changing fastest. */
  private void complete(List<Integer> facts, @Nullable Object[] known, Completion completion) {
    List<Integer> unknown = facts.stream().filter(fact -> known[fact] == null).toList();
    int[] digit = new int[unknown.size()];
    @Nullable Object[] values = known.clone();
    for (int i = 0; i < digit.length; i++) {
      values[unknown.get(i)] = candidates.get(unknown.get(i)).get(0);
    }
    int at;
    do {
      if (!completion.take(values)) {
        return;
      }
      at = digit.length - 1;
      for (; at >= 0; at--) {
        List<Object> all = candidates.get(unknown.get(at));
        digit[at] = (digit[at] + 1) % all.size();
        values[unknown.get(at)] = all.get(digit[at]);
        if (digit[at] > 0) {
          break;
        }
      }
    } while (at >= 0);
  }
}
