package clin087.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Recognises UTF-8, and opens a text as such: drops a byte-order mark, and converts UTF-16 with a
 * mark.
 */
public final class Utf8 {
  /** What to do about a text that is not UTF-8. */
  public static final String EXPECTED =
      "expected UTF-8; perhaps an editor saved this as ANSI: save it again with the encoding UTF-8";

  private static final int MARK = 3;

  /** How many characters are decoded at once. */
  private static final int MOST_AT_ONCE = 1 << 8;

  private static final byte NOT_UTF8 = (byte) 0xFF;

  private Utf8() {}

  /** Opens a text: invalid UTF-16 becomes a byte that is never in UTF-8. */
  public static InputStream of(InputStream in) throws IOException {
    return of(in, NOT_UTF8);
  }

  /** Opens a table: invalid UTF-16 becomes U+0000 there, a control character of its cell. */
  public static InputStream ofTable(InputStream in) throws IOException {
    return of(in, (byte) 0);
  }

  private static InputStream of(InputStream in, byte invalid) throws IOException {
    byte[] head = new byte[MARK];
    int length = in.readNBytes(head, 0, 2);
    if (length == 2 && starts(head, 0xFE, 0xFF)) {
      return new FromUtf16(in, StandardCharsets.UTF_16BE, invalid);
    }
    if (length == 2 && starts(head, 0xFF, 0xFE)) {
      return new FromUtf16(in, StandardCharsets.UTF_16LE, invalid);
    }
    boolean mayBeMark = length == 2 && starts(head, 0xEF, 0xBB);
    length += mayBeMark ? in.readNBytes(head, 2, 1) : 0;
    PushbackInputStream rest = new PushbackInputStream(in, MARK);
    if (!mayBeMark || head[2] != (byte) 0xBF) {
      rest.unread(head, 0, length);
    }
    return rest;
  }

  /** Whether some bytes are UTF-8. */
  public static boolean isValid(byte[] bytes, int from, int to) {
    return firstInvalid(bytes, from, to) < 0;
  }

  /** The place at which some bytes stop being UTF-8, or -1. */
  public static int firstInvalid(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= 0) {
      at++;
    }
    if (at == to) {
      return -1;
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, at, to - at);
    CharBuffer discarded = CharBuffer.allocate(Math.min(to - at, MOST_AT_ONCE));
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      discarded.clear();
      result = utf8.decode(rest, discarded, true);
    }
    return result.isError() ? rest.position() : -1;
  }

  private static boolean starts(byte[] head, int first, int second) {
    return head[0] == (byte) first && head[1] == (byte) second;
  }

  /**
   * Converts UTF-16 to UTF-8. Invalid UTF-16 becomes a byte that the reader reports at its place.
   * So does U+0000, which no referral may contain.
   */
  private static final class FromUtf16 extends InputStream {
    private final Reader reader;
    private final byte invalid;
    private final char[] chars = new char[1 << 13];
    private int kept;
    private byte[] bytes = new byte[0];
    private int at;

    FromUtf16(InputStream in, Charset charset, byte invalid) {
      this.invalid = invalid;
      this.reader =
          new InputStreamReader(
              in,
              charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).replaceWith("\0"));
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (at == bytes.length) {
        int read = reader.read(chars, kept, chars.length - kept);
        if (read < 0) {
          return -1;
        }
        int whole = kept + read;
        kept = Character.isHighSurrogate(chars[whole - 1]) ? 1 : 0;
        bytes = new String(chars, 0, whole - kept).getBytes(StandardCharsets.UTF_8);
        chars[0] = chars[whole - 1];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = bytes[i] == 0 ? invalid : bytes[i];
        }
        at = 0;
      }
      int some = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, target, offset, some);
      at += some;
      return some;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
