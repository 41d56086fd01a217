package clin087.decision;

import clin087.decision.Model.Cond;
import clin087.decision.Model.Kind;
import clin087.decision.Model.Question;
import clin087.decision.Model.Test;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every way to fill in what is unknown: facts, and members of sets. Of numbers and dates it tries
 * every constant of the policy, what lies next to it, and the ends of the range.
 */
final class Completions {
  private final Model model;
  private final LocalDate asOf;
  private final List<Integer> factsOfRules;
  private final List<List<Object>> candidates = new ArrayList<>();

  /**
   * Which rules and verdicts the completions reach, and which unknown facts matter for the verdict
   * and for the action: for each its unknown members that do, where it is a set.
   */
  record Reached(
      List<Integer> rules,
      List<Integer> verdicts,
      Map<Integer, List<String>> missing,
      Map<Integer, List<String>> forAction) {}

  /** Something unknown: a fact, or one member of a set. */
  private record Slot(int fact, @Nullable String member, List<Object> values) {}

  Completions(Model model, LocalDate asOf) {
    this.model = model;
    this.asOf = asOf;
    this.factsOfRules = model.factsOfRules();
    List<Test> tests = new ArrayList<>();
    model.conditions().forEach(condition -> tests.addAll(condition.tests()));
    for (int i = 0; i < model.facts().size(); i++) {
      int fact = i;
      candidates.add(
          candidates(
              i, tests.stream().filter(it -> it.fact() == fact && !it.isOfStatement()).toList()));
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
      case SET -> sets(question);
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
        days.add(question.days().first(asOf));
        days.add(question.days().last(asOf));
        for (Test test : tests) {
          LocalDate day = (LocalDate) test.operand(asOf);
          days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        }
        days.removeIf(day -> !question.days().allow(day, asOf));
        yield new ArrayList<>(days);
      }
    };
  }

  private static List<Object> sets(Question question) {
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
    return sets;
  }

  /** What is unknown of some facts, in their order, the members of a set beside each other. */
  private List<Slot> unknown(List<Integer> facts, @Nullable Object[] known) {
    List<Slot> slots = new ArrayList<>();
    for (int fact : facts) {
      Question question = model.facts().get(fact);
      if (question.kind() == Kind.SET) {
        for (String member : question.choices()) {
          boolean open =
              known[fact] == null
                  || (known[fact] instanceof Map<?, ?> stated && !stated.containsKey(member));
          if (open) {
            slots.add(new Slot(fact, member, List.of(false, true)));
          }
        }
      } else if (known[fact] == null) {
        slots.add(new Slot(fact, null, candidates.get(fact)));
      }
    }
    return slots;
  }

  /** How many completions a referral has, counting the facts that cautions name too. */
  long count(@Nullable Object[] stated) {
    Set<Integer> named = new HashSet<>();
    model.conditions().forEach(cond -> named.addAll(cond.named(model.facts().size())));
    long count = 1;
    for (Slot slot : unknown(new ArrayList<>(named), stated)) {
      count *= slot.values.size();
    }
    return count;
  }

  /** What every completion says of a condition: true, false, or unknown. */
  String truth(Cond condition, @Nullable Object[] known) {
    boolean[] seen = new boolean[2];
    complete(
        unknown(condition.named(model.facts().size()), known),
        known,
        values -> {
          seen[condition.holds(values) ? 1 : 0] = true;
          return !seen[0] || !seen[1];
        });
    return seen[0] && seen[1] ? "unknown" : String.valueOf(seen[1]);
  }

  /** Whether a condition holds in every complete referral in which another does. */
  boolean implies(Cond condition, Cond other, @Nullable Object[] known) {
    @Nullable Object[] nothing = known.clone();
    Set<Integer> named = new LinkedHashSet<>(condition.named(model.facts().size()));
    named.addAll(other.named(model.facts().size()));
    named.forEach(fact -> nothing[fact] = null);
    boolean[] implies = {true};
    complete(
        unknown(new ArrayList<>(named), nothing),
        nothing,
        values -> {
          implies[0] = !condition.holds(values) || other.holds(values);
          return implies[0];
        });
    return implies[0];
  }

  /** Tries every completion of the facts that rules name. */
  Reached reach(@Nullable Object[] known) {
    List<Slot> unknown = unknown(factsOfRules, known);
    List<Object> verdictOf = new ArrayList<>();
    List<Object> actionOf = new ArrayList<>();
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
          actionOf.add(model.rules().get(rule).action());
          return true;
        });
    Set<Integer> verdicts = new LinkedHashSet<>();
    rules.forEach(rule -> verdicts.add(model.rules().get(rule).verdict()));
    return new Reached(
        new ArrayList<>(rules),
        new ArrayList<>(verdicts),
        mattering(unknown, verdictOf),
        mattering(unknown, actionOf));
  }

  /**
   * The facts of which some change, all else equal in some completion, changes the result; with the
   * members of which a change of them alone does.
   */
  private Map<Integer, List<String>> mattering(List<Slot> unknown, List<Object> results) {
    Map<Integer, List<String>> mattering = new LinkedHashMap<>();
    int stride = results.size();
    for (int i = 0; i < unknown.size(); ) {
      int fact = unknown.get(i).fact;
      List<String> members = new ArrayList<>();
      int ofSlot = stride;
      int many = 1;
      for (; i < unknown.size() && unknown.get(i).fact == fact; i++) {
        int values = unknown.get(i).values.size();
        ofSlot /= values;
        many *= values;
        if (unknown.get(i).member != null && matters(results, ofSlot, values)) {
          members.add(unknown.get(i).member);
        }
      }
      stride = ofSlot;
      if (matters(results, stride, many)) {
        mattering.put(fact, members);
      }
    }
    return mattering;
  }

  /** Whether results differ where one digit of their places does, of this weight and base. */
  private static boolean matters(List<Object> results, int weight, int base) {
    for (int at = 0; at + weight < results.size(); at++) {
      boolean sameButThis = at / weight % base != base - 1;
      if (sameButThis && !results.get(at).equals(results.get(at + weight))) {
        return true;
      }
    }
    return false;
  }

  private interface Completion {
    /** Takes one; whether to go on. */
    boolean take(@Nullable Object[] values);
  }

  /** Every completion, the last of what is unknown changing fastest. */
  private void complete(List<Slot> unknown, @Nullable Object[] known, Completion completion) {
    int[] digit = new int[unknown.size()];
    @Nullable Object[] values = known.clone();
    for (int fact = 0; fact < model.facts().size(); fact++) {
      if (model.facts().get(fact).kind() == Kind.SET && !(known[fact] instanceof Set<?>)) {
        values[fact] = known(known[fact]);
      }
    }
    unknown.forEach(slot -> put(slot, 0, values));
    int at;
    do {
      if (!completion.take(values)) {
        return;
      }
      at = digit.length - 1;
      for (; at >= 0; at--) {
        digit[at] = (digit[at] + 1) % unknown.get(at).values.size();
        put(unknown.get(at), digit[at], values);
        if (digit[at] > 0) {
          break;
        }
      }
    } while (at >= 0);
  }

  /** The members that a set is known to have. */
  private static Set<Object> known(@Nullable Object stated) {
    Set<Object> members = new HashSet<>();
    if (stated instanceof Map<?, ?> each) {
      each.forEach(
          (member, holds) -> {
            if (holds.equals(true)) {
              members.add(member);
            }
          });
    }
    return members;
  }

  @SuppressWarnings("unchecked")
  private static void put(Slot slot, int digit, @Nullable Object[] values) {
    Object value = slot.values.get(digit);
    if (slot.member == null) {
      values[slot.fact] = value;
    } else if (value.equals(true)) {
      ((Set<Object>) values[slot.fact]).add(slot.member);
    } else {
      ((Set<Object>) values[slot.fact]).remove(slot.member);
    }
  }
}
