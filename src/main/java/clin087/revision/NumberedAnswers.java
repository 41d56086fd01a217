package clin087.revision;

import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.proof.Diagrams;
import clin087.proof.TripleMemo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The answers of two policies, numbered, so that functions can have them as results. */
final class NumberedAnswers {
  /** The number of a difference where there is none. */
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

  /** The number of an answer. */
  int number(PolicyAnswer answer) {
    Integer known = numbers.get(answer);
    if (known != null) {
      return known;
    }
    answers.add(answer);
    numbers.put(answer, answers.size() - 1);
    return answers.size() - 1;
  }

  /** For each answer, the number of the same without its reasons. */
  int[] plain() {
    int[] plain = new int[answers.size()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = number(answers.get(i).plain());
    }
    return plain;
  }

  /** The answer of the old policy and that of the new one. */
  PolicyAnswer[] difference(int number) {
    return differences.get(number);
  }

  private int difference(int before, int after) {
    List<Integer> key = List.of(before, after);
    Integer known = differenceNumbers.get(key);
    if (known != null) {
      return known;
    }
    differences.add(new PolicyAnswer[] {answer(before), answer(after)});
    differenceNumbers.put(key, differences.size() - 1);
    return differences.size() - 1;
  }

  /** What rules of a policy answer that decide in some completion. */
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

  /** What a policy answers where the verdict is open. */
  static PolicyAnswer incomplete(Policy policy, boolean attention) {
    Verdict open = policy.incomplete();
    return PolicyAnswer.plain(open.id(), open.outcome(), true).with(attention);
  }

  /** What is left to say where a fact is unknown: what two of its values agree on. */
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
        return answers.number(incomplete(policy, attention));
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

  /** The first answer, which has attention where either has. */
  static final class EitherAttention extends Diagrams.Combination {
    private final NumberedAnswers answers;

    EitherAttention(NumberedAnswers answers) {
      this.answers = answers;
    }

    @Override
    protected int of(int one, int other) {
      PolicyAnswer first = answers.answer(one);
      return answers.number(first.with(first.attention() || answers.answer(other).attention()));
    }

    @Override
    protected int same(int node) {
      return node;
    }
  }

  /** Where the old and the new answer differ, and how. */
  static final class Difference extends Diagrams.Combination {
    private final NumberedAnswers answers;
    private final boolean byReason;

    /**
     * @param byReason whether it is the reasons that are to differ, beside the same verdict
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

  /** The old and the new answer, whether or not they differ. */
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
