package clin087.referral;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the referrals of NDJSON, one on each line. Blank lines do not count. */
final class LineBlocks implements Blocks {
  /** How much longer than the largest referral a line may be before its white space is dropped. */
  private static final int SLACK = 1 << 16;

  /**
   * A length that is less than that of most lines, so that the list of spans rarely has to grow.
   */
  private static final int SHORT_LINE = 256;

  private final Chunks chunks;
  private final Scan scan = new Scan();
  private int line = 1;

  /** How many blanks at the beginning of the line have been dropped. */
  private int dropped;

  LineBlocks(InputStream in) {
    this.chunks = new Chunks(in);
  }

  @Override
  public @Nullable Block next() throws IOException {
    while (!chunks.isAtEnd()) {
      if (chunks.left() > SLACK) {
        dropBlanks();
      }
      if (chunks.left() > LARGEST + SLACK) {
        return longLine();
      }
      byte[] buffer = chunks.next();
      int length = chunks.length();
      int whole = chunks.isAtEnd() ? length : afterLastNewline(buffer, length);
      chunks.leave(buffer, whole);
      List<Span> spans = lines(buffer, whole);
      if (!spans.isEmpty()) {
        return new Block(buffer, whole, spans, false);
      }
      reuse(buffer);
    }
    return null;
  }

  @Override
  public void reuse(byte[] bytes) {
    chunks.reuse(bytes);
  }

  /** Drops the blanks before the referral of a long line. */
  private void dropBlanks() {
    int blanks = afterBlanks(chunks.kept(), 0, chunks.left());
    if (blanks > 0) {
      chunks.drop(blanks);
      dropped += blanks;
    }
  }

  /** The referral of a long line: too large, unless only blanks follow its beginning. */
  private Block longLine() throws IOException {
    byte[] begun = chunks.kept();
    int end = beforeBlanks(begun, 0, begun.length);
    int at = line;
    int column = dropped + 1;
    chunks.drop(begun.length);
    dropped = 0;
    if (!skipLine() || end > LARGEST) {
      return new Block(new byte[0], 0, List.of(Blocks.tooLarge(at, column)), false);
    }
    return new Block(begun, end, List.of(new Span(0, end, at, column, null)), false);
  }

  /** Skips the rest of a line, and returns whether it is blank. */
  private boolean skipLine() throws IOException {
    boolean blank = true;
    while (!chunks.isAtEnd()) {
      byte[] chunk = chunks.next();
      int length = chunks.length();
      int newline = scan.endOfLine(chunk, 0, length);
      blank = blank && afterBlanks(chunk, 0, newline) == newline;
      chunks.leave(chunk, Math.min(newline + 1, length));
      reuse(chunk);
      if (newline < length) {
        line++;
        break;
      }
    }
    return blank;
  }

  private List<Span> lines(byte[] buffer, int length) {
    List<Span> spans = new ArrayList<>(length / SHORT_LINE + 1);
    for (int start = 0; start < length; ) {
      int newline = scan.endOfLine(buffer, start, length);
      int from = afterBlanks(buffer, start, newline);
      int to = beforeBlanks(buffer, from, newline);
      int column = dropped + from - start + 1;
      dropped = 0;
      if (to - from > LARGEST) {
        spans.add(Blocks.tooLarge(line, column));
      } else if (to > from) {
        spans.add(new Span(from, to, line, column, null));
      }
      line += newline < length ? 1 : 0;
      start = newline + 1;
    }
    return spans;
  }

  private static int afterBlanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && Scan.isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private static int beforeBlanks(byte[] bytes, int from, int to) {
    int at = to;
    while (at > from && Scan.isBlank(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  /** The end of the last whole line; after a skipped line, the rest may hold several lines. */
  private static int afterLastNewline(byte[] buffer, int to) {
    int end = to;
    while (end > 0 && buffer[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }
}
