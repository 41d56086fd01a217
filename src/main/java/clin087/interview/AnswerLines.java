package clin087.interview;

import clin087.text.Utf8;
import clin087.text.Utf8OrAnsi;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines that answer questions: in UTF-8 or UTF-16, with or without a byte-order mark; a
 * line that is not UTF-8 is read as Windows-1252. It reads no further than it has to, since a
 * person types the next line only after the next question.
 */
public final class AnswerLines {
  /** How much of a line is kept: far more than any answer has. */
  private static final int LONGEST = 1 << 16;

  /** The least byte that a byte-order mark can begin with. */
  private static final int MARK = 0xEF;

  private final InputStream in;
  private @Nullable InputStream text;
  private boolean afterReturn;

  /**
   * @param in not read before the first line is asked for
   */
  public AnswerLines(InputStream in) {
    this.in = in;
  }

  /** The next line; null at the end. */
  public @Nullable String next() throws IOException {
    InputStream opened = text == null ? open() : text;
    text = opened;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = opened.read(); b >= 0; b = opened.read()) {
      boolean secondOfTwo = b == '\n' && afterReturn;
      afterReturn = b == '\r';
      if (secondOfTwo) {
        continue;
      }
      if (b == '\n' || b == '\r') {
        return text(line);
      }
      if (line.size() < LONGEST) {
        line.write(b);
      }
    }
    return line.size() == 0 ? null : text(line);
  }

  private InputStream open() throws IOException {
    PushbackInputStream begun = new PushbackInputStream(new BufferedInputStream(in), 1);
    int first = begun.read();
    if (first >= 0) {
      begun.unread(first);
    }
    return first < MARK ? begun : Utf8.of(begun);
  }

  private static String text(ByteArrayOutputStream line) {
    return Utf8OrAnsi.text(line.toByteArray(), 0, line.size());
  }
}
