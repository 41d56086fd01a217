package clin087.policyfile;

import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Condition.Otherwise;
import clin087.policy.Condition.Quantifier;
import clin087.policy.Fact;
import clin087.policy.Place;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the conditions of a policy file: a comparison, or a list of bullets, which can be lists
 * too.
 */
final class ConditionReader {
  /** The condition of the last rule. */
  static final String OTHERWISE = "otherwise";

  private static final Quantifier[] QUANTIFIERS = Quantifier.values();

  private final List<Scalar> cited = new ArrayList<>();
  private final Problems problems;
  private final Origins origins;
  private final ComparisonReader comparisons;

  /**
   * @param facts by their names
   * @param ofCaution whether they may ask if a fact is stated
   */
  ConditionReader(Map<String, Fact> facts, boolean ofCaution, Problems problems, Origins origins) {
    this.problems = problems;
    this.origins = origins;
    this.comparisons = new ComparisonReader(facts, ofCaution, problems, origins);
  }

  /** Reads a condition. If it cannot be read, reports that and returns one that always holds. */
  Condition read(Node node) {
    if (node instanceof Scalar text && text.text().equalsIgnoreCase(OTHERWISE)) {
      if (!text.text().equals(OTHERWISE)) {
        wrong(text.at(), "expected '" + OTHERWISE + "', found '" + text.text() + "'");
      }
      return origins.note(new Otherwise(), text);
    }
    return node instanceof Scalar text ? comparisons.read(text) : bullet(node).condition();
  }

  /** The clauses that the bullets read so far cite. */
  List<Scalar> cited() {
    return cited;
  }

  private Bullet bullet(Node node) {
    if (node instanceof Scalar text) {
      return origins.note(new Bullet(comparisons.read(text), null), text);
    }
    if (node instanceof Sequence) {
      wrong(node.at(), "expected 'all:' or 'any:' above the bullets");
      return new Bullet(new Otherwise(), null);
    }
    Keys keys = new Keys(node, problems, PolicyKeys.BULLETS.names());
    Scalar clause = keys.optional("clause");
    if (clause != null) {
      cited.add(clause);
    }
    return origins.note(new Bullet(list(keys), clause == null ? null : clause.text()), node);
  }

  private Condition list(Keys keys) {
    Condition found = null;
    Node when = keys.get("when");
    if (when != null) {
      found = when instanceof Scalar text ? comparisons.read(text) : bullet(when).condition();
    }
    for (Quantifier quantifier : QUANTIFIERS) {
      boolean counted = quantifier == Quantifier.AT_LEAST;
      String key = counted ? "of" : quantifier.name().toLowerCase(Locale.ROOT);
      if (keys.get(key) != null) {
        if (found != null) {
          wrong(keys.at(), "expected one of all, any, none, atLeast or when, found two");
        }
        found = bullets(quantifier, key, keys);
      }
    }
    if (keys.get("atLeast") != null && keys.get("of") == null) {
      wrong(keys.at(), "expected 'of:' with the bullets beside 'atLeast'");
    } else if (found == null) {
      wrong(keys.at(), "expected all, any, none, atLeast with of, or when");
    }
    return found == null ? new Otherwise() : found;
  }

  private Bullets bullets(Quantifier quantifier, String key, Keys keys) {
    List<Bullet> bullets = new ArrayList<>();
    for (Node item : keys.items(key)) {
      bullets.add(bullet(item));
    }
    boolean counted = quantifier == Quantifier.AT_LEAST;
    int n = counted ? (int) Math.min(keys.number("atLeast", 0), bullets.size() + 1L) : 0;
    if (bullets.isEmpty()) {
      wrong(keys.at(), "expected at least one bullet under '" + key + "'");
    } else if (counted && (n < 1 || n > bullets.size())) {
      wrong(keys.at(), "expected 'atLeast: N' with N from 1 to " + bullets.size());
    }
    return origins.note(new Bullets(quantifier, n, bullets), keys.item());
  }

  private void wrong(Place at, String message) {
    problems.add(PolicyProblem.BAD_CONDITION, at, message);
  }
}
