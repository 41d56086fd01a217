package clin087.policyfile;

import clin087.policy.Place;
import clin087.policy.Places;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers which node each element of a policy was read from. That costs next to nothing. The
 * places are collected only when they are asked for, and a check never asks.
 */
final class Origins implements Supplier<IdentityHashMap<Object, Places.Item>> {
  private final List<Object> pieces = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  /** Notes the node of an element, and returns the element. */
  <T> T note(T piece, Node node) {
    pieces.add(piece);
    nodes.add(node);
    return piece;
  }

  Places places() {
    return new Places(this);
  }

  @Override
  public IdentityHashMap<Object, Places.Item> get() {
    IdentityHashMap<Object, Places.Item> items = new IdentityHashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      items.put(pieces.get(i), item(nodes.get(i)));
    }
    return items;
  }

  private static Places.Item item(Node node) {
    Map<String, Place> keys = new HashMap<>();
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        keys.put(entry.key().text(), entry.key().at());
      }
    }
    return new Places.Item(node.at(), keys);
  }
}
