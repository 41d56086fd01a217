package clin087.interview;

import clin087.decision.Decision.Question;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.text.Lines;
import clin087.words.Phrase;
import clin087.words.QuestionWords;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes the questions of an interview, in plain lines that suit screen readers too. */
public final class QuestionWriter {
  private static final String PROMPT = "> ";

  private final Policy policy;
  private final long asOf;
  private final PrintStream out;
  private final int width;
  private String saving = "";

  /**
   * @param asOf the date of the check
   * @param width how many characters a line may have
   */
  public QuestionWriter(Policy policy, LocalDate asOf, PrintStream out, int width) {
    this.policy = policy;
    this.asOf = asOf.toEpochDay();
    this.out = out;
    this.width = width;
  }

  void begin() {
    paragraph(
        "Answer with a number, a word or a date. d or ? means that you do not know; help shows the"
            + " words of the clause; back goes one question back; quit ends."
            + saving);
  }

  /**
   * Prepares to say that the answers are lost at the end.
   *
   * @param file the file that is completed; null if there is none
   */
  public void savesNothing(@Nullable String file) {
    saving =
        file == null
            ? " Your answers are not saved; start with --save FILE to keep them."
            : " " + file + " is not changed; start with --save FILE to keep your answers.";
  }

  /** Writes a question with its clause and its allowed answers, numbered from 1. */
  void ask(Question question) {
    Fact fact = question.fact();
    Lines lines = new Lines(false, width);
    lines.item(
        0,
        "",
        Phrase.sentence(fact.question())
            + (fact.clause() == null ? "" : " (" + fact.clause() + ")"));
    int number = 1;
    for (Choice option : AnswerReader.options(fact, question.open())) {
      lines.item(2, number++ + "  ", option.label());
    }
    String hint = hint(question);
    if (!hint.isEmpty()) {
      lines.item(2, "", hint);
    }
    out.print(lines);
    out.print(PROMPT);
    out.flush();
  }

  private String hint(Question question) {
    return switch (question.fact().type()) {
      case SET ->
          question.open().size() == 1
              ? "1, or none."
              : "One or more, such as 1, 2; add 'only' at the end if no other applies; or none.";
      case INTEGER, DECIMAL, DATE -> Phrase.sentence(expected(question)) + ".";
      case TEXT -> "Any text; here, commands begin with a colon, such as :quit.";
      case BOOLEAN, CHOICE -> "";
    };
  }

  /** Writes the words of the clause that asks for the fact, and of its bullets. */
  void help(Question question) {
    Fact fact = question.fact();
    String clause = fact.clause();
    if (clause == null) {
      say("no clause asks for this; expected " + expected(question));
      return;
    }
    Lines lines = new Lines(false, width);
    for (Clause each : policy.clauseWithBullets(clause)) {
      lines.item(0, "", "Clause " + each.id());
      for (String paragraph : each.paragraphs()) {
        lines.item(2, "", paragraph);
      }
    }
    lines.blank();
    out.print(lines);
  }

  private String expected(Question question) {
    Fact fact = question.fact();
    return switch (fact.type()) {
      case BOOLEAN, CHOICE, SET -> QuestionWords.answers(fact, question.open());
      case INTEGER, DECIMAL -> fact.expected();
      case DATE -> fact.expected(asOf) + ", or DD/MM/YYYY";
      case TEXT -> TextReader.expected(fact);
    };
  }

  /** Writes that the answers will replace a referral, before the first of them does. */
  public void replaces(String file) {
    paragraph(
        file
            + " exists, and your answers will replace it. To complete it instead, enter :quit now, and"
            + " start again with: clin087 ask "
            + file
            + " --save "
            + file);
  }

  /** Writes where the referral is, for a person who goes on with it another day. */
  public void saved(String file) {
    say("the referral is saved in " + file);
  }

  /** Writes which members of a set apply, before the question comes back with the others. */
  void noted(List<Choice> apply) {
    StringJoiner labels = new StringJoiner("; ");
    apply.forEach(member -> labels.add(member.label()));
    say("noted: " + labels);
  }

  /** Writes a sentence about the last answer. */
  void say(String message) {
    paragraph(Phrase.sentence(message) + ".");
  }

  private void paragraph(String text) {
    Lines lines = new Lines(false, width);
    lines.item(0, "", text);
    lines.blank();
    out.print(lines);
  }
}
