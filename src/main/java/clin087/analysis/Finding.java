package clin087.analysis;

import java.util.List;

/**
 * Something that a check of a policy has found.
 *
 * @param code what kind of finding, a word that scripts can rely on
 * @param piece the piece of the policy that it is about: a rule, a fact, a clause, a comparison
 * @param key the key of the piece that it is about; empty for the whole
 * @param message one or two sentences for a person
 * @param examples referrals that show it; none where it is not about behaviour
 */
public record Finding(
    String code,
    Severity severity,
    Object piece,
    String key,
    String message,
    List<Example> examples) {
  public Finding {
    examples = List.copyOf(examples);
  }

  /** A finding without examples. */
  static Finding of(String code, Severity severity, Object piece, String key, String message) {
    return new Finding(code, severity, piece, key, message, List.of());
  }

  /**
   * A referral that shows a finding.
   *
   * @param name what it shows, in letters, digits, dots, hyphens and {@code _}
   * @param stated the code of each of the policy's facts, by its index
   */
  @SuppressWarnings("ArrayRecordComponent") // as a referral's own
  public record Example(String name, long[] stated) {
    public Example {
      // it becomes the name of a file, and a reference without control characters
      name = name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
  }
}
