package clin087.referral;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.text.NearestName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Suggests what to write instead of a wrong value. */
final class ValueCures {
  private static final String NUMBER = "[0-9]{1,4}";

  /** What people write where they know nothing. */
  private static final Set<String> UNKNOWN =
      Set.of("unknown", "not known", "don't know", "not sure", "n/a", "tbc", "?");

  private final String leave;

  /**
   * @param leave what to do with the field or the cell of a value that is not known
   */
  ValueCures(String leave) {
    this.leave = leave;
  }

  /** A cure for a text that only says that somebody does not know; empty for any other. */
  String unknown(String text) {
    boolean unknown = UNKNOWN.contains(WrittenValues.typed(text).strip().toLowerCase(Locale.ROOT));
    return unknown ? "; " + leave + " if it is not known" : "";
  }

  /** A cure for a text in the place of another type; empty if there is none. */
  String wrongType(Fact fact, String text) {
    String unknown = unknown(text);
    if (!unknown.isEmpty()) {
      return unknown;
    }
    String word =
        switch (fact.type()) {
          case BOOLEAN -> bool(text);
          case SET -> member(fact, text);
          case INTEGER, DECIMAL ->
              fact.code(text.strip()) == Fact.UNSTATED ? "" : "the number without quotation marks";
          case CHOICE, DATE, TEXT -> "";
        };
    return word.isEmpty() ? "" : "; write " + word;
  }

  private static String bool(String text) {
    long truth = WrittenValues.truth(text.strip());
    return truth == Fact.UNSTATED
        ? ""
        : (truth == 1 ? "true" : "false") + " without quotation marks";
  }

  private static String member(Fact fact, String text) {
    String near = near(fact, text);
    return near.isEmpty() ? "" : "[\"" + near + "\"]";
  }

  /** A cure for a text that is none of the allowed values; empty if there is none. */
  String notAllowed(Fact fact, String text) {
    String unknown = unknown(text);
    return unknown.isEmpty() ? NearestName.meant(near(fact, text)) : unknown;
  }

  /** Values of a set that are written without the separator of a cell, with it; else empty. */
  static String separated(Fact fact, String text, String separator) {
    Set<String> values = new LinkedHashSet<>();
    int most = fact.choices().size() + 1;
    for (String part : text.split("[,/&+]| and ", most)) {
      long member = WrittenValues.code(fact, part);
      if (member == Fact.UNSTATED) {
        return "";
      }
      values.add(fact.choices().get(Long.numberOfTrailingZeros(member)).value());
    }
    return values.size() < 2 ? "" : "; write " + String.join(separator, values);
  }

  /** The allowed value that a wrong one most likely means, or whose label it is; else empty. */
  private static String near(Fact fact, String text) {
    for (Choice choice : fact.choices()) {
      if (choice.label().equalsIgnoreCase(text.strip())) {
        return choice.value();
      }
    }
    return NearestName.to(text, fact.values());
  }

  /** The date that a wrong one means, if there is only one; else empty. */
  String date(Fact fact, long asOf, String text) {
    String unknown = unknown(text);
    if (!unknown.isEmpty()) {
      return unknown;
    }
    String[] parts = text.strip().split("[-/. ]", 4); // a hostile text has very many parts
    if (parts.length != 3) {
      return "";
    }
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches(NUMBER)) {
        return "";
      }
      numbers[i] = Integer.parseInt(parts[i]);
    }
    boolean yearFirst = parts[0].length() == 4;
    if (yearFirst == (parts[2].length() == 4)) {
      return "";
    }
    int year = yearFirst ? numbers[0] : numbers[2];
    int other = yearFirst ? numbers[2] : numbers[0];
    LocalDate dayFirst = calendarDay(year, numbers[1], other);
    LocalDate monthFirst = yearFirst ? dayFirst : calendarDay(year, other, numbers[1]);
    boolean either = dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
    LocalDate only = dayFirst == null ? monthFirst : dayFirst;
    return only == null || either || !fact.limits().allows(only.toEpochDay(), asOf)
        ? ""
        : "; did you mean " + only + "?";
  }

  private static @Nullable LocalDate calendarDay(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
