package clin087.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The SHA-256 of some bytes, worked out on a thread of its own while they are read: it takes Java
 * 30 ms to begin.
 *
 * @see <a href="https://doi.org/10.6028/NIST.FIPS.180-4">FIPS 180-4</a>
 */
public final class Sha256 implements Supplier<String> {
  private final byte[] bytes;
  private final Thread thread;
  private volatile String hex = "";

  private Sha256(byte[] bytes) {
    this.bytes = bytes;
    // no lambda, since Java takes long to link the first one of a run
    this.thread =
        new Thread("sha256") {
          @Override
          public void run() {
            try {
              hex = of(bytes);
            } catch (OutOfMemoryError | RuntimeException e) {
              // whoever asks for it meets the same, and says so
            }
          }
        };
    thread.setDaemon(true);
  }

  /** Begins to work it out; the bytes must stay as they are. */
  public static Sha256 begin(byte[] bytes) {
    Sha256 begun = new Sha256(bytes);
    try {
      begun.thread.start();
    } catch (OutOfMemoryError e) {
      // no thread is to be had; whoever asks for it works it out
    }
    return begun;
  }

  /** Waits for it, and gives it in hexadecimal. */
  @Override
  public String get() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return hex.isEmpty() ? of(bytes) : hex;
  }

  /** The SHA-256 of bytes, in hexadecimal. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
