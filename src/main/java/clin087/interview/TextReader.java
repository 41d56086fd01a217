package clin087.interview;

import clin087.interview.Answer.Command;
import clin087.interview.Answer.Text;
import clin087.interview.Answer.Unclear;
import clin087.policy.Fact;
import clin087.policy.Limits;
import clin087.text.Characters;

/**
 * Understands a line that answers with a text, such as the reference. A text may be any word, so a
 * command has a colon before it.
 */
final class TextReader {
  private static final String COMMANDS = ":help, :back or :quit";

  private TextReader() {}

  static Answer read(Fact fact, String line) {
    String said = line.strip();
    if (said.startsWith(AnswerReader.COMMAND_MARK)) {
      Command command = AnswerReader.command(said);
      return command == null ? new Unclear("expected " + COMMANDS + " after a colon") : command;
    }
    String wrong = wrong(fact.limits(), said);
    return wrong.isEmpty() ? new Text(said) : new Unclear(wrong + "expected " + expected(fact));
  }

  /** The problem of a text, to begin a message with; empty if there is none. */
  private static String wrong(Limits limits, String text) {
    int length = text.codePointCount(0, text.length());
    if (Characters.isBlank(text)) {
      return "nothing was given; ";
    }
    if (limits.maxLength() > 0 && length > limits.maxLength()) {
      return "this is too long, it has " + length + " characters; ";
    }
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < length && !limits.controlCharacters(); i++) {
      if (Characters.isControl(points[i])) {
        String name = String.format("U+%04X", points[i]);
        return "character " + (i + 1) + " is invisible or a control character, " + name + "; ";
      }
    }
    return "";
  }

  /** What a text has to be. */
  static String expected(Fact fact) {
    Limits limits = fact.limits();
    return (fact.isReference() ? "a reference" : "a text")
        + (limits.maxLength() > 0 ? " of 1 to " + limits.maxLength() + " characters" : "")
        + (limits.controlCharacters() ? "" : " without control characters")
        + ", or "
        + COMMANDS;
  }
}
