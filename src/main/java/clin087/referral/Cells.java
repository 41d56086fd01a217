package clin087.referral;

import clin087.problem.Position;
import clin087.problem.Problem;
import clin087.referral.Drafts.Draft;
import clin087.text.Characters;
import java.util.ArrayList;
import java.util.List;

/** The trimmed cells of a record of a table, with their places in the source. */
final class Cells {
  private final char separator;
  private final byte[] source;
  private final Span span;
  private final List<String> texts;

  /**
   * Makes the cells of a record.
   *
   * @param source the bytes that contain the record
   * @param texts the texts of its cells
   */
  Cells(char separator, byte[] source, Span span, List<String> texts) {
    this.separator = separator;
    this.source = source;
    this.span = span;
    this.texts = texts;
  }

  int count() {
    return texts.size();
  }

  /** A cell without white space around it; empty if the record has no such cell. */
  String text(int index) {
    return index < texts.size() ? Characters.trim(texts.get(index)) : "";
  }

  /** Where a problem of a cell is: in the cell, or in the first one if there is no such cell. */
  int place(int index) {
    return index < texts.size() ? index : 0;
  }

  /**
   * Finds the beginnings of the cells that problems are in, in one pass over the record, since a
   * hostile one has many.
   */
  List<Problem> placed(Drafts drafts) {
    List<Problem> placed = new ArrayList<>();
    String record = TableRows.text(source, span);
    int cell = 0;
    int at = 0;
    Position position = new Position(span.line(), 1);
    for (Draft draft : drafts.inOrder()) {
      int from = at;
      for (; cell < draft.place(); cell++) {
        int separatorAt = separatorAfter(record, at);
        at = separatorAt < record.length() ? separatorAt + 1 : at;
      }
      position = moved(position, record, from, at);
      placed.add(
          new Problem(
              draft.kind(), draft.path(), position.line(), position.column(), draft.message()));
    }
    return placed;
  }

  private static Position moved(Position begin, String record, int from, int to) {
    int line = begin.line();
    int column = begin.column();
    for (int i = from; i < to; i += Character.charCount(record.codePointAt(i))) {
      char c = record.charAt(i);
      if (c == '\n' || (c == '\r' && record.charAt(i + 1) != '\n')) {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Position(line, column);
  }

  private int afterBlanks(String record, int from) {
    int at = from;
    while (at < record.length()
        && record.charAt(at) != separator
        && (record.charAt(at) == ' ' || record.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private int separatorAfter(String record, int from) {
    int at = afterBlanks(record, from);
    if (at < record.length() && record.charAt(at) == '"') {
      at++;
      while (at < record.length() && !isClosing(record, at)) {
        at += record.charAt(at) == '"' ? 2 : 1;
      }
    }
    while (at < record.length() && record.charAt(at) != separator) {
      at++;
    }
    return at;
  }

  private static boolean isClosing(String record, int at) {
    boolean doubled = at + 1 < record.length() && record.charAt(at + 1) == '"';
    return record.charAt(at) == '"' && !doubled;
  }
}
