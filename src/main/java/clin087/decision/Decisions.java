package clin087.decision;

import clin087.referral.Referral;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides referrals, each distinct one once: what no condition of the policy tells apart shares one
 * {@link Decision}. For several threads at once.
 */
public final class Decisions {
  /** How many decisions are kept, so that memory does not grow with the input. */
  private static final int MOST = 1 << 13;

  private final Decider decider;
  private final boolean exactValues;
  private final Map<Key, Decision> known = new ConcurrentHashMap<>();

  /**
   * @param exactValues whether the values themselves will be shown, as in a trace
   */
  public Decisions(Decider decider, boolean exactValues) {
    this.decider = decider;
    this.exactValues = exactValues;
  }

  /** The decision on a referral. */
  public Decision of(Referral referral) {
    Key key = new Key(decider.essence(referral, exactValues));
    Decision decision = known.get(key);
    if (decision == null) {
      if (known.size() >= MOST) {
        known.clear();
      }
      decision = decider.decide(referral);
      known.put(key, decision);
    }
    return decision;
  }

  /** What two referrals with the same decision have in common. */
  static final class Key {
    private final long[] values;

    Key(long[] values) {
      this.values = values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
      // the values are small numbers: a plain polynomial of them would collide all the time
      long hash = 0;
      for (long value : values) {
        hash = (hash + value) * 0x9E3779B97F4A7C15L;
      }
      return Long.hashCode(hash);
    }
  }
}
