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
 * Which node each piece of a policy was read from. Noting it costs next to nothing; the places are
 * only put together for those who ask, which a check does not.
 */
final class Origins implements Supplier<IdentityHashMap<Object, Places.Item>> {
  private final List<Object> pieces = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  /** Notes where a piece comes from, and hands it on. */
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
