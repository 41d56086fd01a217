package clin087.yaml;

import clin087.policy.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML file, with its place. Scalars remain text until their reader knows their type.
 */
public sealed interface Node {
  Place at();

  record Scalar(String text, Place at) implements Node {}

  record Sequence(List<Node> items, Place at) implements Node {}

  record Mapping(List<Entry> entries, Place at) implements Node {}

  record Entry(Scalar key, Node value) {}

  /** The entry of a mapping under a key; null if there is none. */
  default @Nullable Entry entry(String key) {
    for (Entry entry : this instanceof Mapping mapping ? mapping.entries : List.<Entry>of()) {
      if (entry.key.text.equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /** The kind of node, for a message. */
  default String kind() {
    if (this instanceof Scalar) {
      return "a text";
    }
    return this instanceof Sequence ? "a list" : "a mapping";
  }
}
