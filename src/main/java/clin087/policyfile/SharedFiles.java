package clin087.policyfile;

import clin087.text.NearestName;
import clin087.yaml.Keys;
import clin087.yaml.Node;
import clin087.yaml.Node.Entry;
import clin087.yaml.Node.Mapping;
import clin087.yaml.Node.Scalar;
import clin087.yaml.Node.Sequence;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the content of shared files into a policy. Shared verdicts, facts and cautions come
 * before the policy's own. The order of rules and sections matters, so the policy says where each
 * shared group of rules and each shared section goes. It has to include them all: a shared
 * criterion must not be forgotten in silence.
 */
final class SharedFiles {
  static final String INCLUDE = "include";

  /** The key that every shared file has, and no policy. */
  static final String PART = "part";

  private final Problems problems;
  private final Map<String, List<Node>> lists = new LinkedHashMap<>();
  private final Map<String, Offer> groups = new LinkedHashMap<>();
  private final Map<String, Offer> sections = new LinkedHashMap<>();

  /** Items that the policy has to place. */
  private static final class Offer {
    final Scalar name;
    final List<Node> items;
    boolean placed;

    Offer(Scalar name, List<Node> items) {
      this.name = name;
      this.items = items;
    }
  }

  SharedFiles(Problems problems) {
    this.problems = problems;
    for (String list : List.of("verdicts", "facts", "cautions")) {
      lists.put(list, new ArrayList<>());
    }
  }

  /** Adds the content of a shared file. */
  void add(Node shared) {
    Keys keys = new Keys(shared, problems, PolicyKeys.SHARED.names());
    keys.scalar(PART);
    lists.forEach((list, items) -> items.addAll(keys.items(list)));
    for (Entry group : keys.entries("rules")) {
      if (!(group.value() instanceof Sequence)) {
        problems.add(
            PolicyProblem.WRONG_TYPE,
            group.value().at(),
            "expected the rules of the group as a list");
      } else if (groups.putIfAbsent(group.key().text(), offer(group)) != null) {
        duplicate("group", group.key());
      }
    }
    for (Node item : keys.items("sections")) {
      Scalar id = value(item, "section") instanceof Scalar scalar ? scalar : null;
      if (id == null || id.text().isEmpty()) {
        problems.add(
            PolicyProblem.MISSING_KEY, item.at(), "expected 'section' with its number here");
      } else if (sections.putIfAbsent(id.text(), new Offer(id, List.of(item))) != null) {
        duplicate("section", id);
      }
    }
  }

  private static Offer offer(Entry group) {
    return new Offer(group.key(), ((Sequence) group.value()).items());
  }

  private void duplicate(String what, Scalar name) {
    problems.add(
        PolicyProblem.DUPLICATE_ID,
        name.at(),
        "the " + what + " '" + NearestName.shorten(name.text()) + "' is declared twice");
  }

  private static @Nullable Node value(Node item, String key) {
    Entry entry = item.entry(key);
    return entry == null ? null : entry.value();
  }

  /** The policy with the shared content inserted. */
  Mapping putInto(Mapping policy) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : policy.entries()) {
      if (!entry.key().text().equals(INCLUDE)) {
        entries.add(new Entry(entry.key(), whole(entry.key().text(), entry.value())));
      }
    }
    for (Map.Entry<String, List<Node>> list : lists.entrySet()) {
      List<Node> items = list.getValue();
      if (!items.isEmpty() && value(policy, list.getKey()) == null) {
        Scalar key = new Scalar(list.getKey(), items.get(0).at());
        entries.add(new Entry(key, new Sequence(items, key.at())));
      }
    }
    if (problems.isEmpty()) {
      requirePlaced(groups, "rules");
      requirePlaced(sections, "sections");
    }
    return new Mapping(entries, policy.at());
  }

  private void requirePlaced(Map<String, Offer> offers, String list) {
    for (Offer offer : offers.values()) {
      if (!offer.placed) {
        problems.add(
            PolicyProblem.NOT_INCLUDED,
            offer.name.at(),
            "expected '- include: "
                + NearestName.shorten(offer.name.text())
                + "' under the policy's '"
                + list
                + "'");
      }
    }
  }

  private Node whole(String key, Node value) {
    if (!(value instanceof Sequence own)) {
      return value;
    }
    List<Node> items = new ArrayList<>(lists.getOrDefault(key, List.of()));
    for (Node item : own.items()) {
      boolean placing = key.equals("rules") || key.equals("sections");
      if (!placing || value(item, INCLUDE) == null) {
        items.add(item);
        continue;
      }
      Scalar name = new Keys(item, problems, INCLUDE).scalar(INCLUDE);
      if (!name.text().isEmpty()) {
        items.addAll(key.equals("rules") ? group(name) : section(name));
      }
    }
    return new Sequence(items, own.at());
  }

  private List<Node> group(Scalar name) {
    Offer group = groups.get(name.text());
    if (group == null) {
      problems.unknown(PolicyProblem.UNKNOWN_GROUP, name, groups.keySet());
      return List.of();
    }
    return place(group, name);
  }

  /** The section with a number, and those inside it. */
  private List<Node> section(Scalar name) {
    List<Node> items = new ArrayList<>();
    sections.forEach(
        (id, section) -> {
          if (id.equals(name.text()) || id.startsWith(name.text() + ".")) {
            items.addAll(place(section, name));
          }
        });
    if (items.isEmpty()) {
      problems.unknown(PolicyProblem.UNKNOWN_SECTION, name, sections.keySet());
    }
    return items;
  }

  private List<Node> place(Offer offer, Scalar name) {
    if (offer.placed) {
      problems.add(PolicyProblem.BAD_INCLUDE, name.at(), "this is included twice; include it once");
    }
    offer.placed = true;
    return offer.items;
  }
}
