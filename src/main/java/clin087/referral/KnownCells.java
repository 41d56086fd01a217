package clin087.referral;

import clin087.policy.Fact;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what cells have stated, by their bytes: the cells of a column are mostly alike, and few
 * of those whose values have codes need to be made a text and read. A cell that falls in the place
 * of another takes it; a long one is not remembered.
 */
final class KnownCells {
  private static final int PLACES = 1 << 12;

  /** How many bytes a cell has at most, so that the memory of all has a limit. */
  static final int LONGEST = 64;

  private final @Nullable Known[] known = new Known[PLACES];

  /** What a cell has stated about a fact. */
  @SuppressWarnings("ArrayRecordComponent") // copied nowhere, and never changed
  private record Known(int fact, byte[] cell, long code) {
    boolean is(int otherFact, byte[] bytes, int from, int to) {
      if (fact != otherFact || cell.length != to - from) {
        return false;
      }
      for (int i = 0; i < cell.length; i++) {
        if (cell[i] != bytes[from + i]) {
          return false;
        }
      }
      return true;
    }
  }

  /** What a cell states about a fact; {@link Fact#UNSTATED} if it is not known. */
  long code(int fact, byte[] bytes, int from, int to) {
    Known found = to - from > LONGEST ? null : known[place(fact, bytes, from, to)];
    return found != null && found.is(fact, bytes, from, to) ? found.code : Fact.UNSTATED;
  }

  /** Remembers what a cell states about a fact. */
  void remember(int fact, byte[] bytes, int from, int to, long code) {
    if (to - from <= LONGEST) {
      byte[] cell = Arrays.copyOfRange(bytes, from, to);
      known[place(fact, bytes, from, to)] = new Known(fact, cell, code);
    }
  }

  private static int place(int fact, byte[] bytes, int from, int to) {
    int hash = fact;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 12) & (PLACES - 1);
  }
}
