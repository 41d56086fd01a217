package clin087.referral;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.text.Characters;
import java.util.List;
import java.util.Locale;

/** Reads values as people write them: in a cell of a spreadsheet, or as an answer. */
public final class WrittenValues {
  private static final List<String> YES = List.of("true", "yes", "y", "1");
  private static final List<String> NO = List.of("false", "no", "n", "0");
  private static final String DAY_FIRST = "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}";

  private WrittenValues() {}

  /**
   * The code of a value: yes or no, a value or a label in any case, a number, or a date as {@code
   * YYYY-MM-DD} or {@code DD/MM/YYYY}; the bit of one member for a set.
   *
   * @return {@link Fact#UNSTATED} if it is not a value of the fact
   */
  public static long code(Fact fact, String written) {
    String word = Characters.trim(written);
    return switch (fact.type()) {
      case BOOLEAN -> truth(fact, word);
      case CHOICE -> known(choice(fact.choices(), word));
      case SET -> {
        int member = choice(fact.choices(), word);
        yield member < 0 ? Fact.UNSTATED : 1L << member;
      }
      case DATE -> fact.code(isoDate(word));
      case INTEGER, DECIMAL, TEXT -> fact.code(word);
    };
  }

  private static long known(int choice) {
    return choice < 0 ? Fact.UNSTATED : choice;
  }

  private static long truth(Fact fact, String word) {
    long truth = truth(word);
    return truth == Fact.UNSTATED ? known(choice(fact.choices(), word)) : truth;
  }

  /** 1 for yes, 0 for no, else {@link Fact#UNSTATED}. */
  static long truth(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return YES.contains(lower) ? 1 : NO.contains(lower) ? 0 : Fact.UNSTATED;
  }

  private static int choice(List<Choice> choices, String word) {
    String typed = typed(word);
    for (int i = 0; i < choices.size(); i++) {
      if (typed(choices.get(i).value()).equalsIgnoreCase(typed)
          || typed(choices.get(i).label()).equalsIgnoreCase(typed)) {
        return i;
      }
    }
    return -1;
  }

  /** A text with the characters of a typewriter, where a word processor puts finer ones. */
  public static String typed(String text) {
    return text.replace('\u2018', '\'')
        .replace('\u2019', '\'')
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace('\u2013', '-')
        .replace('\u00A0', ' ');
  }

  private static String isoDate(String word) {
    // most dates have no slash, and a pattern takes long to load
    if (word.indexOf('/') < 0 || !word.matches(DAY_FIRST)) {
      return word;
    }
    String[] parts = word.split("/", -1);
    return String.format(
        Locale.ROOT,
        "%s-%02d-%02d",
        parts[2],
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[0]));
  }
}
