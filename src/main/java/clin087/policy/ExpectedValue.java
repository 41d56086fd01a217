package clin087.policy;

/** Says in messages what the value of a fact has to be. */
final class ExpectedValue {
  private ExpectedValue() {}

  static String of(Fact fact) {
    return switch (fact.type()) {
      case CHOICE -> "one of " + String.join(", ", fact.values());
      case SET ->
          "an array of "
              + String.join(", ", fact.values())
              + ", each at most once, or an object that says true or false of some of them";
      case INTEGER, DECIMAL -> number(fact);
      case BOOLEAN, DATE, TEXT -> fact.type().expected();
    };
  }

  private static String number(Fact fact) {
    Limits limits = fact.limits();
    String range = " from " + word(fact, limits.min()) + " to " + word(fact, limits.max());
    String unit = limits.unit().isEmpty() ? "" : " (" + limits.unit() + ")";
    String places =
        fact.type() == FactType.DECIMAL
            ? " with at most "
                + limits.decimals()
                + (limits.decimals() == 1 ? " decimal" : " decimals")
            : "";
    return fact.type().expected() + range + places + unit;
  }

  /** What a day has to be on a date of the check. */
  static String day(Fact fact, long asOf) {
    Limits limits = fact.limits();
    String from =
        limits.declaredMin() == Limits.FIRST_DAY
            ? ""
            : " from " + limit(fact, limits.declaredMin(), limits.min(asOf));
    String to =
        limits.declaredMax() == Limits.LAST_DAY
            ? ""
            : " to " + limit(fact, limits.declaredMax(), limits.max(asOf));
    return "a date of the calendar, YYYY-MM-DD" + from + to;
  }

  private static String limit(Fact fact, long declared, long day) {
    return word(fact, day) + (declared == Limits.TODAY ? " (the date of the check)" : "");
  }

  private static String word(Fact fact, long code) {
    return fact.words(code).get(0);
  }
}
