package clin087.reading;

import java.util.List;

/** A piece of a policy file, with its place. Scalars stay text until what they are for is known. */
sealed interface Node {
  Position at();

  record Scalar(String text, Position at) implements Node {}

  record Sequence(List<Node> items, Position at) implements Node {}

  record Mapping(List<Entry> entries, Position at) implements Node {}

  record Entry(Scalar key, Node value) {}

  /** What it is, for a message. */
  default String kind() {
    if (this instanceof Scalar) {
      return "a text";
    }
    return this instanceof Sequence ? "a list" : "a mapping";
  }
}
