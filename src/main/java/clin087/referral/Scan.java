package clin087.referral;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches for the byte at which something ends: one by one at first, then eight at a time. Linking
 * the code that reads eight takes milliseconds, too long for a short run.
 *
 * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Bit Twiddling
 *     Hacks: Determine if a word has a zero byte</a>
 */
final class Scan {
  /** How many bytes are searched one by one. */
  private static final int FEW = 1 << 16;

  private int few;

  /** The end of the first line, or {@code to}. */
  int endOfLine(byte[] bytes, int from, int to) {
    int at = isLong(to - from) ? Eight.beforeNewline(bytes, from, to) : from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** The first byte that is not {@linkplain #isPlain plain}, or {@code to}. */
  int endOfPlain(byte[] bytes, int from, int to) {
    int at = isLong(to - from) ? Eight.afterPlain(bytes, from, to) : from;
    while (at < to && isPlain(bytes[at])) {
      at++;
    }
    return at;
  }

  /**
   * Whether a byte is an ASCII character that needs no escape in a JSON text; so neither the end of
   * a line nor a quotation mark.
   */
  static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }

  /** Whether a byte is white space in JSON (RFC 8259, section 2). */
  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  private boolean isLong(int count) {
    if (few < FEW) {
      few += count;
      return false;
    }
    return true;
  }

  /** A class of its own, so that it is linked only if it is needed. */
  private static final class Eight {
    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    /** Skips bytes without a newline, eight at a time. */
    static int beforeNewline(byte[] bytes, int from, int to) {
      int at = from;
      while (at <= to - Long.BYTES && hasZero((long) LONG.get(bytes, at) ^ '\n' * ONES) == 0) {
        at += Long.BYTES;
      }
      return at;
    }

    /** Skips plain bytes, eight at a time. */
    static int afterPlain(byte[] bytes, int from, int to) {
      int at = from;
      while (at <= to - Long.BYTES) {
        long eight = (long) LONG.get(bytes, at);
        long control = (eight - ' ' * ONES) | eight;
        long quotes = hasZero(eight ^ '"' * ONES) | hasZero(eight ^ '\\' * ONES);
        if (((control | quotes) & TOPS) != 0) {
          return at;
        }
        at += Long.BYTES;
      }
      return at;
    }

    /** Not zero if any of the eight bytes is zero. */
    private static long hasZero(long eight) {
      return (eight - ONES) & ~eight & TOPS;
    }
  }
}
