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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line that answers a question. */
final class AnswerReader {
  static final String COMMAND_MARK = ":";

  private static final String NONE = "none";
  private static final String ONLY = "only";
  private static final String AND = "and";

  /** What separates the members of a set. */
  private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

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
   * @param asOf the date of the check, in days since 1970-01-01
   */
  static Answer read(Fact fact, List<Choice> open, long asOf, String line) {
    String said = plain(line);
    Command command = command(said);
    if (command != null) {
      return command;
    }
    List<Choice> options = options(fact, open);
    if (fact.type() == FactType.SET) {
      return members(fact, options, said);
    }
    Choice numbered = numbered(options, said);
    Choice option = numbered == null ? named(options, said) : numbered;
    long code = WrittenValues.code(fact, option == null ? said : option.value());
    return code != Fact.UNSTATED && fact.limits().allows(code, asOf)
        ? new Value(code)
        : new Unclear(expected(fact, options, asOf));
  }

  /** The command in a line, with or without a colon before it; null if it is not a command. */
  static @Nullable Command command(String line) {
    String said = plain(line);
    String word = said.startsWith(COMMAND_MARK) ? said.substring(1) : said;
    for (Command command : Command.values()) {
      if (command.isSaidBy(word)) {
        return command;
      }
    }
    return null;
  }

  /** The words as they are compared: in lower case, as typed, and without a full stop. */
  private static String plain(String line) {
    String said = WrittenValues.typed(line).strip().toLowerCase(Locale.ROOT);
    return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
  }

  private static Answer members(Fact fact, List<Choice> offered, String said) {
    Choice label = named(offered, said);
    if (label != null) {
      return new Members(List.of(label), false);
    }
    String words = withoutOnly(said);
    boolean only = !words.equals(said);
    if (words.equals(NONE)) {
      return new Members(List.of(), true);
    }
    Choice sole = named(offered, words);
    List<Choice> apply = sole == null ? listed(offered, words) : List.of(sole);
    return apply.isEmpty()
        ? new Unclear(expectedMembers(offered.size()) + orUnknown(fact))
        : new Members(apply, only);
  }

  private static String expectedMembers(int count) {
    return count == 1
        ? "expected 1 or none"
        : "expected numbers from 1 to " + count + " such as \"1, 2\" or \"2 only\", or \"none\"";
  }

  /** The line without an "only" at its end; the same line if it has none. */
  private static String withoutOnly(String said) {
    int end = said.length() - ONLY.length();
    if (!said.endsWith(ONLY) || end == 0 || !isBetween(said.charAt(end - 1))) {
      return said;
    }
    while (end > 0 && isBetween(said.charAt(end - 1))) {
      end--;
    }
    return said.substring(0, end);
  }

  private static boolean isBetween(char c) {
    return c == ',' || c == ';' || Character.isWhitespace(c);
  }

  /** The members that numbers or values name; empty if a word is neither. */
  private static List<Choice> listed(List<Choice> offered, String words) {
    List<Choice> apply = new ArrayList<>();
    for (String word : BETWEEN.split(words, 0)) {
      Choice member = numbered(offered, word);
      member = member == null ? named(offered, word) : member;
      if (member == null && !word.equals(AND)) {
        return List.of();
      }
      if (member != null && !apply.contains(member)) {
        apply.add(member);
      }
    }
    return apply;
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
      if (plain(option.value()).equals(word) || plain(option.label()).equals(word)) {
        return option;
      }
    }
    return null;
  }

  private static String orUnknown(Fact fact) {
    return fact.limits().required() ? "" : ", or d if you do not know";
  }

  private static String expected(Fact fact, List<Choice> options, long asOf) {
    String answers =
        switch (fact.type()) {
          case BOOLEAN -> "1 or yes, 2 or no";
          case CHOICE, SET -> "a number from 1 to " + options.size();
          case DATE -> fact.expected(asOf) + ", or DD/MM/YYYY";
          case INTEGER, DECIMAL, TEXT -> fact.expected();
        };
    return "expected " + answers + orUnknown(fact);
  }
}
