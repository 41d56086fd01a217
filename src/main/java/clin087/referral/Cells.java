package clin087.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import clin087.policy.Fact;
import clin087.problem.Position;
import clin087.problem.Problem;
import clin087.referral.Drafts.Draft;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a record of a table. A cell is bytes in UTF-8, in which a quotation mark is written
 * twice. Its place in the source is looked up when a problem needs it.
 */
final class Cells {
  /** No cells. */
  static final Cells NONE =
      new Cells(',', new byte[0], new Span(0, 0, 1, 1, null), new byte[0], new int[0]);

  private static final String QUOTE = "\"";

  private final char separator;
  private final byte[] source;
  private final Span span;
  private final byte[] bytes;
  private final int[] bounds;

  /**
   * Makes the cells of a record.
   *
   * @param source the bytes that contain the record
   * @param bytes the same bytes, or a copy of the record in UTF-8
   * @param bounds for each cell, the offset of its first byte and the one after its last
   */
  Cells(char separator, byte[] source, Span span, byte[] bytes, int[] bounds) {
    this.separator = separator;
    this.source = source;
    this.span = span;
    this.bytes = bytes;
    this.bounds = bounds;
  }

  /** The cells of a record of which another reader has made texts. */
  static Cells of(char separator, byte[] source, Span span, List<String> texts) {
    Bytes bytes = new Bytes();
    int[] bounds = new int[2 * texts.size()];
    for (int i = 0; i < texts.size(); i++) {
      bounds[2 * i] = bytes.length();
      bytes.text(texts.get(i).replace(QUOTE, QUOTE + QUOTE));
      bounds[2 * i + 1] = bytes.length();
    }
    return new Cells(separator, source, span, bytes.toByteArray(), bounds);
  }

  int count() {
    return bounds.length / 2;
  }

  /** Whether a cell has nothing but white space; so has one that the record lacks. */
  boolean isEmpty(int index) {
    return index >= count()
        || bounds[2 * index] == bounds[2 * index + 1]
        || (bytes[bounds[2 * index]] <= ' ' && text(index).isEmpty());
  }

  /** A cell without white space around it; empty if the record has no such cell. */
  String text(int index) {
    if (index >= count()) {
      return "";
    }
    int from = bounds[2 * index];
    String text = new String(bytes, from, bounds[2 * index + 1] - from, UTF_8);
    return Characters.trim(text.replace(QUOTE + QUOTE, QUOTE));
  }

  /** What a cell states about a fact, if a cell like it has; else {@link Fact#UNSTATED}. */
  long remembered(KnownCells known, Fact fact, int index) {
    return known.code(fact.index(), bytes, bounds[2 * index], bounds[2 * index + 1]);
  }

  /** Remembers what a cell states about a fact. */
  void remember(KnownCells known, Fact fact, int index, long code) {
    known.remember(fact.index(), bytes, bounds[2 * index], bounds[2 * index + 1], code);
  }

  /** Where a problem of a cell is: in the cell, or in the first one if there is no such cell. */
  int place(int index) {
    return index < count() ? index : 0;
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

  /** The place after some characters of a table, in which a line can end with a lone CR. */
  static Position moved(Position begin, String record, int from, int to) {
    int line = begin.line();
    int column = begin.column();
    for (int i = from; i < to; i += Character.charCount(record.codePointAt(i))) {
      char c = record.charAt(i);
      if (c == '\n' || (c == '\r' && !record.startsWith("\n", i + 1))) {
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
