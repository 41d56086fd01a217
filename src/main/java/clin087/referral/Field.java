package clin087.referral;

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
  private static final String REFERENCE = "/reference";

  final String path;
  final @Nullable Fact fact;

  /** Its place among its siblings, of whom a policy has at most 64, as a bit. */
  final long bit;

  /** The allowed values of a choice or a set. */
  final String[] values;

  /** Whether it is the reference, the one text that is kept. */
  final boolean isReference;

  private final Map<String, Field> children = new LinkedHashMap<>();
  private Field[] inOrder = new Field[0];
  private @Nullable WordTable words;
  private @Nullable PropertyNameMatcher matcher;

  private Field(String path, @Nullable Fact fact, long bit) {
    this.path = path;
    this.fact = fact;
    this.bit = bit;
    this.isReference = path.equals(REFERENCE);
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

  /** Makes the words to recognise, once all children are there. */
  private void complete() {
    inOrder = children.values().toArray(new Field[0]);
    words = new WordTable(fact == null ? names() : fact.values());
    for (Field child : inOrder) {
      child.complete();
    }
  }

  /** Recognises the names of the children, or the values of a choice or a set, by their bytes. */
  WordTable words() {
    return Objects.requireNonNull(words);
  }

  /** Recognises the names of the children without making texts of them. */
  PropertyNameMatcher matcher(JsonFactory json) {
    if (matcher == null) {
      List<Named> names = new ArrayList<>();
      for (String name : names()) {
        names.add(Named.fromString(name));
      }
      matcher = json.constructNameMatcher(names, false);
    }
    return matcher;
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
