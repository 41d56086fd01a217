package clin087.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, for one thread. */
public final class Bytes extends OutputStream {
  private byte[] bytes = new byte[1 << 12];
  private int length;

  @Override
  public void write(int b) {
    ensure(1);
    bytes[length++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, bytes, length, count);
    length += count;
  }

  @Override
  public void write(byte[] source) {
    write(source, 0, source.length);
  }

  /** Appends a text in UTF-8. */
  public Bytes text(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Appends a text of ASCII characters alone. */
  @SuppressWarnings("deprecation") // by far the quickest way, and correct for ASCII
  public Bytes ascii(String text) {
    int count = text.length();
    ensure(count);
    text.getBytes(0, count, bytes, length);
    length += count;
    return this;
  }

  /** Appends the content of another. */
  public void write(Bytes other) {
    write(other.bytes, 0, other.length);
  }

  /** Removes everything. */
  public void clear() {
    length = 0;
  }

  /** Removes everything after a length. */
  public void truncate(int newLength) {
    length = newLength;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public int length() {
    return length;
  }

  /**
   * The array itself, of which the first {@link #length} bytes count; valid until more is written.
   */
  public byte[] array() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes everything to a stream. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
