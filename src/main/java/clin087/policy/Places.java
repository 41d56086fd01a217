package clin087.policy;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the pieces of a policy stand in its files: the policy itself, its identity, sections,
 * clauses, facts, choices that the file states, verdicts, rules, conditions with their bullets, and
 * cautions. They are told apart by identity, because the same comparison may well stand in two
 * rules.
 */
public final class Places {
  /** The places of nothing, such as those of a file that is no policy. */
  public static final Places NONE = new Places();

  private @Nullable Supplier<IdentityHashMap<Object, Item>> source;
  private IdentityHashMap<Object, Item> items = new IdentityHashMap<>();

  /**
   * Where one piece stands.
   *
   * @param keys where those of its keys stand that it states, such as {@code default}
   */
  public record Item(Place at, Map<String, Place> keys) {
    public Item {
      keys = Map.copyOf(keys);
    }
  }

  private Places() {}

  /**
   * Places that are put together when the first of them is asked for, as most runs ask for none.
   *
   * @param source puts them together
   */
  public Places(Supplier<IdentityHashMap<Object, Item>> source) {
    this.source = source;
  }

  /**
   * Where a piece begins.
   *
   * @throws IllegalArgumentException when it is no piece of this policy
   */
  public Place of(Object piece) {
    return item(piece).at();
  }

  /**
   * Where a key of a piece stands; where the piece begins when it does not state the key.
   *
   * @throws IllegalArgumentException when it is no piece of this policy
   */
  public Place of(Object piece, String key) {
    Item item = item(piece);
    return item.keys().getOrDefault(key, item.at());
  }

  /**
   * Whether a piece states a key.
   *
   * @throws IllegalArgumentException when it is no piece of this policy
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
