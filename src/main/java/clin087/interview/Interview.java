package clin087.interview;

import clin087.decision.Decision;
import clin087.decision.Decision.Question;
import clin087.interview.Answer.Command;
import clin087.interview.Answer.Members;
import clin087.interview.Answer.Unclear;
import clin087.interview.Answer.Value;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question at a time, and only what can still change the verdict or the next step, until
 * nothing is left to ask or the person has had enough.
 */
public final class Interview {
  /** How many lines in a row may be unclear: a program at the other end would go on for ever. */
  private static final int MOST_UNCLEAR = 10;

  private final Fact reference;
  private final DraftDecider decider;
  private final boolean askAll;
  private final BufferedReader in;
  private final QuestionWriter writer;
  private final Keeper keeper;
  private final Deque<State> earlier = new ArrayDeque<>();
  private State now;

  /** Takes what has been stated so far. */
  public interface Keeper {
    /**
     * Keeps a draft; called after every answer.
     *
     * @throws IOException when it cannot be kept
     */
    void keep(ReferralDraft draft) throws IOException;
  }

  /** Says that too many lines in a row could not be understood. */
  public static final class TooUnclear extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** What is stated, and which questions were answered with "don't know". */
  private record State(ReferralDraft draft, List<Object> unknown) {
    State {
      unknown = List.copyOf(unknown);
    }
  }

  /**
   * @param start what is stated already
   * @param askAll whether facts that have a default are asked for too
   * @param in a line an answer
   * @param writer where the questions go
   */
  public Interview(
      Policy policy,
      DraftDecider decider,
      ReferralDraft start,
      boolean askAll,
      BufferedReader in,
      QuestionWriter writer,
      Keeper keeper) {
    this.reference = policy.reference();
    this.decider = decider;
    this.askAll = askAll;
    this.in = in;
    this.writer = writer;
    this.keeper = keeper;
    this.now = new State(start, List.of());
  }

  /**
   * Asks until nothing is left to ask, or the person or the input ends it.
   *
   * @return what has been stated, which may lack the reference
   * @throws IOException when the input cannot be read or an answer cannot be kept
   * @throws TooUnclear when nothing can be understood
   */
  public ReferralDraft run() throws IOException, TooUnclear {
    writer.begin();
    int unclear = 0;
    Question question = next();
    while (question != null && unclear < MOST_UNCLEAR) {
      writer.ask(question);
      String line = in.readLine();
      Answer answer = line == null ? Command.QUIT : read(question, line);
      if (answer == Command.QUIT) {
        break;
      }
      if (answer instanceof Unclear wrong) {
        unclear++;
        writer.say(wrong.expected());
      } else {
        unclear = 0;
        take(question, answer);
      }
      question = next();
    }
    if (unclear == MOST_UNCLEAR) {
      throw new TooUnclear();
    }
    if (now.draft().states(reference)) {
      keeper.keep(now.draft());
    }
    writer.end();
    return now.draft();
  }

  private Answer read(Question question, String line) {
    if (!question.fact().isReference()) {
      return AnswerReader.read(question.fact(), question.open(), line);
    }
    Command command = AnswerReader.marked(line);
    if (command == Command.UNKNOWN || (command == null && !decider.isReference(line.strip()))) {
      return new Unclear("expected " + reference.expected());
    }
    return command == null ? new Answer.Text(line.strip()) : command;
  }

  private void take(Question question, Answer answer) throws IOException {
    if (answer == Command.HELP) {
      writer.help(question);
      return;
    }
    if (answer == Command.BACK) {
      if (earlier.isEmpty()) {
        writer.say("this is the first question");
        return;
      }
      now = earlier.pop();
    } else {
      earlier.push(now);
      now = after(question, answer);
    }
    if (now.draft().states(reference)) {
      keeper.keep(now.draft());
    }
  }

  private State after(Question question, Answer answer) {
    Fact fact = question.fact();
    ReferralDraft draft = now.draft().copy();
    List<Object> unknown = new ArrayList<>(now.unknown());
    if (answer instanceof Answer.Text text) {
      draft.state(fact, text.text());
    } else if (answer instanceof Value value) {
      draft.state(fact, value.code());
    } else if (answer instanceof Members members) {
      draft.state(fact, members.apply(), true);
      if (members.only()) {
        List<Choice> rest = new ArrayList<>(question.open());
        rest.removeAll(members.apply());
        draft.state(fact, rest, false);
      }
    } else if (fact.type() == FactType.SET) {
      unknown.addAll(question.open());
    } else {
      unknown.add(fact);
    }
    return new State(draft, unknown);
  }

  /** The next question; null when none is left that can matter. */
  private @Nullable Question next() {
    if (!now.draft().states(reference)) {
      return new Question(reference, List.of());
    }
    Decision decision = decider.decide(now.draft(), fact -> askAll && !now.unknown().contains(fact));
    for (Question question : decision.missing()) {
      Question open = unanswered(question);
      if (open != null) {
        return open;
      }
    }
    for (Question question : decision.missingForAction()) {
      Question open = unanswered(question);
      if (open != null) {
        return open;
      }
    }
    return null;
  }

  /** What is left of a question without what the person does not know. */
  private @Nullable Question unanswered(Question question) {
    if (question.fact().type() != FactType.SET) {
      return now.unknown().contains(question.fact()) ? null : question;
    }
    List<Choice> open = new ArrayList<>();
    for (Choice member : question.open()) {
      if (!now.unknown().contains(member)) {
        open.add(member);
      }
    }
    return open.isEmpty() ? null : new Question(question.fact(), open);
  }
}
