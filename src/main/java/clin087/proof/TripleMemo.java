package clin087.proof;

import java.util.Arrays;

/**
 * Remembers a number for every three numbers: a hash table with open addressing, without objects.
 */
public final class TripleMemo {
  /** The answer for numbers that it does not know. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int WIDTH = 4;
  private static final int FIRST_SIZE = 1 << 6;

  /** One free entry; every table begins with it, and grows before it is filled. */
  private static final int[] NONE = {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN};

  /** The entries, one after another: three numbers, then the remembered one. */
  private int[] entries = NONE;

  private int count;

  /** The number remembered for three numbers, or {@link #UNKNOWN}. */
  public int get(int a, int b, int c) {
    return entries[slot(entries, a, b, c) + WIDTH - 1];
  }

  /** Remembers a number. */
  public void put(int a, int b, int c, int value) {
    if (2 * (count + 1) * WIDTH > entries.length) {
      grow();
    }
    if (set(entries, a, b, c, value)) {
      count++;
    }
  }

  private static boolean set(int[] entries, int a, int b, int c, int value) {
    int slot = slot(entries, a, b, c);
    boolean fresh = entries[slot + WIDTH - 1] == UNKNOWN;
    entries[slot] = a;
    entries[slot + 1] = b;
    entries[slot + 2] = c;
    entries[slot + WIDTH - 1] = value;
    return fresh;
  }

  private static int slot(int[] entries, int a, int b, int c) {
    int size = entries.length / WIDTH;
    int hash = (a * 0x9E3779B1 ^ b) * 0x85EBCA6B ^ c;
    hash *= 0xC2B2AE35;
    int at = (hash ^ hash >>> 15) & size - 1;
    while (true) {
      int slot = at * WIDTH;
      boolean free = entries[slot + WIDTH - 1] == UNKNOWN;
      if (free || (entries[slot] == a && entries[slot + 1] == b && entries[slot + 2] == c)) {
        return slot;
      }
      at = at + 1 & size - 1;
    }
  }

  private void grow() {
    int[] old = entries;
    int[] larger = new int[Math.max(FIRST_SIZE * WIDTH, 2 * old.length)];
    Arrays.fill(larger, UNKNOWN);
    for (int i = 0; i < old.length; i += WIDTH) {
      if (old[i + WIDTH - 1] != UNKNOWN) {
        set(larger, old[i], old[i + 1], old[i + 2], old[i + WIDTH - 1]);
      }
    }
    entries = larger;
  }
}
