package clin087.words;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import java.util.ArrayList;
import java.util.List;

/** Describes a fact in a few words. */
public final class FactWords {
  private static final String TODAY = "today";

  private FactWords() {}

  /** The kind of value that it takes, with unit and limits. */
  public static String type(Fact fact) {
    return switch (fact.type()) {
      case BOOLEAN -> "true or false";
      case CHOICE -> "one of these values";
      case SET -> "any of these values: those that apply, or yes or no of some";
      case INTEGER -> "a whole number" + range(fact);
      case DECIMAL -> "a number" + range(fact) + decimals(fact);
      case DATE -> "a date" + days(fact.limits());
      case TEXT -> "text, never interpreted";
    };
  }

  private static String range(Fact fact) {
    Limits limits = fact.limits();
    return " from " + fact.words(limits.min()).get(0) + " to " + Words.value(fact, limits.max());
  }

  private static String days(Limits limits) {
    String from = limits.declaredMin() == Limits.FIRST_DAY ? "" : " from " + day(limits, true);
    return from + (limits.declaredMax() == Limits.LAST_DAY ? "" : " to " + day(limits, false));
  }

  private static String day(Limits limits, boolean first) {
    String day = limitOf(limits, first);
    return day.equals(TODAY) ? "the date of the check" : day;
  }

  /** The first or the last day that a date may be: a day, or {@code today}. */
  public static String limitOf(Limits limits, boolean first) {
    long declared = first ? limits.declaredMin() : limits.declaredMax();
    return declared == Limits.TODAY ? TODAY : Fact.AS_OF.words(declared).get(0);
  }

  private static String decimals(Fact fact) {
    int decimals = fact.limits().decimals();
    return decimals == 0
        ? ""
        : " with at most " + decimals + (decimals == 1 ? " decimal" : " decimals");
  }

  /** The requirements that a referral's value has to meet. */
  public static List<String> demands(Fact fact) {
    Limits limits = fact.limits();
    List<String> demands = new ArrayList<>();
    if (limits.required()) {
      demands.add("always needed");
    }
    if (limits.maxLength() > 0) {
      demands.add("at most " + limits.maxLength() + " characters");
    }
    if (fact.type() == FactType.TEXT && !limits.controlCharacters()) {
      demands.add("no line breaks or invisible characters");
    }
    if (!fact.assumable()) {
      demands.add("never assumed for a whole batch");
    }
    return demands;
  }

  /** What is assumed if it is not stated, and what prevents that; empty without a default. */
  public static String assumed(Fact fact, Encodings encodings) {
    if (fact.assumed() == Fact.UNSTATED) {
      return "";
    }
    List<String> unless = encodings.unless(fact).stream().map(Fact::path).toList();
    return Words.value(fact, fact.assumed())
        + (unless.isEmpty() ? "" : ", unless " + Words.joined(unless, "or") + " is stated");
  }

  /**
   * The part of a value that is known, such as "an infection, not an open ulcer, the rest not
   * stated".
   */
  public static String known(Fact fact, long code) {
    if (code == Fact.UNSTATED) {
      return "not stated";
    }
    if (fact.type() != FactType.SET || fact.open(code) == 0) {
      return Words.value(fact, code);
    }
    List<String> members = new ArrayList<>();
    for (int i = 0; i < fact.choices().size(); i++) {
      if ((fact.open(code) >> i & 1) == 0) {
        String label = fact.choices().get(i).label();
        members.add((code >> i & 1) == 1 ? label : "not " + label);
      }
    }
    return String.join(", ", members) + ", the rest not stated";
  }
}
