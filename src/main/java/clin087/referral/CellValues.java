package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.referral.TableColumns.Column;
import clin087.text.Characters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of facts from the cells of a row, and reports their problems. */
final class CellValues {
  /** The message about a record that cannot be split into cells. */
  static final String QUOTES =
      "expected the separator or the end of the line after the quotation mark that closes a cell;"
          + " a quotation mark inside such a cell is written twice";

  private static final ValueCures CURES = new ValueCures("leave the cell empty");

  private static final String NONE = "none";
  private static final String BETWEEN = ";";

  private final ReferralFormat format;
  private final KnownCells known = new KnownCells();
  private Drafts problems = new Drafts();
  private Cells cells = Cells.NONE;
  private @Nullable String reference;
  private boolean nhsNumber;

  CellValues(ReferralFormat format) {
    this.format = format;
  }

  /** Begins a row. */
  void begin(Cells row) {
    cells = row;
    problems = problems.found() == 0 ? problems : new Drafts();
    reference = null;
    nhsNumber = false;
  }

  /** The problems of the row, by their places. */
  List<Problem> problems() {
    return problems.found() == 0 ? List.of() : cells.placed(problems);
  }

  /** The reference; null if it is absent or wrong. */
  @Nullable String reference() {
    return reference;
  }

  /** Whether a text that has limits contains an NHS number. */
  boolean hasNhsNumber() {
    return nhsNumber;
  }

  void problem(int cell, ReferralProblem kind, String path, String message) {
    problems.add(kind, path, cells.place(cell), message);
  }

  /** The code of a cell that states a fact. A wrong cell is a problem; its code does not count. */
  long code(Fact fact, int cell) {
    if (fact.type() == FactType.TEXT) {
      return text(fact, cell);
    }
    long code = cells.remembered(known, fact, cell);
    if (code == Fact.UNSTATED) {
      int before = problems.found();
      String text = cells.text(cell);
      code = fact.type() == FactType.SET ? set(fact, cell, text) : single(fact, cell, text);
      if (problems.found() == before) {
        cells.remember(known, fact, cell, code);
      }
    }
    return code;
  }

  private long single(Fact fact, int cell, String text) {
    long code = WrittenValues.code(fact, text);
    boolean allowed = fact.type() != FactType.DATE || fact.limits().allows(code, format.asOf);
    if (code != Fact.UNSTATED && allowed) {
      return code;
    }
    switch (fact.type()) {
      case BOOLEAN ->
          problem(
              cell,
              ReferralProblem.WRONG_TYPE,
              fact.path(),
              "expected yes or no" + CURES.unknown(text));
      case CHOICE -> notAllowed(fact, cell, fact.path(), text);
      case DATE ->
          problem(
              cell,
              ReferralProblem.BAD_DATE,
              fact.path(),
              "expected "
                  + fact.expected(format.asOf)
                  + ", or DD/MM/YYYY"
                  // a day of the calendar is read with the day first, so another is not meant
                  + (code == Fact.UNSTATED ? CURES.date(fact, format.asOf, text) : ""));
      default ->
          problem(
              cell,
              isNumber(fact, text) ? ReferralProblem.NOT_ALLOWED : ReferralProblem.WRONG_TYPE,
              fact.path(),
              "expected " + fact.expected() + CURES.unknown(text));
    }
    return Fact.UNSTATED;
  }

  /** Whether a text is a number of the fact's type, even if it is outside the limits. */
  private static boolean isNumber(Fact fact, String text) {
    return text.matches(
        fact.type() == FactType.INTEGER
            ? "[-+]?[0-9]+(\\.0*)?"
            : "[-+]?([0-9]++(\\.[0-9]++)?|\\.[0-9]++)");
  }

  private void notAllowed(Fact fact, int cell, String path, String text) {
    boolean isSet = fact.type() == FactType.SET;
    String cure = isSet ? ValueCures.separated(fact, text, BETWEEN) : "";
    problem(
        cell,
        ReferralProblem.NOT_ALLOWED,
        path,
        "expected one of "
            + String.join(", ", fact.values())
            + (isSet ? ", or none alone" : "")
            + (cure.isEmpty() ? CURES.notAllowed(fact, text) : cure));
  }

  private long set(Fact fact, int cell, String text) {
    if (text.equalsIgnoreCase(NONE)) {
      return 0;
    }
    long members = 0;
    int i = 0;
    // a hostile cell has very many parts
    for (int from = 0, to; from <= text.length() && !hasOthers(); from = to + 1) {
      to = text.indexOf(BETWEEN, from);
      to = to < 0 ? text.length() : to;
      String part = Characters.trim(text.substring(from, to));
      if (part.isEmpty()) {
        continue;
      }
      String path = fact.path() + "/" + i++;
      long member = WrittenValues.code(fact, part);
      if (member == Fact.UNSTATED) {
        notAllowed(fact, cell, path, part);
      } else if ((members & member) != 0) {
        problem(cell, ReferralProblem.REPEATED_VALUE, path, ReferralMessages.VALUE_ONCE);
      } else {
        members |= member;
      }
    }
    if (i == 0) {
      notAllowed(fact, cell, fact.path(), text);
    }
    return members;
  }

  /** Whether the row has problems that are not listed, so that no more need be found. */
  boolean hasOthers() {
    return problems.found() > Problem.MOST;
  }

  /** The code of a set after a cell has stated another member. */
  long member(Fact fact, Column column, int cell, long before) {
    String text = cells.text(cell);
    long holds = WrittenValues.truth(text);
    if (holds == Fact.UNSTATED) {
      String message = "expected yes or no" + CURES.unknown(text);
      problem(cell, ReferralProblem.WRONG_TYPE, column.path(), message);
      return before;
    }
    long bit = 1L << column.member();
    boolean isKnown = before != Fact.UNSTATED && (fact.open(before) & bit) == 0;
    if (isKnown && ((before & bit) != 0) != (holds == 1)) {
      problem(cell, ReferralProblem.DUPLICATE_FIELD, column.path(), ReferralMessages.FIELD_ONCE);
      return before;
    }
    long has = before == Fact.UNSTATED ? 0 : before & fact.members();
    return fact.partly(holds == 1 ? has | bit : has & ~bit, fact.open(before) & ~bit);
  }

  /** The code of a text, which says only that it is stated. */
  private long text(Fact fact, int cell) {
    if (fact.isFreeText()) {
      return 1;
    }
    String text = cells.text(cell);
    if (fact.limits().required() && Characters.isBlank(text)) {
      problem(cell, ReferralProblem.REQUIRED, fact.path(), ReferralMessages.required(fact));
      return Fact.UNSTATED;
    }
    int most = fact.limits().maxLength();
    nhsNumber |= NhsNumber.isIn(text);
    int before = problems.found();
    if (most > 0 && text.codePointCount(0, text.length()) > most) {
      problem(cell, ReferralProblem.TOO_LONG, fact.path(), ReferralMessages.tooLong(fact));
    }
    if (!fact.limits().controlCharacters() && Characters.hasControl(text)) {
      problem(cell, ReferralProblem.CONTROL_CHARACTER, fact.path(), ReferralMessages.NO_CONTROL);
    }
    if (problems.found() == before && fact.isReference()) {
      reference = text;
    }
    return 1;
  }
}
