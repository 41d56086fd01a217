package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.Setting;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.referral.TableColumns.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables as referrals, as strictly as the same referrals in JSON. */
final class RowReader {
  /**
   * The most columns of a table that several threads split at once: no spreadsheet has more, and
   * the cells of so wide a table take much memory.
   */
  private static final int WIDE = 1 << 14;

  private final ReferralFormat format;
  private final boolean ignoreUnknown;
  private final CellValues values;
  private TableRows rows = new TableRows(',');

  RowReader(ReferralFormat format, boolean ignoreUnknown) {
    this.format = format;
    this.ignoreUnknown = ignoreUnknown;
    this.values = new CellValues(format);
  }

  /**
   * Reads every row of a block.
   *
   * @return whether the source goes on after it
   */
  boolean read(Block block, Table table, BlockReader.Sink sink) {
    TableColumns named = table.columns(format, ignoreUnknown);
    if (named == null || !named.problems.isEmpty()) {
      List<Problem> problems =
          named == null
              ? List.of(
                  new Problem(ReferralProblem.NOT_CSV, "", table.line(), 1, CellValues.QUOTES))
              : named.problems;
      sink.accept(new ReferralReading(null, null, problems), block.spans().get(0));
      return false;
    }
    if (rows.separator() != table.separator()) {
      rows = new TableRows(table.separator());
    }
    if (named.columns.size() <= WIDE) {
      read(block, named.columns, sink);
    } else {
      synchronized (table) {
        read(block, named.columns, sink);
      }
    }
    return true;
  }

  private void read(Block block, List<Column> named, BlockReader.Sink sink) {
    List<@Nullable Cells> cells = rows.cells(block, named.size() + 1);
    for (int i = 0; i < cells.size(); i++) {
      Span span = block.spans().get(i);
      sink.accept(row(named, cells.get(i), span), span);
    }
  }

  private ReferralReading row(List<Column> named, @Nullable Cells cells, Span span) {
    if (span.problem() != null) {
      return ReferralReading.wrong(null, span.problem());
    }
    if (cells == null) {
      return ReferralReading.wrong(
          null,
          new Problem(ReferralProblem.NOT_CSV, "", span.line(), span.column(), CellValues.QUOTES));
    }
    values.begin(cells);
    if (cells.count() > named.size()) {
      String message = "expected at most " + named.size() + " cells, as the header has";
      values.problem(named.size(), ReferralProblem.NOT_CSV, "", message);
    }
    long[] stated = new long[format.facts.size()];
    Arrays.fill(stated, Fact.UNSTATED);
    int[] places = new int[stated.length];
    Arrays.fill(places, -1);
    Set<String> unknown = new LinkedHashSet<>();
    // a short row costs little, however many columns there are
    int some = Math.min(named.size(), cells.count());
    for (int i = 0; i < some; i++) {
      cell(named.get(i), i, cells, stated, places, unknown);
    }
    return finished(cells, stated, places, unknown);
  }

  private void cell(
      Column column, int index, Cells cells, long[] stated, int[] places, Set<String> unknown) {
    Fact fact = column.fact();
    if (cells.isEmpty(index)) {
      if (fact != null && places[fact.index()] < 0 && stated[fact.index()] == Fact.UNSTATED) {
        places[fact.index()] = -2 - index;
      }
      return;
    }
    if (fact == null) {
      if (column.path().isEmpty()) {
        values.problem(
            index, ReferralProblem.NOT_CSV, "", "expected nothing in a column without a name");
      } else if (unknown.size() < Referral.MOST_UNKNOWN) {
        unknown.add(column.path());
      }
      return;
    }
    if (places[fact.index()] >= 0 && !column.isMember()) {
      if (!values.hasOthers() && !cells.text(index).equals(cells.text(places[fact.index()]))) {
        values.problem(
            index, ReferralProblem.DUPLICATE_FIELD, column.path(), ReferralMessages.FIELD_ONCE);
      }
      return;
    }
    places[fact.index()] = index;
    stated[fact.index()] =
        column.isMember()
            ? values.member(fact, column, index, stated[fact.index()])
            : values.code(fact, index);
  }

  private ReferralReading finished(Cells cells, long[] stated, int[] places, Set<String> unknown) {
    for (Fact fact : format.required) {
      if (stated[fact.index()] == Fact.UNSTATED && places[fact.index()] < 0) {
        int empty = places[fact.index()];
        values.problem(
            empty == -1 ? cells.count() : -2 - empty,
            ReferralProblem.REQUIRED,
            fact.path(),
            ReferralMessages.required(fact));
      }
    }
    for (Fact fact : format.implying) {
      if (stated[fact.index()] != Fact.UNSTATED || places[fact.index()] >= 0) {
        for (Setting setting : fact.complete(stated, format.facts)) {
          contradiction(fact, format.facts.get(setting.fact()), setting.value(), places);
        }
      }
    }
    List<Problem> problems = values.problems();
    String reference = values.reference();
    if (problems.isEmpty()) {
      List<String> ignored = unknown.isEmpty() ? List.of() : new ArrayList<>(unknown);
      Referral referral =
          new Referral(reference == null ? "" : reference, stated, ignored, values.hasNhsNumber());
      return new ReferralReading(referral, reference, List.of());
    }
    return new ReferralReading(null, reference, problems);
  }

  /** Reports that what a fact states about another contradicts the row, or a third fact. */
  private void contradiction(Fact fact, Fact other, long value, int[] places) {
    int stated = places[other.index()] < 0 ? places[fact.index()] : places[other.index()];
    values.problem(
        Math.max(stated, 0),
        ReferralProblem.CONTRADICTION,
        other.path(),
        ReferralMessages.contradiction(fact, other, value));
  }
}
