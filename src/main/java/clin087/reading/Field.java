package clin087.reading;

import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** A field of the referral format: an object with fields of its own, or the value of a fact. */
final class Field {
  private static final JsonFactory NAMES = new JsonFactory();

  final String path;
  final @Nullable Fact fact;

  /** Its place among its siblings, of whom a policy has at most 64, as a bit. */
  final long bit;

  /** The allowed values of a choice or a set. */
  final String[] values;

  private final Map<String, Field> children = new LinkedHashMap<>();
  private Field[] inOrder = new Field[0];
  private @Nullable PropertyNameMatcher matcher;

  private Field(String path, @Nullable Fact fact, long bit) {
    this.path = path;
    this.fact = fact;
    this.bit = bit;
    this.values = fact == null ? new String[0] : fact.values().toArray(new String[0]);
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
    root.complete();
    return root;
  }

  /** Makes the matcher of the names, once all children are there. */
  private void complete() {
    inOrder = children.values().toArray(new Field[0]);
    List<Named> names = new ArrayList<>();
    for (Field child : inOrder) {
      names.add(Named.fromString(child.path.substring(path.length() + 1)));
      child.complete();
    }
    matcher = NAMES.constructNameMatcher(names, false);
  }

  /** Recognises the names of the children without making texts of them. */
  PropertyNameMatcher matcher() {
    return Objects.requireNonNull(matcher);
  }

  /** The child that the matcher has recognised. */
  Field child(int match) {
    return inOrder[match];
  }

  private Field child(String name, @Nullable Fact itsFact) {
    Field known = children.get(name);
    if (known == null) {
      known = new Field(path + "/" + name, itsFact, 1L << children.size());
      children.put(name, known);
    }
    return known;
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
