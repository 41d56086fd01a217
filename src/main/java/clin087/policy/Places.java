package clin087.policy;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The places of a policy's elements in its files: of the policy itself, its identity, sections,
 * clauses, facts, choices that the file states, verdicts, rules, conditions with their bullets, and
 * cautions. Elements are told apart by identity, because two rules may contain equal comparisons.
 */
public final class Places {
  /** No places, as of a file that is not a policy. */
  public static final Places NONE = new Places();

  private @Nullable Supplier<IdentityHashMap<Object, Item>> source;
  private IdentityHashMap<Object, Item> items = new IdentityHashMap<>();

  /**
   * The place of an element.
   *
   * @param keys the places of the keys that it states, such as {@code default}
   */
  public record Item(Place at, Map<String, Place> keys) {
    public Item {
      keys = Map.copyOf(keys);
    }
  }

  private Places() {}

  /**
   * Places that are collected when the first of them is asked for, since most runs ask for none.
   *
   * @param source collects them
   */
  public Places(Supplier<IdentityHashMap<Object, Item>> source) {
    this.source = source;
  }

  /**
   * Where an element begins.
   *
   * @throws IllegalArgumentException when it is not a piece of this policy
   */
  public Place of(Object piece) {
    return item(piece).at();
  }

  /**
   * The place of a key of an element; where the element begins if it does not state the key.
   *
   * @throws IllegalArgumentException when it is not a piece of this policy
   */
  public Place of(Object piece, String key) {
    Item item = item(piece);
    return item.keys().getOrDefault(key, item.at());
  }

  /**
   * Whether an element states a key.
   *
   * @throws IllegalArgumentException when it is not a piece of this policy
   */
  public boolean has(Object piece, String key) {
    return item(piece).keys().containsKey(key);
  }

  private Item item(Object piece) {
    if (source != null) {
      items = source.get();
      source = null;
    }
    Item item = items.get(piece);
    if (item == null) {
      throw new IllegalArgumentException("no piece of this policy: " + piece);
    }
    return item;
  }
}
