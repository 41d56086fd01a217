package clin087.decision;

import clin087.decision.Situation.Ask;
import clin087.referral.Referral;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides each kind of referral once. The questions that a decision asks of a referral, in their
 * order, are remembered as a tree. It leads every later referral with the same answers to the same
 * {@link Decision}, without a trace. Several threads may use it at once.
 */
public final class Decisions {
  /** How many decisions are remembered, so that memory does not grow with the input. */
  private static final int MOST = 1 << 13;

  private final Decider decider;
  private final int most;

  private volatile @Nullable Node root;

  /** Only {@link #learn} uses it, one thread after another. */
  private int remembered;

  /** An empty memory for the decisions of a decider. */
  public Decisions(Decider decider) {
    this(decider, MOST);
  }

  Decisions(Decider decider, int most) {
    this.decider = decider;
    this.most = most;
  }

  private sealed interface Node {}

  private record Answer(Decision decision) implements Node {}

  /** A question to a referral, with the node that follows each known answer. */
  private static final class Question implements Node {
    final Ask ask;
    private final long[] answers;
    private final Node[] nodes;

    Question(Ask ask, long[] answers, Node[] nodes) {
      this.ask = ask;
      this.answers = answers;
      this.nodes = nodes;
    }

    @Nullable Node branch(long answer) {
      for (int i = 0; i < answers.length; i++) {
        if (answers[i] == answer) {
          return nodes[i];
        }
      }
      return null;
    }

    /** The same question, with another node that follows an answer. */
    Question with(long answer, Node node) {
      int at = 0;
      while (at < answers.length && answers[at] != answer) {
        at++;
      }
      int count = Math.max(answers.length, at + 1);
      long[] moreAnswers = Arrays.copyOf(answers, count);
      Node[] moreNodes = Arrays.copyOf(nodes, count);
      moreAnswers[at] = answer;
      moreNodes[at] = node;
      return new Question(ask, moreAnswers, moreNodes);
    }
  }

  /** The decision on a referral. */
  public Decision of(Referral referral) {
    Decision known = known(referral);
    return known == null ? learn(referral) : known;
  }

  private @Nullable Decision known(Referral referral) {
    Node node = root;
    while (node instanceof Question question) {
      node = question.branch(decider.answer(question.ask, referral));
    }
    return node instanceof Answer answer ? answer.decision : null;
  }

  private synchronized Decision learn(Referral referral) {
    Decision known = known(referral);
    if (known != null) {
      return known; // another thread has just learned it
    }
    Situation situation = decider.situation(referral);
    Decision decision = decider.decide(situation, false);
    if (remembered >= most) {
      root = null;
      remembered = 0;
    }
    remembered++;
    root = grown(root, situation.asked(), referral, decision);
    return decision;
  }

  /** The tree, extended by a path through the remaining questions to the decision. */
  private Node grown(@Nullable Node node, List<Ask> asked, Referral referral, Decision decision) {
    if (asked.isEmpty()) {
      return new Answer(decision);
    }
    Question question =
        node instanceof Question known
            ? known
            : new Question(asked.get(0), new long[0], new Node[0]);
    long answer = decider.answer(question.ask, referral);
    List<Ask> rest = asked.subList(1, asked.size());
    return question.with(answer, grown(question.branch(answer), rest, referral, decision));
  }
}
