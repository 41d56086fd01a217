package clin087.referral;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds referrals that stand one to a line (NDJSON). Blank lines do not count. */
final class LineBlocks implements Blocks {
  /** How far white space may stretch a line beyond the greatest referral. */
  private static final int SLACK = 1 << 16;

  /** Shorter than most lines, so that there is room for the spans of a block from the start. */
  private static final int SHORT_LINE = 256;

  private final InputStream in;
  private final Scan scan = new Scan();
  private final Deque<byte[]> idle = new ArrayDeque<>();
  private byte[] begun = new byte[0];
  private int line = 1;
  private boolean atEnd;

  LineBlocks(InputStream in) {
    this.in = in;
  }

  @Override
  public @Nullable Block next() throws IOException {
    while (!atEnd) {
      if (begun.length > LARGEST + SLACK) {
        Span tooLarge = Blocks.tooLarge(line, 1);
        skipLine();
        return new Block(new byte[0], 0, List.of(tooLarge), false);
      }
      byte[] buffer = buffer(begun.length + CHUNK);
      System.arraycopy(begun, 0, buffer, 0, begun.length);
      int read = in.read(buffer, begun.length, CHUNK);
      atEnd = read < 0;
      int length = begun.length + Math.max(0, read);
      int whole = atEnd ? length : afterLastNewline(buffer, length);
      begun = Arrays.copyOfRange(buffer, whole, length);
      List<Span> spans = lines(buffer, whole);
      if (!spans.isEmpty()) {
        return new Block(buffer, whole, spans, false);
      }
      reuse(buffer);
    }
    return null;
  }

  private byte[] buffer(int size) {
    byte[] buffer = idle.poll();
    return buffer != null && buffer.length >= size ? buffer : new byte[size + CHUNK];
  }

  @Override
  public void reuse(byte[] bytes) {
    idle.add(bytes);
  }

  private void skipLine() throws IOException {
    byte[] buffer = new byte[CHUNK];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      int newline = 0;
      while (newline < read && buffer[newline] != '\n') {
        newline++;
      }
      if (newline < read) {
        begun = Arrays.copyOfRange(buffer, newline + 1, read);
        line++;
        return;
      }
    }
    atEnd = true;
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

  /** Where the last whole line ends; what was begun holds several behind a skipped one. */
  private static int afterLastNewline(byte[] buffer, int to) {
    int end = to;
    while (end > 0 && buffer[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
