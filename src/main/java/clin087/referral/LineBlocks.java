package clin087.referral;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the referrals of NDJSON, one on each line. Blank lines do not count. */
final class LineBlocks implements Blocks {
  /** How much longer than the largest referral a line may be, because of white space. */
  private static final int SLACK = 1 << 16;

  /**
   * A length that is less than that of most lines, so that the list of spans rarely has to grow.
   */
  private static final int SHORT_LINE = 256;

  private final Chunks chunks;
  private final Scan scan = new Scan();
  private int line = 1;

  LineBlocks(InputStream in) {
    this.chunks = new Chunks(in);
  }

  @Override
  public @Nullable Block next() throws IOException {
    while (!chunks.isAtEnd()) {
      if (chunks.left() > LARGEST + SLACK) {
        Span tooLarge = Blocks.tooLarge(line, 1);
        skipLine();
        return new Block(new byte[0], 0, List.of(tooLarge), false);
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

  private void skipLine() throws IOException {
    chunks.drop();
    while (!chunks.isAtEnd()) {
      byte[] chunk = chunks.next();
      int length = chunks.length();
      int newline = scan.endOfLine(chunk, 0, length);
      chunks.leave(chunk, Math.min(newline + 1, length));
      reuse(chunk);
      if (newline < length) {
        line++;
        return;
      }
    }
  }

  private List<Span> lines(byte[] buffer, int length) {
    List<Span> spans = new ArrayList<>(length / SHORT_LINE + 1);
    for (int start = 0; start < length; ) {
      int newline = scan.endOfLine(buffer, start, length);
      int from = start;
      int to = newline;
      while (from < to && isBlank(buffer[from])) {
        from++;
      }
      while (to > from && isBlank(buffer[to - 1])) {
        to--;
      }
      if (to - from > LARGEST) {
        spans.add(Blocks.tooLarge(line, from - start + 1));
      } else if (to > from) {
        spans.add(new Span(from, to, line, from - start + 1, null));
      }
      line += newline < length ? 1 : 0;
      start = newline + 1;
    }
    return spans;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
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
