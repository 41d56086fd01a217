package clin087.yaml;

import clin087.policy.Place;
import clin087.text.Characters;
import clin087.text.NearestName;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping of a policy file, and reports every key that is unknown or missing.
 */
public final class Keys {
  private final Node item;
  private final Map<String, Node> values;
  private final Problems problems;

  /**
   * @param node the node, which should be a mapping
   * @param known the keys that it may have
   */
  public Keys(Node node, Problems problems, String... known) {
    this.item = node;
    this.problems = problems;
    this.values = new HashMap<>();
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        values.put(entry.key().text(), entry.value());
      }
      reportUnknown(mapping, known);
    } else {
      problems.add(
          PolicyProblem.WRONG_TYPE,
          node.at(),
          "expected keys (" + String.join(", ", known) + "), found " + node.kind());
    }
  }

  private void reportUnknown(Mapping mapping, String... known) {
    int found = 0;
    for (String key : known) {
      found += values.containsKey(key) ? 1 : 0;
    }
    if (found == values.size()) {
      return;
    }
    List<String> names = List.of(known);
    for (Entry entry : mapping.entries()) {
      if (!names.contains(entry.key().text())) {
        problems.unknown(PolicyProblem.UNKNOWN_KEY, entry.key(), names);
      }
    }
  }

  /** The mapping itself. */
  public Node item() {
    return item;
  }

  public Place at() {
    return item.at();
  }

  public @Nullable Node get(String key) {
    return values.get(key);
  }

  /** A required value. */
  public Node node(String key) {
    Node node = get(key);
    if (node != null) {
      return node;
    }
    // if the node is not a mapping, that has been reported already
    if (!values.isEmpty()) {
      problems.add(PolicyProblem.MISSING_KEY, item.at(), "expected '" + key + "' here");
    }
    return new Scalar("", item.at());
  }

  /** A required text. */
  public Scalar scalar(String key) {
    boolean empty = get(key) instanceof Scalar stated && Characters.isBlank(stated.text());
    Scalar scalar = scalar(node(key), problems);
    if (empty) {
      problems.add(PolicyProblem.MISSING_KEY, scalar.at(), "expected a text for '" + key + "'");
    }
    return scalar;
  }

  public String text(String key) {
    return scalar(key).text();
  }

  /** A text that is needed to decide referrals, but not to analyse the policy. */
  public String wanted(String key) {
    Node node = get(key);
    if (node == null && !values.isEmpty()) {
      problems.addGap(PolicyProblem.MISSING_KEY, item.at(), "expected '" + key + "' here");
    } else if (node instanceof Scalar stated && Characters.isBlank(stated.text())) {
      problems.addGap(PolicyProblem.MISSING_KEY, stated.at(), "expected a text for '" + key + "'");
    }
    return text(key, "");
  }

  public @Nullable Scalar optional(String key) {
    Node node = get(key);
    return node == null ? null : scalar(node, problems);
  }

  public String text(String key, String otherwise) {
    Scalar scalar = optional(key);
    return scalar == null ? otherwise : scalar.text();
  }

  public boolean flag(String key, boolean otherwise) {
    Scalar scalar = optional(key);
    if (scalar == null) {
      return otherwise;
    }
    if (!scalar.text().equals("true") && !scalar.text().equals("false")) {
      problems.add(
          PolicyProblem.WRONG_TYPE, scalar.at(), "expected true or false for '" + key + "'");
    }
    return scalar.text().equals("true");
  }

  /** A whole number from 0 to 10^15; 0 if it is not such a number. */
  public long number(String key, long otherwise) {
    Scalar scalar = optional(key);
    if (scalar == null) {
      return otherwise;
    }
    try {
      long number = scalar.text().length() > 15 ? -1 : Long.parseLong(scalar.text());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    problems.add(
        PolicyProblem.WRONG_TYPE, scalar.at(), "expected a whole number for '" + key + "'");
    return 0;
  }

  public List<Node> items(String key) {
    Node node = get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    String cure =
        node instanceof Scalar one && !Characters.isBlank(one.text())
            ? "; write [" + NearestName.shorten(one.text()) + "]"
            : "";
    problems.add(PolicyProblem.WRONG_TYPE, node.at(), "expected a list for '" + key + "'" + cure);
    return List.of();
  }

  public List<Entry> entries(String key) {
    Node node = get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Mapping mapping) {
      return mapping.entries();
    }
    problems.add(
        PolicyProblem.WRONG_TYPE, node.at(), "expected 'name: value' lines for '" + key + "'");
    return List.of();
  }

  /** The texts of a list. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Scalar scalar : scalars(key)) {
      texts.add(scalar.text());
    }
    return texts;
  }

  public List<Scalar> scalars(String key) {
    List<Scalar> scalars = new ArrayList<>();
    for (Node item : items(key)) {
      scalars.add(scalar(item, problems));
    }
    if (get(key) instanceof Scalar only && !only.text().isEmpty()) {
      scalars.add(only); // reported already; what follows from an empty list is not
    }
    return scalars;
  }

  public static Scalar scalar(Node node, Problems problems) {
    if (node instanceof Scalar scalar) {
      return scalar;
    }
    problems.add(PolicyProblem.WRONG_TYPE, node.at(), "expected a text, found " + node.kind());
    return new Scalar("", node.at());
  }
}
