package clin087.interview;

import clin087.decision.Decision.Question;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.text.Lines;
import clin087.words.Phrase;
import java.io.PrintStream;

/** Writes the questions of an interview, in plain lines that suit screen readers too. */
public final class QuestionWriter {
  private static final String PROMPT = "> ";

  private final Policy policy;
  private final PrintStream out;
  private final int width;

  /**
   * @param width how many characters a line may have
   */
  public QuestionWriter(Policy policy, PrintStream out, int width) {
    this.policy = policy;
    this.out = out;
    this.width = width;
  }

  void begin() {
    paragraph(
        "Answer with a number, a word or a date. d or ? means that you do not know; help shows the"
            + " words of the clause; back goes one question back; quit ends.");
  }

  /** Writes a question with its clause and its allowed answers, numbered from 1. */
  void ask(Question question) {
    Fact fact = question.fact();
    Lines lines = new Lines(false, width);
    lines.blank();
    lines.item(
        0,
        "",
        Phrase.sentence(fact.question())
            + (fact.clause() == null ? "" : " (" + fact.clause() + ")"));
    int number = 1;
    for (Choice option : AnswerReader.options(fact, question.open())) {
      lines.item(2, number++ + "  ", option.label());
    }
    String hint = hint(fact);
    if (!hint.isEmpty()) {
      lines.item(2, "", hint);
    }
    out.print(lines);
    out.print(PROMPT);
    out.flush();
  }

  private static String hint(Fact fact) {
    return switch (fact.type()) {
      case SET -> "One or more, such as 1, 2; add 'only' at the end if no other applies; or none.";
      case INTEGER, DECIMAL -> "Expected " + fact.expected() + ".";
      case DATE -> "Expected a date, YYYY-MM-DD or DD/MM/YYYY.";
      case TEXT -> "Any text; here, commands begin with a colon, such as :quit.";
      case BOOLEAN, CHOICE -> "";
    };
  }

  /** Writes the words of the clause that asks for the fact. */
  void help(Question question) {
    String clause = question.fact().clause();
    say(clause == null ? "no clause asks for this" : clause + ": " + policy.clause(clause).text());
  }

  void say(String message) {
    paragraph(message);
  }

  private void paragraph(String text) {
    Lines lines = new Lines(false, width);
    lines.item(0, "", text);
    out.print(lines);
  }
}
