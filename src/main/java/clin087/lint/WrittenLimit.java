package clin087.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A limit in the words of a document, such as "at least 12 weeks" or "a BMI over 35".
 *
 * @param side which values pass, and whether the limit does; null if no word says so
 * @param words the words of the limit
 * @param negated whether single words suggest that the sentence says what is not done
 */
record WrittenLimit(Amount amount, @Nullable Side side, String words, boolean negated) {

  /** The values that pass a limit, and whether the limit itself does. */
  enum Side {
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    LESS_THAN;

    /** Whether greater values pass. */
    boolean isMore() {
      return this == AT_LEAST || this == MORE_THAN;
    }

    /** Whether the limit itself is on the side of the greater values. */
    boolean countsUpwards() {
      return this == AT_LEAST || this == LESS_THAN;
    }
  }

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("sixteen", 16),
          Map.entry("eighteen", 18));

  /** The words before a number, by the side that they mean. */
  private static final Map<Side, String> BEFORE =
      Map.of(
          Side.AT_LEAST,
          "at least|(?:no|not) less than|(?:no|not) fewer than|minimum of|>=|≥",
          Side.MORE_THAN,
          "(?<!no |not )(?:more|greater|older|longer|higher) than|over|above|exceed(?:s|ing)?|>",
          Side.AT_MOST,
          "at most|(?:no|not) (?:more|greater|older|longer) than|up to|maximum of|within|in the last"
              + "|<=|≤",
          Side.LESS_THAN,
          "(?<!no |not )(?:less|fewer|younger|shorter|lower) than|under|below|<");

  private static final String MORE =
      "or (?:more|over|above|older|longer|greater|higher)|and (?:over|above)";
  private static final String LESS =
      "or (?:less|fewer|under|below|younger|shorter|lower)|and (?:under|below)";

  private static final Pattern LIMIT =
      Pattern.compile(
          "(?:\\b|(?<=\\s))(?:(?<atleast>%s)|(?<morethan>%s)|(?<atmost>%s)|(?<lessthan>%s))?"
                  .formatted(
                      BEFORE.get(Side.AT_LEAST),
                      BEFORE.get(Side.MORE_THAN),
                      BEFORE.get(Side.AT_MOST),
                      BEFORE.get(Side.LESS_THAN))
              + "\\s*(?:(?:the|a|an|of|aged|age|last|past|previous) ){0,4}(?<![\\w.(/])(?<number>\\d{1,6}(?:\\.\\d{1,3})?|"
              + String.join("|", NUMBERS.keySet())
              + ")(?![\\w.(/-]{0,40}[\\w(])\\s?(?<unit>%|per cent|kg/m[2²]|(?:year|month|week|day)s?\\b"
              + "|[a-z]+(?= (?:"
              + MORE
              + "|"
              + LESS
              + ")))?"
              + "(?: (?:of age|old))?(?: (?:(?<more>"
              + MORE
              + ")|(?<less>"
              + LESS
              + ")))?");

  /** How many characters a sentence goes on before and after a limit, at most. */
  private static final int FAR = 500;

  private static final Pattern MARK = Pattern.compile("[,.;:](?: |$)");
  private static final Pattern NOT = Pattern.compile("\\b(?:not|no longer|excluded?|refused?)\\b");
  private static final Pattern UNLESS = Pattern.compile("\\b(?:unless|except|until)\\b");

  /** Finds the limits in a text. */
  static List<WrittenLimit> in(String text) {
    String small = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    List<WrittenLimit> limits = new ArrayList<>();
    Matcher match = LIMIT.matcher(small);
    while (match.find()) {
      Side side = side(match);
      String unit = match.group("unit");
      String number = match.group("number");
      boolean word = NUMBERS.containsKey(number);
      // "one" alone is not a limit
      if (!word || side != null || unit != null) {
        BigDecimal value =
            word ? BigDecimal.valueOf(NUMBERS.getOrDefault(number, 0)) : new BigDecimal(number);
        Amount amount = Amount.of(value, unit == null ? "" : unit);
        boolean negated = isNegated(phrase(small, match.start(), match.end()));
        limits.add(new WrittenLimit(amount, side, match.group().strip(), negated));
      }
    }
    return limits;
  }

  /** The part of a sentence from its beginning to the comma after the limit. */
  private static String phrase(String text, int from, int to) {
    int begin = Math.max(0, from - FAR);
    int end = Math.min(text.length(), to + FAR);
    Matcher mark = MARK.matcher(text).region(begin, end);
    while (mark.find() && mark.start() < to) {
      boolean comma = mark.group().startsWith(",");
      begin = !comma && mark.end() <= from ? mark.end() : begin;
    }
    if (mark.region(to, end).find()) {
      end = mark.start();
    }
    return text.substring(begin, end);
  }

  private static boolean isNegated(String phrase) {
    return NOT.matcher(phrase).find() != UNLESS.matcher(phrase).find();
  }

  private static @Nullable Side side(Matcher match) {
    if (match.group("atleast") != null || match.group("more") != null) {
      return Side.AT_LEAST;
    }
    if (match.group("atmost") != null || match.group("less") != null) {
      return Side.AT_MOST;
    }
    if (match.group("morethan") != null) {
      return Side.MORE_THAN;
    }
    return match.group("lessthan") != null ? Side.LESS_THAN : null;
  }

  /** Whether it is surely a limit, by a side or a period. */
  boolean isExplicit() {
    return side != null || amount.isPeriod();
  }
}
