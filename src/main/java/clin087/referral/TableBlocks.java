package clin087.referral;

import clin087.problem.Position;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.text.Utf8OrAnsi;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a table (CSV). The first record names the columns and shows the separator. Rows
 * of empty cells do not count.
 */
final class TableBlocks implements Blocks {
  private static final String SEPARATORS = ",;\t";

  private final Chunks chunks;
  private @Nullable Table table;
  private char separator = ',';
  private RecordScan scan = new RecordScan(separator);
  private int line = 1;
  private boolean ended;
  private boolean hasRows;

  TableBlocks(InputStream in) {
    this.chunks = new Chunks(in);
  }

  @Override
  public @Nullable Block next() throws IOException {
    while (!ended) {
      byte[] buffer = chunks.next();
      List<Span> spans = new ArrayList<>();
      int rest = records(buffer, chunks.length(), spans);
      chunks.leave(buffer, rest);
      ended |= chunks.isAtEnd();
      if (!spans.isEmpty()) {
        hasRows = true;
        return new Block(buffer, rest, spans, false, table);
      }
      reuse(buffer);
    }
    return hasRows ? null : headerAlone();
  }

  /** A block for a header without rows, so that the problems of the header are reported too. */
  private @Nullable Block headerAlone() {
    hasRows = true;
    Problem empty = new Problem(ReferralProblem.EMPTY, "", 1, 1, "expected a referral");
    return table == null
        ? null
        : new Block(new byte[0], 0, List.of(new Span(0, 0, 1, 1, empty)), false, table);
  }

  @Override
  public void reuse(byte[] bytes) {
    chunks.reuse(bytes);
  }

  /** Finds the rows, and returns the beginning of the first incomplete record. */
  private int records(byte[] bytes, int length, List<Span> rows) {
    int at = 0;
    while (at < length && !ended) {
      if (table == null && !knowsSeparator(bytes, at, length)) {
        return at;
      }
      int end = scan.end(bytes, at, length);
      if (end - at > LARGEST) {
        end(
            rows,
            bytes,
            at,
            at,
            "expected a record of at most 1 MiB; perhaps a quotation mark that opens a cell is never closed");
      } else if (!chunks.isAtEnd() && end >= length - 1) {
        return at; // its line end, of one or two characters, is still to come
      } else if (scan.open >= 0) {
        end(
            rows,
            bytes,
            at,
            scan.open,
            "the quotation mark that opens this cell is never closed; add one where the cell ends");
      } else {
        record(bytes, at, end, rows);
      }
      line += scan.breaks + 1;
      at = afterLineEnd(bytes, end, length);
    }
    return ended ? length : at;
  }

  private void record(byte[] bytes, int from, int to, List<Span> rows) {
    if (scan.isBlank || scan.isWhite(bytes, from, to)) {
      return;
    }
    if (table == null) {
      table = new Table(separator, Arrays.copyOfRange(bytes, from, to), line);
    } else {
      rows.add(new Span(from, to, line, 1, null));
    }
  }

  /** Ends the source with a record whose end cannot be found. */
  private void end(List<Span> rows, byte[] bytes, int record, int place, String message) {
    String text = Utf8OrAnsi.text(bytes, record, place);
    Position at = Cells.moved(new Position(line, 1), text, 0, text.length());
    Problem problem = new Problem(ReferralProblem.NOT_CSV, "", at.line(), at.column(), message);
    rows.add(new Span(record, record, line, 1, problem));
    ended = true;
  }

  private static int afterLineEnd(byte[] bytes, int end, int length) {
    boolean two = end + 1 < length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Math.min(length, end + (two ? 2 : 1));
  }

  /**
   * Tells the separator from the header: the one that is most frequent there, without cells in
   * quotation marks.
   *
   * @return false if the header does not end here, and may go on in the next chunk
   */
  private boolean knowsSeparator(byte[] bytes, int from, int length) {
    int[] counts = new int[SEPARATORS.length()];
    int to = Math.min(length, from + LARGEST);
    boolean quoted = false;
    boolean begins = true;
    int at = from;
    for (; at < to && (quoted || (bytes[at] != '\n' && bytes[at] != '\r')); at++) {
      byte b = bytes[at];
      if (b == '"' && quoted && at + 1 < to && bytes[at + 1] == '"') {
        at++;
      } else if (b == '"' && (quoted || begins)) {
        quoted = !quoted;
        begins = false;
      } else if (!quoted) {
        int found = SEPARATORS.indexOf(b);
        begins = found >= 0 || (begins && b == ' ');
        if (found >= 0) {
          counts[found]++;
        }
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    separator = SEPARATORS.charAt(most);
    scan = new RecordScan(separator);
    return at < length || chunks.isAtEnd();
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }
}
