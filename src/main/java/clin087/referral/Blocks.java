package clin087.referral;

import clin087.problem.ReferralProblem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Finds the referrals of one source, block by block, in constant memory. */
public interface Blocks extends Closeable {
  /** The greatest size of a referral, in bytes. */
  int LARGEST = 1 << 20;

  /** How many bytes are read at a time. */
  int CHUNK = 1 << 16;

  /** The next block; null at the end. */
  @Nullable Block next() throws IOException;

  /**
   * Accepts the bytes of a block that nobody needs any more, to read into them again: memory that
   * is reused stays in the processor's cache.
   */
  default void reuse(byte[] bytes) {}

  /** A source without referrals, with its problem. */
  static Blocks wrong(InputStream in, ReferralProblem kind, String message) {
    return new Blocks() {
      private @Nullable Block only = Block.wrong(kind, message);

      @Override
      public @Nullable Block next() {
        Block next = only;
        only = null;
        return next;
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  /** The problem of a referral that is larger than {@link #LARGEST}. */
  static Span tooLarge(int line, int column) {
    return Span.wrong(
        ReferralProblem.TOO_LARGE, line, column, "expected a referral of at most 1 MiB");
  }
}
