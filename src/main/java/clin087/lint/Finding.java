package clin087.lint;

import clin087.proof.NamedExample;
import java.util.List;

/**
 * A finding of a check.
 *
 * @param severity how serious it is here
 * @param piece the element of the policy that it is about (a rule, a fact, a clause, a comparison),
 *     or a place in a file
 * @param key the key of the element that it is about; empty for the whole element
 * @param message one or two sentences for a person
 * @param examples referrals that show it; none if it is not about decisions
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

  /** The code that scripts can rely on. */
  public String code() {
    return kind.code();
  }

  /** The same finding with another severity. */
  Finding as(Severity other) {
    return new Finding(kind, other, piece, key, message, examples);
  }

  /** The same finding with referrals that show it. */
  Finding shownBy(List<NamedExample> referrals) {
    return new Finding(kind, severity, piece, key, message, referrals);
  }
}
