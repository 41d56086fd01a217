package clin087.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a rule: the policy's own bullets as a small algebra. {@code toString} prints it
 * in one line.
 */
public sealed interface Condition {

  /** Something that conditions can be turned into part by part, such as decision diagrams. */
  interface Algebra<T> {
    T comparison(Comparison comparison);

    T constant(boolean value);

    T not(T part);

    T atLeast(int n, List<T> parts);
  }

  /** The condition, turned into something else. */
  <T> T fold(Algebra<T> algebra);

  /** Adds its comparisons to a list, in the order of the bullets. */
  void collectInto(List<Comparison> comparisons);

  /** Its comparisons, in the order of the bullets. */
  default List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    collectInto(comparisons);
    return comparisons;
  }

  /**
   * Whether it holds, by Kleene's strong three-valued logic. That is exact unless the condition
   * names a fact twice. It looks at no more facts than it needs.
   */
  Truth evaluate(Facts facts);

  /** A bullet of a list, with the clause that it encodes. */
  record Bullet(Condition condition, @Nullable String clause) {
    @Override
    public String toString() {
      return condition.toString();
    }
  }

  /** How many bullets of a list have to hold. */
  enum Quantifier {
    ALL,
    ANY,
    NONE,
    AT_LEAST;
  }

  /** A list of bullets: all, any, none, or at least {@code n} of them. */
  record Bullets(Quantifier quantifier, int n, List<Bullet> bullets) implements Condition {
    public Bullets {
      bullets = List.copyOf(bullets);
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      List<T> parts = new ArrayList<>(bullets.size());
      for (Bullet bullet : bullets) {
        parts.add(bullet.condition().fold(algebra));
      }
      T some = algebra.atLeast(needed(), parts);
      return quantifier == Quantifier.NONE ? algebra.not(some) : some;
    }

    /** How many bullets must hold; for {@link Quantifier#NONE}, how many must not. */
    public int needed() {
      return switch (quantifier) {
        case ALL -> bullets.size();
        case ANY, NONE -> 1;
        case AT_LEAST -> n;
      };
    }

    @Override
    public Truth evaluate(Facts facts) {
      Truth enough = atLeast(needed(), facts);
      return quantifier == Quantifier.NONE ? enough.not() : enough;
    }

    private Truth atLeast(int needed, Facts facts) {
      int certain = 0;
      int possible = bullets.size();
      for (Bullet bullet : bullets) {
        Truth truth = bullet.condition().evaluate(facts);
        certain += truth == Truth.TRUE ? 1 : 0;
        possible -= truth == Truth.FALSE ? 1 : 0;
        if (certain >= needed) {
          return Truth.TRUE;
        }
        if (possible < needed) {
          return Truth.FALSE;
        }
      }
      return Truth.UNKNOWN;
    }

    @Override
    public void collectInto(List<Comparison> comparisons) {
      for (Bullet bullet : bullets) {
        bullet.condition().collectInto(comparisons);
      }
    }

    @Override
    public String toString() {
      String words =
          switch (quantifier) {
            case ALL -> "all of ";
            case ANY -> "any of ";
            case NONE -> "none of ";
            case AT_LEAST -> "at least " + n + " of ";
          };
      StringBuilder text = new StringBuilder(words).append('(');
      for (int i = 0; i < bullets.size(); i++) {
        text.append(i == 0 ? "" : "; ").append(bullets.get(i));
      }
      return text.append(')').toString();
    }
  }

  /** A comparison of a fact with one value, or with any of several. */
  record Comparison(Fact fact, Comparator comparator, List<Operand> operands) implements Condition {
    public Comparison {
      operands = List.copyOf(operands);
    }

    /** Whether a fact with this code leaves the comparison unknown. */
    public boolean isOpen(long code) {
      return code == Fact.UNSTATED
          || (fact.type() == FactType.SET && (fact.open(code) >> member() & 1) == 1);
    }

    /** The position of the member of a set that it asks for; -1 for a fact that is not a set. */
    public int member() {
      return fact.type() == FactType.SET ? (int) operands.get(0).code() : -1;
    }

    /** Whether the comparison holds for a value on the date of the check. */
    public boolean test(long value, long asOf) {
      if (operands.isEmpty()) {
        return comparator.test(value, 0);
      }
      boolean every = comparator == Comparator.NOT_IN;
      for (Operand operand : operands) {
        if (comparator.test(value, operand.code(asOf)) != every) {
          return !every;
        }
      }
      return every;
    }

    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.comparison(this);
    }

    @Override
    public Truth evaluate(Facts facts) {
      if (comparator.isOfStatement()) {
        return Truth.of(facts.isStated(fact) == (comparator == Comparator.STATED));
      }
      long value = facts.value(fact);
      return isOpen(value) ? Truth.UNKNOWN : Truth.of(test(value, facts.asOf()));
    }

    @Override
    public void collectInto(List<Comparison> comparisons) {
      comparisons.add(this);
    }

    @Override
    public String toString() {
      if (comparator == Comparator.HOLDS) {
        return fact.name();
      }
      if (comparator == Comparator.HOLDS_NOT) {
        return "not " + fact.name();
      }
      StringBuilder text = new StringBuilder(fact.name());
      if (comparator.isOfStatement()) {
        return text.append(' ').append(comparator.words()).toString();
      }
      text.append(' ').append(comparator.words()).append(' ');
      boolean list = comparator == Comparator.IN || comparator == Comparator.NOT_IN;
      text.append(list ? "(" : "");
      for (int i = 0; i < operands.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(operands.get(i).words());
      }
      return text.append(list ? ")" : "").toString();
    }
  }

  /** The condition of the last rule, which decides whatever no other rule does. */
  record Otherwise() implements Condition {
    @Override
    public <T> T fold(Algebra<T> algebra) {
      return algebra.constant(true);
    }

    @Override
    public Truth evaluate(Facts facts) {
      return Truth.TRUE;
    }

    @Override
    public void collectInto(List<Comparison> comparisons) {}

    @Override
    public String toString() {
      return "otherwise";
    }
  }
}
