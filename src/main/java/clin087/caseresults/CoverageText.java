package clin087.caseresults;

import clin087.coverage.Coverage;
import clin087.coverage.Coverage.Item;
import clin087.coverage.Coverage.Status;
import clin087.coverage.Point;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.text.Characters;
import clin087.text.Lines;
import java.util.ArrayList;
import java.util.List;

/** Writes coverage as text: the total, a table by rule, and what is not covered. */
final class CoverageText {
  private static final int RULE = 38;
  private static final String[] HEADS = {"decides", "holds", "fails", "unknown"};
  private static final int[] COLUMNS = {9, 8, 8, 9};
  private static final int LAST = 8;

  /** How many gaps are listed, since nobody would read more; JSON has them all. */
  private static final int MOST_GAPS = 60;

  private final Coverage coverage;
  private final Lines lines;

  private CoverageText(Coverage coverage, Lines lines) {
    this.coverage = coverage;
    this.lines = lines;
  }

  static void add(Policy policy, Coverage coverage, Lines lines) {
    CoverageText text = new CoverageText(coverage, lines);
    text.title();
    text.table(policy);
    text.gaps(Status.GAP, "NOT COVERED", "No case does this, though a referral can:");
    text.gaps(
        Status.NOT_PROVED,
        "NOT PROVED WITHIN THE BUDGET",
        "No case does this, and whether a referral can was not found out; it counts as not covered:");
    lines.blank();
  }

  private void title() {
    lines.title("COVERAGE");
    int impossible = coverage.count(Status.IMPOSSIBLE);
    lines.item(
        2,
        "",
        coverage.percent()
            + " %: the cases reach "
            + coverage.count(Status.COVERED)
            + " of "
            + coverage.total()
            + " points. "
            + impossible
            + (impossible == 1 ? " other is" : " others are")
            + " left out, since no referral can reach them.");
    lines.item(
        2,
        "",
        "The numbers count cases. -: no referral can do it. NONE: no case does it. ?: not proved.");
    lines.blank();
  }

  private void table(Policy policy) {
    StringBuilder head = new StringBuilder("  rule");
    pad(head, RULE);
    for (int i = 0; i < COLUMNS.length; i++) {
      right(head, HEADS[i], COLUMNS[i]);
    }
    right(head, "parts", LAST);
    lines.line(head.toString());
    for (Rule rule : policy.rules()) {
      row(rule);
    }
    List<Item> clauses = items(coverage.points().ofClauses());
    lines.blank();
    lines.item(2, "", "Clauses that decide in some case: " + fraction(clauses) + ".");
  }

  private void row(Rule rule) {
    String name = Characters.visible("  " + rule.number() + " " + rule.id());
    StringBuilder row = new StringBuilder(name);
    if (name.length() > RULE) {
      lines.line(name);
      row.setLength(0);
    }
    pad(row, RULE);
    List<Item> items = items(coverage.points().of(rule));
    for (int i = 0; i < COLUMNS.length; i++) {
      right(row, cell(items.get(i)), COLUMNS[i]);
    }
    right(row, fraction(items(coverage.points().ofComparisons(rule))), LAST);
    lines.line(row.toString());
  }

  private List<Item> items(List<Point> points) {
    List<Item> items = new ArrayList<>(points.size());
    for (Point point : points) {
      items.add(coverage.of(point));
    }
    return items;
  }

  private static String cell(Item item) {
    return switch (item.status()) {
      case COVERED -> Integer.toString(item.cases().size());
      case GAP -> "NONE";
      case IMPOSSIBLE -> "-";
      case NOT_PROVED -> "?";
    };
  }

  private static String fraction(List<Item> items) {
    int covered = 0;
    int total = 0;
    for (Item item : items) {
      covered += item.status() == Status.COVERED ? 1 : 0;
      total += item.status() == Status.IMPOSSIBLE ? 0 : 1;
    }
    return total == 0 ? "-" : covered + "/" + total;
  }

  private static void pad(StringBuilder text, int width) {
    while (text.length() < width) {
      text.append(' ');
    }
  }

  private static void right(StringBuilder text, String cell, int width) {
    pad(text, text.length() + width - cell.length());
    text.append(cell);
  }

  private void gaps(Status status, String heading, String explained) {
    List<Item> gaps = coverage.with(status);
    if (gaps.isEmpty()) {
      return;
    }
    lines.heading(heading);
    lines.item(2, "", explained);
    for (Item gap : gaps.subList(0, Math.min(MOST_GAPS, gaps.size()))) {
      lines.item(2, "- ", gap.point().toString());
    }
    if (gaps.size() > MOST_GAPS) {
      lines.item(2, "", "and " + (gaps.size() - MOST_GAPS) + " more, which --format json lists.");
    }
  }
}
