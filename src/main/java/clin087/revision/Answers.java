package clin087.revision;

import clin087.policy.Policy;
import clin087.proof.Diagrams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The answers of two policies, numbered, so that functions can have them as results. */
final class Answers {
  /** The number of a difference where there is none. */
  static final int NONE = 0;

  private final List<Answer> answers = new ArrayList<>();
  private final Map<Answer, Integer> numbers = new HashMap<>();
  private final List<Answer[]> differences = new ArrayList<>();
  private final Map<List<Integer>, Integer> differenceNumbers = new HashMap<>();

  Answers() {
    differences.add(new Answer[0]);
  }

  Answer answer(int number) {
    return answers.get(number);
  }

  /** The number of an answer. */
  int number(Answer answer) {
    Integer known = numbers.get(answer);
    if (known != null) {
      return known;
    }
    answers.add(answer);
    numbers.put(answer, answers.size() - 1);
    return answers.size() - 1;
  }

  /** The answer of the old policy and that of the new one. */
  Answer[] difference(int number) {
    return differences.get(number);
  }

  private int difference(int before, int after) {
    List<Integer> key = List.of(before, after);
    Integer known = differenceNumbers.get(key);
    if (known != null) {
      return known;
    }
    differences.add(new Answer[] {answer(before), answer(after)});
    differenceNumbers.put(key, differences.size() - 1);
    return differences.size() - 1;
  }

  /** What is left to say where a fact is unknown: what two of its values agree on. */
  static final class Agreement extends Diagrams.Combination {
    private final Answers answers;
    private final Answer open;

    Agreement(Answers answers, Policy policy) {
      this.answers = answers;
      this.open = new Answer(policy.incomplete().id(), true, List.of());
    }

    @Override
    protected int of(int one, int other) {
      Answer first = answers.answer(one);
      Answer second = answers.answer(other);
      if (first.differs(second)) {
        return answers.number(open);
      }
      // in an order of their own, since the two policies may have them in different ones
      SortedSet<String> clauses = new TreeSet<>(first.clauses());
      clauses.addAll(second.clauses());
      return answers.number(new Answer(first.verdict(), first.open(), List.copyOf(clauses)));
    }

    @Override
    protected int same(int node) {
      return node;
    }
  }

  /** Where the old and the new answer differ, and how. */
  static final class Difference extends Diagrams.Combination {
    private final Answers answers;
    private final boolean byClause;

    /**
     * @param byClause whether it is the clauses that are to differ, beside the same verdict
     */
    Difference(Answers answers, boolean byClause) {
      this.answers = answers;
      this.byClause = byClause;
    }

    @Override
    protected int of(int before, int after) {
      boolean verdict = answers.answer(before).differs(answers.answer(after));
      return verdict == byClause ? NONE : answers.difference(before, after);
    }

    @Override
    protected int same(int node) {
      return ~NONE;
    }
  }
}
