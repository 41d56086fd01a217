package clin087.referral;

import clin087.policy.Fact;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what cells have stated, by their bytes: the cells of a column are mostly alike, and few
 * need to be made a text and read. A cell that falls in the place of another takes it.
 */
final class KnownCells {
  private static final int PLACES = 1 << 12;

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
    Known found = known[place(fact, bytes, from, to)];
    return found != null && found.is(fact, bytes, from, to) ? found.code : Fact.UNSTATED;
  }

  void remember(int fact, byte[] bytes, int from, int to, long code) {
    known[place(fact, bytes, from, to)] =
        new Known(fact, Arrays.copyOfRange(bytes, from, to), code);
  }

  private static int place(int fact, byte[] bytes, int from, int to) {
    int hash = fact;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 12) & (PLACES - 1);
  }
}
