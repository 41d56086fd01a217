package clin087.referral;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for the byte at which something ends: one by one at first, then eight at a time. To link
 * what reads eight takes milliseconds, as much as a short run has for all its referrals.
 *
 * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Bit Twiddling
 *     Hacks: Determine if a word has a zero byte</a>
 */
final class Scan {
  /** How many bytes are looked at one by one. */
  private static final int FEW = 1 << 16;

  private int few;

  /** Where the first line ends, or {@code to}. */
  int endOfLine(byte[] bytes, int from, int to) {
    int at = from;
    if (isLong(to - from)) {
      while (at <= to - Long.BYTES && !Eight.hasNewline(bytes, at)) {
        at += Long.BYTES;
      }
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Where the first byte stands that is not {@linkplain #isPlain plain}, or {@code to}. */
  int endOfPlain(byte[] bytes, int from, int to) {
    int at = from;
    if (isLong(to - from)) {
      while (at <= to - Long.BYTES && Eight.arePlain(bytes, at)) {
        at += Long.BYTES;
      }
    }
    while (at < to && isPlain(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Whether a byte is ASCII that stands for itself in a JSON text. */
  static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }

  private boolean isLong(int count) {
    if (few < FEW) {
      few += count;
      return false;
    }
    return true;
  }

  /** Apart, so that it is linked only when it is needed. */
  private static final class Eight {
    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    static boolean hasNewline(byte[] bytes, int at) {
      return hasZero((long) LONG.get(bytes, at) ^ '\n' * ONES) != 0;
    }

    static boolean arePlain(byte[] bytes, int at) {
      long eight = (long) LONG.get(bytes, at);
      long control = (eight - ' ' * ONES) | eight;
      return ((control | hasZero(eight ^ '"' * ONES) | hasZero(eight ^ '\\' * ONES)) & TOPS) == 0;
    }

    /** Not zero when any of the bytes is. */
    private static long hasZero(long eight) {
      return (eight - ONES) & ~eight & TOPS;
    }
  }
}
