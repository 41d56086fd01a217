package clin087.reading;

import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of the referral format: an object with fields of its own, or the value of a fact. */
final class Field {
  final String path;
  final @Nullable Fact fact;

  /** Its place among its siblings, of whom a policy has at most 64, as a bit. */
  final long bit;

  private final Map<String, Field> children = new LinkedHashMap<>();

  private Field(String path, @Nullable Fact fact, long bit) {
    this.path = path;
    this.fact = fact;
    this.bit = bit;
  }

  /** The whole referral, with a field for every fact. */
  static Field of(List<Fact> facts) {
    Field root = new Field("", null, 0);
    for (Fact fact : facts) {
      Field parent = root;
      String[] names = fact.path().substring(1).split("/", -1);
      for (int i = 0; i < names.length - 1; i++) {
        parent = parent.child(names[i], null);
      }
      parent.child(names[names.length - 1], fact);
    }
    return root;
  }

  private Field child(String name, @Nullable Fact itsFact) {
    Field known = children.get(name);
    if (known == null) {
      known = new Field(path + "/" + name, itsFact, 1L << children.size());
      children.put(name, known);
    }
    return known;
  }

  @Nullable Field child(String name) {
    return children.get(name);
  }

  Iterable<Field> children() {
    return children.values();
  }

  /** The names that an unknown one may have meant. */
  List<String> names() {
    return new ArrayList<>(children.keySet());
  }

  /** The path of a field by that name that stands elsewhere; empty when there is none. */
  String elsewhere(String name) {
    for (Map.Entry<String, Field> child : children.entrySet()) {
      String found =
          child.getKey().equals(name) ? child.getValue().path : child.getValue().elsewhere(name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
