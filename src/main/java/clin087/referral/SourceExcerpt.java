package clin087.referral;

import clin087.text.Characters;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shows the line of a problem in a referral, with a caret below the place. It shows nothing about
 * the patient: it leaves out every text but the wrong one and, if the referral is not JSON,
 * everything after the mistake.
 */
final class SourceExcerpt {
  private static final int WIDEST = 72;

  /** How many bytes of the line are looked at before and after the place. */
  private static final int MOST = 4096;

  private static final String LEFT_OUT = "\u2026";

  private final byte[] bytes;
  private final int end;
  private final int offset;
  private final boolean broken;
  private final StringBuilder shown = new StringBuilder();
  private int caret = -1;

  private SourceExcerpt(byte[] bytes, int end, int offset, boolean broken) {
    this.bytes = bytes;
    this.end = end;
    this.offset = offset;
    this.broken = broken;
  }

  /**
   * The line and the caret; empty if the line cannot be shown.
   *
   * @param span the referral
   * @param offset of the problem in the bytes
   * @param broken whether the text is not JSON from there on
   */
  static List<String> of(byte[] bytes, Span span, int offset, boolean broken) {
    int start = offset;
    while (start > span.start() && bytes[start - 1] != '\n') {
      start--;
    }
    int end = offset;
    while (end < span.end() && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    if (offset - start > MOST) {
      return List.of();
    }
    SourceExcerpt excerpt = new SourceExcerpt(bytes, Math.min(end, offset + MOST), offset, broken);
    excerpt.line(start);
    return excerpt.window();
  }

  private void line(int start) {
    int at = start;
    while (at < end && !(broken && at > offset)) {
      if (at == offset) {
        caret = length();
      }
      int next = bytes[at] == '"' ? afterText(at) : afterOther(at);
      if (offset > at && offset < next) {
        caret = length() + 1;
      }
      shown.append(shown(at, next));
      at = next;
    }
    if (caret < 0) {
      caret = length();
    } else if (at < end) {
      shown.append(LEFT_OUT);
    }
  }

  private String shown(int from, int to) {
    boolean spilt = broken && from == offset && followsText();
    if (bytes[from] == '"') {
      boolean told = isName(to) || (from == offset && !spilt);
      boolean closed = to - from > 1 && bytes[to - 1] == '"';
      return told ? text(from, to) : '"' + LEFT_OUT + (closed ? "\"" : "");
    }
    return spilt && Character.isLetterOrDigit(bytes[from] & 0xFF) ? LEFT_OUT : text(from, to);
  }

  /** Whether the mistake follows a text, which may have been meant to continue. */
  private boolean followsText() {
    int at = offset - 1;
    while (at >= 0 && bytes[at] <= ' ' && bytes[at] >= 0) {
      at--;
    }
    return at >= 0 && bytes[at] == '"';
  }

  private int length() {
    return shown.codePointCount(0, shown.length());
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private int afterText(int quote) {
    int at = quote + 1;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, end);
  }

  /**
   * The end of what is at the mistake, if it is not a text: a word, a number, or a single
   * character.
   */
  private int afterOther(int from) {
    int at = from + 1;
    boolean whole = from == offset;
    while (at < end && (isTail(bytes[at]) || (whole && " \t,:\"{}[]".indexOf(bytes[at]) < 0))) {
      at++;
    }
    return at;
  }

  private static boolean isTail(byte b) {
    return (b & 0xC0) == 0x80;
  }

  private boolean isName(int afterText) {
    int at = afterText;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at < end && bytes[at] == ':';
  }

  /** The part of a long line around the caret. */
  private List<String> window() {
    String line = shown.toString().replace('\t', ' ');
    if (line.isBlank() || Characters.hasControl(line)) {
      return List.of();
    }
    int[] points = line.codePoints().toArray();
    int from =
        points.length <= WIDEST
            ? 0
            : Math.max(0, Math.min(caret - WIDEST / 2, points.length - WIDEST));
    int to = Math.min(points.length, from + WIDEST);
    String cut = new String(points, from, to - from);
    return List.of(cut, " ".repeat(caret - from) + "^");
  }
}
