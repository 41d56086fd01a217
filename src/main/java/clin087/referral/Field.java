package clin087.referral;

import clin087.policy.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field of the referral format: an object with fields of its own, or the value of a fact. */
final class Field {
  final String path;
  final @Nullable Fact fact;

  private final Map<String, Field> children = new LinkedHashMap<>();
  private Field[] inOrder = new Field[0];
  private int number;
  private @Nullable WordTable words;

  private Field(String path, @Nullable Fact fact) {
    this.path = path;
    this.fact = fact;
  }

  /** The whole referral, with a field for every fact. */
  static Field of(List<Fact> facts) {
    Field root = new Field("", null);
    for (Fact fact : facts) {
      Field parent = root;
      List<String> names = fact.steps();
      for (String name : names.subList(0, names.size() - 1)) {
        parent = parent.child(name, null);
      }
      parent.child(names.get(names.size() - 1), fact);
    }
    root.complete(0);
    return root;
  }

  /** Numbers the fields and makes the words to recognise, once all children have been added. */
  private int complete(int next) {
    number = next++;
    inOrder = children.values().toArray(new Field[0]);
    words = new WordTable(fact == null ? names() : fact.values());
    for (Field child : inOrder) {
      next = child.complete(next);
    }
    return next;
  }

  /** Its number among all fields of the format. */
  int number() {
    return number;
  }

  /** How many fields there are, this one and those below it. */
  int count() {
    int count = 1;
    for (Field child : inOrder) {
      count += child.count();
    }
    return count;
  }

  /** Recognises the names of the children, or the values of a choice or a set, by their bytes. */
  WordTable words() {
    return Objects.requireNonNull(words);
  }

  /** The child at a position. */
  Field child(int place) {
    return inOrder[place];
  }

  /** The child with a name; null if there is none. */
  @Nullable Field child(String name) {
    return children.get(name);
  }

  private Field child(String name, @Nullable Fact itsFact) {
    Field known = children.get(name);
    if (known == null) {
      known = new Field(path + "/" + name, itsFact);
      children.put(name, known);
    }
    return known;
  }

  Iterable<Field> children() {
    return children.values();
  }

  /** The names that an unknown one may mean. */
  List<String> names() {
    return new ArrayList<>(children.keySet());
  }

  /** The path of a field with this name elsewhere in the format; empty if there is none. */
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
