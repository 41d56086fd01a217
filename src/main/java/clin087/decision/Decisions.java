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
  private volatile int remembered;

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
    private volatile Branches branches = new Branches(new long[0], new Node[0]);

    Question(Ask ask) {
      this.ask = ask;
    }

    @Nullable Node branch(long value) {
      Branches now = branches;
      for (int i = 0; i < now.values.length; i++) {
        if (now.values[i] == value) {
          return now.nodes[i];
        }
      }
      return null;
    }

    /** Sets the node that follows an answer. */
    void put(long value, Node node) {
      int at = 0;
      while (at < branches.values.length && branches.values[at] != value) {
        at++;
      }
      int count = Math.max(branches.values.length, at + 1);
      long[] values = Arrays.copyOf(branches.values, count);
      Node[] nodes = Arrays.copyOf(branches.nodes, count);
      values[at] = value;
      nodes[at] = node;
      branches = new Branches(values, nodes);
    }
  }

  private static final class Branches {
    final long[] values;
    final Node[] nodes;

    Branches(long[] values, Node[] nodes) {
      this.values = values;
      this.nodes = nodes;
    }
  }

  /** The decision on a referral. */
  public Decision of(Referral referral) {
    Node node = root;
    while (node instanceof Question question) {
      node = question.branch(decider.answer(question.ask, referral));
    }
    return node instanceof Answer answer ? answer.decision : learn(referral);
  }

  private synchronized Decision learn(Referral referral) {
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
    Question question = node instanceof Question known ? known : new Question(asked.get(0));
    long answer = decider.answer(question.ask, referral);
    List<Ask> rest = asked.subList(1, asked.size());
    question.put(answer, grown(question.branch(answer), rest, referral, decision));
    return question;
  }
}
