package clin087.interview;

import clin087.interview.Answer.Command;
import clin087.interview.Answer.Members;
import clin087.interview.Answer.Unclear;
import clin087.interview.Answer.Value;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.referral.WrittenValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a line that answers a question. */
final class AnswerReader {
  private static final String NONE = "none";
  private static final String ONLY = "only";
  private static final String COMMAND_MARK = ":";

  private AnswerReader() {}

  /** The options of a question, in the order in which they are numbered from 1. */
  static List<Choice> options(Fact fact, List<Choice> open) {
    if (fact.type() == FactType.SET) {
      return open;
    }
    if (fact.type() == FactType.BOOLEAN) {
      return List.of(fact.choices().get(1), fact.choices().get(0));
    }
    return fact.choices();
  }

  /**
   * The answer to a question.
   *
   * @param open the members of a set that are offered; empty for other types
   */
  static Answer read(Fact fact, List<Choice> open, String line) {
    String said = plain(line);
    Command command = command(said);
    if (command != null) {
      return command;
    }
    List<Choice> options = options(fact, open);
    if (fact.type() == FactType.SET) {
      return members(options, said);
    }
    Choice numbered = numbered(options, said);
    long code = WrittenValues.code(fact, numbered == null ? said : numbered.value());
    return code == Fact.UNSTATED ? new Unclear(expected(fact, options)) : new Value(code);
  }

  /** A command with a colon before it, which tells it from a text; null for a text. */
  static @Nullable Command marked(String line) {
    String said = plain(line);
    return said.startsWith(COMMAND_MARK) ? command(said) : null;
  }

  private static String plain(String line) {
    return line.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static @Nullable Command command(String said) {
    String word = said.startsWith(COMMAND_MARK) ? said.substring(1) : said;
    for (Command command : Command.values()) {
      if (command.isSaidBy(word)) {
        return command;
      }
    }
    return null;
  }

  private static Answer members(List<Choice> offered, String said) {
    boolean only = said.equals(ONLY) || said.endsWith(" " + ONLY);
    String words = only ? said.substring(0, said.length() - ONLY.length()).strip() : said;
    if (words.equals(NONE)) {
      return new Members(List.of(), true);
    }
    Choice label = named(offered, words);
    if (label != null) {
      return new Members(List.of(label), only);
    }
    List<Choice> apply = new ArrayList<>();
    for (String word : words.split("[,;\\s]+", -1)) {
      Choice member = numbered(offered, word);
      member = member == null ? named(offered, word) : member;
      if (member == null) {
        return new Unclear(
            "expected numbers from 1 to " + offered.size() + ", as 1, 2 or 2 only, or none");
      }
      if (!apply.contains(member)) {
        apply.add(member);
      }
    }
    return new Members(apply, only);
  }

  private static @Nullable Choice numbered(List<Choice> options, String word) {
    if (!word.matches("[0-9]{1,3}")) {
      return null;
    }
    int number = Integer.parseInt(word);
    return number >= 1 && number <= options.size() ? options.get(number - 1) : null;
  }

  private static @Nullable Choice named(List<Choice> options, String word) {
    for (Choice option : options) {
      if (option.value().equalsIgnoreCase(word) || option.label().equalsIgnoreCase(word)) {
        return option;
      }
    }
    return null;
  }

  private static String expected(Fact fact, List<Choice> options) {
    return switch (fact.type()) {
      case BOOLEAN -> "expected 1 or yes, 2 or no";
      case CHOICE, SET -> "expected a number from 1 to " + options.size();
      case DATE -> "expected " + fact.expected() + ", or DD/MM/YYYY";
      case INTEGER, DECIMAL, TEXT -> "expected " + fact.expected();
    };
  }
}
