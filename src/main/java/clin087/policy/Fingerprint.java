package clin087.policy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a policy file and those that it includes. It is computed when it is first asked
 * for, since Java takes 20 ms to start on it and many runs do not need it.
 */
public final class Fingerprint {
  private @Nullable Supplier<String> source;
  private String sha256 = "";

  /**
   * A fingerprint that is known.
   *
   * @param sha256 in hexadecimal
   */
  public Fingerprint(String sha256) {
    this.sha256 = sha256;
  }

  /**
   * A fingerprint that is not computed yet.
   *
   * @param source computes it, in hexadecimal
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
