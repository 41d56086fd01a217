package clin087.policy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of the bytes of a policy file and those that it includes. It is worked out when it is
 * first asked for, since Java takes 20 ms to begin and many a run needs none.
 */
public final class Fingerprint {
  private @Nullable Supplier<String> source;
  private String sha256 = "";

  /**
   * One that is known.
   *
   * @param sha256 in hexadecimal
   */
  public Fingerprint(String sha256) {
    this.sha256 = sha256;
  }

  /**
   * One that is not yet worked out.
   *
   * @param source works it out, in hexadecimal
   */
  public Fingerprint(Supplier<String> source) {
    this.source = source;
  }

  /** The SHA-256, in hexadecimal. */
  public synchronized String sha256() {
    if (source != null) {
      sha256 = source.get();
      source = null;
    }
    return sha256;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fingerprint fingerprint && sha256().equals(fingerprint.sha256());
  }

  @Override
  public int hashCode() {
    return sha256().hashCode();
  }

  @Override
  public String toString() {
    return sha256();
  }
}
