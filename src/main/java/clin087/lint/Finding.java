package clin087.lint;

import clin087.proof.NamedExample;
import java.util.List;

/**
 * Something that a check of a policy has found.
 *
 * @param severity how much it matters here
 * @param piece the piece of the policy that it is about: a rule, a fact, a clause, a comparison; or
 *     the place in a file
 * @param key the key of the piece that it is about; empty for the whole
 * @param message one or two sentences for a person
 * @param examples referrals that show it; none where it is not about behaviour
 */
public record Finding(
    FindingKind kind,
    Severity severity,
    Object piece,
    String key,
    String message,
    List<NamedExample> examples) {
  public Finding {
    examples = List.copyOf(examples);
  }

  /** A finding of the usual severity, without examples. */
  public static Finding of(FindingKind kind, Object piece, String key, String message) {
    return new Finding(kind, kind.severity(), piece, key, message, List.of());
  }

  /** The word that scripts can rely on. */
  public String code() {
    return kind.code();
  }

  /** The same finding, as grave as this. */
  Finding as(Severity other) {
    return new Finding(kind, other, piece, key, message, examples);
  }

  /** The same finding with referrals that show it. */
  Finding shownBy(List<NamedExample> referrals) {
    return new Finding(kind, severity, piece, key, message, referrals);
  }
}
