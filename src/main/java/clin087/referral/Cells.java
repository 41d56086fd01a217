package clin087.referral;

import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.text.Characters;
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

  /** A problem at the beginning of a cell; at that of the record if it has no such cell. */
  Problem problem(int cell, ReferralProblem kind, String path, String message) {
    String record = TableRows.text(source, span);
    int atLine = span.line();
    int column = 1;
    int place = start(record, cell);
    for (int i = 0; i < place; i += Character.charCount(record.codePointAt(i))) {
      char c = record.charAt(i);
      if (c == '\n' || (c == '\r' && record.charAt(i + 1) != '\n')) {
        atLine++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Problem(kind, path, atLine, column, message);
  }

  private int start(String record, int cell) {
    int at = 0;
    for (int i = 0; i < cell; i++) {
      at = separatorAfter(record, at);
      if (at == record.length()) {
        return 0;
      }
      at++;
    }
    return at;
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
