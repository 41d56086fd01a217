package clin087.referral;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Reads a stream chunk by chunk. Each chunk begins with what was left of the one before it. */
final class Chunks implements Closeable {
  /** How many idle chunks are kept. Some are very long, and few are idle in a steady run. */
  private static final int MOST_IDLE = 8;

  private final InputStream in;

  /** Chunks to reuse: memory that is reused stays in the processor's cache. */
  private final Deque<byte[]> idle = new ArrayDeque<>();

  private byte[] left = new byte[0];
  private int length;
  private boolean atEnd;

  Chunks(InputStream in) {
    this.in = in;
  }

  /** Reads the next chunk; its first {@link #length} bytes count. */
  byte[] next() throws IOException {
    int size = left.length + Blocks.CHUNK;
    byte[] buffer = idle.poll();
    if (buffer == null || buffer.length < size) {
      buffer = new byte[size + Blocks.CHUNK];
    }
    System.arraycopy(left, 0, buffer, 0, left.length);
    int read = in.read(buffer, left.length, Blocks.CHUNK);
    atEnd = read < 0;
    length = left.length + Math.max(0, read);
    return buffer;
  }

  /** The length of the last chunk, including what was left of the one before it. */
  int length() {
    return length;
  }

  /** Keeps the bytes after an offset of the last chunk for the next one. */
  void leave(byte[] chunk, int from) {
    left = Arrays.copyOfRange(chunk, from, length);
  }

  /** How many bytes are kept for the next chunk. */
  int left() {
    return left.length;
  }

  /** The bytes that are kept for the next chunk. */
  byte[] kept() {
    return left;
  }

  /** Drops the first of the bytes that are kept for the next chunk. */
  void drop(int count) {
    left = Arrays.copyOfRange(left, count, left.length);
  }

  /** Whether the stream has ended, so that nothing follows the last chunk. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Accepts a chunk that nobody needs any more. */
  void reuse(byte[] chunk) {
    if (idle.size() < MOST_IDLE) {
      idle.add(chunk);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
