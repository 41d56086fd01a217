package clin087.revision;

import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.proof.Budget;
import clin087.proof.Diagrams;
import clin087.proof.TripleMemo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Numbers the answers of two policies, so that functions can have them as results. */
final class NumberedAnswers {
  /**
   * The most answers, and the most differences, for which the program's heap has room: an unknown
   * fact can leave any of many rules to decide, and each set of them is an answer.
   */
  private static final int MOST = 50_000;

  /** The number for no difference. */
  static final int NONE = 0;

  private final List<PolicyAnswer> answers = new ArrayList<>();
  private final Map<PolicyAnswer, Integer> numbers = new HashMap<>();
  private final List<PolicyAnswer[]> differences = new ArrayList<>();
  private final Map<List<Integer>, Integer> differenceNumbers = new HashMap<>();

  NumberedAnswers() {
    differences.add(new PolicyAnswer[0]);
  }

  PolicyAnswer answer(int number) {
    return answers.get(number);
  }

  /**
   * The number of an answer.
   *
   * @throws Budget.Spent if there are too many
   */
  int number(PolicyAnswer answer) {
    Integer known = numbers.get(answer);
    if (known != null) {
      return known;
    }
    if (answers.size() == MOST) {
      throw new Budget.Spent();
    }
    answers.add(answer);
    numbers.put(answer, answers.size() - 1);
    return answers.size() - 1;
  }

  /** For each answer, the number of the same answer without its reasons. */
  int[] plain() {
    int[] plain = new int[answers.size()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = number(answers.get(i).plain());
    }
    return plain;
  }

  /** The answers of the old and the new policy. */
  PolicyAnswer[] difference(int number) {
    return differences.get(number);
  }

  private int difference(int before, int after) {
    List<Integer> key = List.of(before, after);
    Integer known = differenceNumbers.get(key);
    if (known != null) {
      return known;
    }
    if (differences.size() == MOST) {
      throw new Budget.Spent();
    }
    differences.add(new PolicyAnswer[] {answer(before), answer(after)});
    differenceNumbers.put(key, differences.size() - 1);
    return differences.size() - 1;
  }

  /** The answer of a policy whose given rules decide in some completion. */
  static PolicyAnswer of(Policy policy, Set<Integer> rules, boolean attention) {
    Set<String> clauses = new LinkedHashSet<>();
    Set<String> actions = new LinkedHashSet<>();
    for (int index : rules) {
      clauses.add(policy.rules().get(index).clause().id());
      actions.add(policy.rules().get(index).action());
    }
    Rule first = policy.rules().get(rules.iterator().next());
    return new PolicyAnswer(
        first.verdict().id(),
        first.verdict().outcome(),
        false,
        List.copyOf(rules),
        List.copyOf(clauses),
        List.copyOf(actions),
        attention);
  }

  /**
   * The answer of a policy if the verdict is open.
   *
   * @param actions the action of every completion; empty if they differ
   */
  static PolicyAnswer incomplete(Policy policy, List<String> actions, boolean attention) {
    Verdict open = policy.incomplete();
    return PolicyAnswer.plain(open.id(), open.outcome(), true).doing(actions).with(attention);
  }

  /** What two values of an unknown fact agree on. */
  static final class Agreement extends Diagrams.Combination {
    private final NumberedAnswers answers;
    private final Policy policy;

    Agreement(NumberedAnswers answers, Policy policy) {
      this.answers = answers;
      this.policy = policy;
    }

    @Override
    protected int of(int one, int other) {
      PolicyAnswer first = answers.answer(one);
      PolicyAnswer second = answers.answer(other);
      boolean attention = first.attention() && second.attention();
      if (first.hasOtherVerdict(second) || first.open()) {
        boolean alike = first.actions().size() == 1 && first.actions().equals(second.actions());
        List<String> actions = alike ? first.actions() : List.of();
        return answers.number(incomplete(policy, actions, attention));
      }
      if (first.rules().isEmpty()) {
        return answers.number(first.plain());
      }
      Set<Integer> rules = new TreeSet<>(first.rules());
      rules.addAll(second.rules());
      return answers.number(NumberedAnswers.of(policy, rules, attention));
    }

    @Override
    protected int same(int node) {
      return node;
    }
  }

  /**
   * The first answer, with attention if either has it; if the first has no action, with that of the
   * second.
   */
  static final class EitherAttention extends Diagrams.Combination {
    private final NumberedAnswers answers;

    EitherAttention(NumberedAnswers answers) {
      this.answers = answers;
    }

    @Override
    protected int of(int one, int other) {
      PolicyAnswer first = answers.answer(one);
      PolicyAnswer second = answers.answer(other);
      PolicyAnswer either =
          first.open() && first.actions().isEmpty() ? first.doing(second.actions()) : first;
      return answers.number(either.with(first.attention() || second.attention()));
    }

    @Override
    protected int same(int node) {
      return node;
    }
  }

  /** The difference between the old and the new answer. */
  static final class Difference extends Diagrams.Combination {
    private final NumberedAnswers answers;
    private final boolean byReason;

    /**
     * @param byReason whether to compare the reasons of answers with the same verdict
     */
    Difference(NumberedAnswers answers, boolean byReason) {
      this.answers = answers;
      this.byReason = byReason;
    }

    @Override
    protected int of(int before, int after) {
      PolicyAnswer old = answers.answer(before);
      PolicyAnswer now = answers.answer(after);
      boolean differ = byReason ? old.hasOtherReason(now) : old.hasOtherVerdict(now);
      return differ ? answers.difference(before, after) : NONE;
    }

    @Override
    protected int same(int node) {
      return ~NONE;
    }
  }

  /** The pair of the old and the new answer, even if they are the same. */
  static final class Pair extends Diagrams.Combination {
    private final NumberedAnswers answers;

    Pair(NumberedAnswers answers) {
      this.answers = answers;
    }

    @Override
    protected int of(int before, int after) {
      return answers.difference(before, after);
    }

    @Override
    protected int same(int node) {
      return TripleMemo.UNKNOWN;
    }
  }
}
