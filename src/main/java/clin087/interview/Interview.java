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
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question at a time, and only what can still change the verdict or the next step, until
 * there is nothing left to ask or the person stops.
 */
public final class Interview {
  /**
   * How many lines in a row may be unclear. Without a limit, a program at the other end could go on
   * for ever.
   */
  private static final int MOST_UNCLEAR = 10;

  private final Policy policy;
  private final DraftDecider decider;
  private final boolean askAll;
  private final QuestionWriter writer;
  private final Deque<State> earlier = new ArrayDeque<>();
  private State now;
  private @Nullable Question asked;
  private int unclear;

  /** The draft, and the facts and members that the person does not know. */
  private record State(ReferralDraft draft, List<Object> unknown) {
    State {
      unknown = List.copyOf(unknown);
    }
  }

  /**
   * Prepares an interview.
   *
   * @param start the draft to begin with
   * @param askAll whether to ask for facts with a default too
   * @param writer where the questions go
   */
  public Interview(
      Policy policy,
      DraftDecider decider,
      ReferralDraft start,
      boolean askAll,
      QuestionWriter writer) {
    this.policy = policy;
    this.decider = decider;
    this.askAll = askAll;
    this.writer = writer;
    this.now = new State(start, List.of());
  }

  /** Asks the next question; false if no answer can change the decision any more. */
  public boolean ask() {
    Question next = next();
    if (next == null) {
      return false;
    }
    if (asked == null) {
      writer.begin();
    }
    asked = next;
    writer.ask(next);
    return true;
  }

  /** The last question. */
  @Nullable Question asked() {
    return asked;
  }

  /** Accepts the answer to the last question; false if the person ends the interview. */
  public boolean answer(String line) {
    Question question = asked;
    if (question == null) {
      throw new IllegalStateException("nothing has been asked");
    }
    Answer answer = read(question, line);
    if (answer instanceof Unclear wrong) {
      unclear++;
      writer.say(wrong.expected());
    } else {
      unclear = 0;
      take(question, answer);
    }
    return answer != Command.QUIT;
  }

  /** Whether too many lines in a row were unclear. */
  public boolean isLost() {
    return unclear >= MOST_UNCLEAR;
  }

  /** The draft so far. */
  public ReferralDraft draft() {
    return now.draft();
  }

  /** Whether the draft states the reference and everything else that every referral states. */
  public boolean isReferral() {
    return firstNeeded() == null;
  }

  /** The first fact that every referral states and the draft does not; null for none. */
  private @Nullable Fact firstNeeded() {
    for (Fact fact : decider.required()) {
      if (!now.draft().states(fact)) {
        return fact;
      }
    }
    return null;
  }

  private Answer read(Question question, String line) {
    Fact fact = question.fact();
    Answer answer =
        fact.type() == FactType.TEXT
            ? TextReader.read(fact, line)
            : AnswerReader.read(fact, question.open(), decider.asOf(), line);
    if (answer == Command.UNKNOWN && fact.limits().required()) {
      return new Unclear("this cannot be left out: every referral states it");
    }
    return answer instanceof Command || answer instanceof Unclear
        ? answer
        : accepted(question, answer);
  }

  /** The answer, unless {@code check} would refuse the referral for it. */
  private Answer accepted(Question question, Answer answer) {
    Problem problem = decider.problem(after(question, answer).draft().json());
    if (problem == null) {
      return answer;
    }
    boolean contradicts = problem.kind() == ReferralProblem.CONTRADICTION;
    return new Unclear(
        (contradicts ? "this contradicts what is stated already: " : "") + problem.message());
  }

  private void take(Question question, Answer answer) {
    if (answer == Command.HELP) {
      writer.help(question);
    } else if (answer == Command.BACK && earlier.isEmpty()) {
      writer.say("there is no question before this one");
    } else if (answer == Command.BACK) {
      now = earlier.pop();
    } else if (answer != Command.QUIT) {
      earlier.push(now);
      now = after(question, answer);
      if (answer instanceof Members members && !members.only()) {
        writer.noted(members.apply());
      }
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

  /** The next question; null if none is left that can matter. */
  private @Nullable Question next() {
    Fact needed = firstNeeded();
    if (needed != null) {
      return new Question(needed, needed.type() == FactType.SET ? needed.choices() : List.of());
    }
    Decision decision = decider.decide(now.draft(), askAll ? notYetAsked() : List.of());
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

  /** The facts whose default is not used until the person has been asked. */
  List<Fact> notYetAsked() {
    List<Fact> open = new ArrayList<>();
    for (Fact fact : policy.factsOfRules()) {
      if (fact.assumed() != Fact.UNSTATED && !now.unknown().contains(fact)) {
        open.add(fact);
      }
    }
    return open;
  }

  /** The question without what the person does not know; null if nothing is left of it. */
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
