package clin087.referral;

import clin087.problem.Position;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
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
  private RecordScan scan = new RecordScan(',');
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
      if (table == null) {
        scan = new RecordScan(separator(bytes, at, length));
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
      table = new Table(separator(bytes, from, to), Arrays.copyOfRange(bytes, from, to), line);
    } else {
      rows.add(new Span(from, to, line, 1, null));
    }
  }

  /** Ends the source with a record whose end cannot be found. */
  private void end(List<Span> rows, byte[] bytes, int record, int place, String message) {
    Span span = new Span(record, bytes.length, line, 1, null);
    Position at = span.position(bytes, place);
    Problem problem = new Problem(ReferralProblem.NOT_CSV, "", at.line(), at.column(), message);
    rows.add(new Span(record, record, line, 1, problem));
    ended = true;
  }

  private static int afterLineEnd(byte[] bytes, int end, int length) {
    boolean two = end + 1 < length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Math.min(length, end + (two ? 2 : 1));
  }

  /** The most frequent separator in a line, without counting cells in quotation marks. */
  private static char separator(byte[] bytes, int from, int to) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = from; i < to && (quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
      quoted ^= bytes[i] == '"';
      int separator = quoted ? -1 : SEPARATORS.indexOf(bytes[i]);
      if (separator >= 0) {
        counts[separator]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }
}
