package clin087.referral;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.text.NearestName;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Suggests what to write instead of a wrong value. */
final class ValueCures {
  private static final String NUMBER = "[0-9]{1,4}";

  private ValueCures() {}

  /** A cure for a text in the place of another type; empty if there is none. */
  static String wrongType(Fact fact, String text) {
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

  /** The allowed value that a wrong one most likely means, or whose label it is; else empty. */
  static String near(Fact fact, String text) {
    for (Choice choice : fact.choices()) {
      if (choice.label().equalsIgnoreCase(text.strip())) {
        return choice.value();
      }
    }
    return NearestName.to(text, fact.values());
  }

  /** The date that a wrong one means, if there is only one; else empty. */
  static String date(Fact fact, long asOf, String text) {
    String[] parts = text.strip().split("[-/. ]", -1);
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
    String dayFirst = allowed(fact, asOf, year, numbers[1], other);
    String monthFirst = yearFirst ? dayFirst : allowed(fact, asOf, year, other, numbers[1]);
    boolean two = !dayFirst.isEmpty() && !monthFirst.isEmpty() && !dayFirst.equals(monthFirst);
    String only = dayFirst.isEmpty() ? monthFirst : dayFirst;
    return two || only.isEmpty() ? "" : "; did you mean " + only + "?";
  }

  private static String allowed(Fact fact, long asOf, int year, int month, int day) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return fact.limits().allows(date.toEpochDay(), asOf) ? date.toString() : "";
    } catch (DateTimeException e) {
      return "";
    }
  }
}
