package clin087.reading;

import clin087.policy.Place;
import java.util.List;

/** A piece of a policy file, with its place. Scalars stay text until what they are for is known. */
sealed interface Node {
  Place at();

  record Scalar(String text, Place at) implements Node {}

  record Sequence(List<Node> items, Place at) implements Node {}

  record Mapping(List<Entry> entries, Place at) implements Node {}

  record Entry(Scalar key, Node value) {}

  /** What it is, for a message. */
  default String kind() {
    if (this instanceof Scalar) {
      return "a text";
    }
    return this instanceof Sequence ? "a list" : "a mapping";
  }
}
