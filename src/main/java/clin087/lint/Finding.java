package clin087.lint;

import clin087.proof.NamedExample;
import java.util.List;

/**
 * Something that a check of a policy has found.
 *
 * @param code what kind of finding, a word that scripts can rely on
 * @param piece the piece of the policy that it is about: a rule, a fact, a clause, a comparison; or
 *     the place in a file
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
    List<NamedExample> examples) {
  public Finding {
    examples = List.copyOf(examples);
  }

  /** A finding without examples. */
  public static Finding of(
      String code, Severity severity, Object piece, String key, String message) {
    return new Finding(code, severity, piece, key, message, List.of());
  }
}
