package clin087.decision;

import clin087.decision.Situation.Ask;
import clin087.referral.Referral;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides referrals, each kind of referral once. Deciding one tells what was asked of it, in which
 * order; these questions are remembered as a tree, which leads every further referral that gives
 * the same answers to the same {@link Decision}, without its trace. For several threads at once.
 */
public final class Decisions {
  /** How many decisions are remembered, so that memory does not grow with the input. */
  private static final int MOST = 1 << 13;

  private final Decider decider;
  private final int most;
  private volatile @Nullable Node root;
  private volatile int remembered;

  /** Remembers the decisions of a decider. */
  public Decisions(Decider decider) {
    this(decider, MOST);
  }

  Decisions(Decider decider, int most) {
    this.decider = decider;
    this.most = most;
  }

  private sealed interface Node {}

  private record Answer(Decision decision) implements Node {}

  /** Something that is asked of a referral, with what follows each answer that has been met. */
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

    /** What follows for a value: what is known of it, or else a node that is added. */
    synchronized Node branch(long value, Node added) {
      Node known = branch(value);
      if (known != null) {
        return known;
      }
      int count = branches.values.length;
      long[] values = Arrays.copyOf(branches.values, count + 1);
      Node[] nodes = Arrays.copyOf(branches.nodes, count + 1);
      values[count] = value;
      nodes[count] = added;
      branches = new Branches(values, nodes);
      return added;
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
    List<Ask> asked = situation.asked();
    if (remembered >= most) {
      root = null;
      remembered = 0;
    }
    remembered++;
    Node next = asked.isEmpty() ? new Answer(decision) : new Question(asked.get(0));
    if (root == null) {
      root = next;
    }
    Node node = root;
    for (int i = 0; i < asked.size() && node instanceof Question question; i++) {
      next = i + 1 < asked.size() ? new Question(asked.get(i + 1)) : new Answer(decision);
      node = question.branch(decider.answer(question.ask, referral), next);
    }
    return decision;
  }
}
