package clin087.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.policy.Fact;
import org.junit.jupiter.api.Test;

/** A cell is known only as itself, and nothing long is kept. */
class KnownCellsTest {
  private final KnownCells known = new KnownCells();

  private void remember(int fact, String cell, long code) {
    known.remember(fact, cell.getBytes(UTF_8), 0, cell.length(), code);
  }

  private long code(int fact, String cell) {
    byte[] bytes = ("x" + cell + "x").getBytes(UTF_8);
    return known.code(fact, bytes, 1, bytes.length - 1);
  }

  @Test
  void aCellIsKnownByItsFactAndItsBytes() {
    remember(1, "yes", 1);
    remember(2, "yes", 5);
    assertEquals(1, code(1, "yes"));
    assertEquals(5, code(2, "yes"));
    assertEquals(Fact.UNSTATED, code(3, "yes"));
    for (String other : new String[] {"", "ye", "Yes", "yes ", "yet"}) {
      assertEquals(Fact.UNSTATED, code(1, other));
    }
  }

  @Test
  void aCellThatTakesThePlaceOfAnotherIsNotTakenForIt() {
    int forgotten = 0;
    for (int i = 0; i < 20_000; i++) {
      remember(1, "cell " + i, i);
      assertEquals(i, code(1, "cell " + i));
    }
    for (int i = 0; i < 20_000; i++) {
      long code = code(1, "cell " + i);
      assertTrue(code == i || code == Fact.UNSTATED);
      forgotten += code == Fact.UNSTATED ? 1 : 0;
    }
    assertTrue(forgotten > 10_000, "the memory has a limit");
    remember(1, "Aa", 1);
    remember(1, "BB", 2); // the same hash
    assertEquals(Fact.UNSTATED, code(1, "Aa"));
    assertEquals(2, code(1, "BB"));
  }

  @Test
  void aLongCellIsNotKept() {
    String longest = "x".repeat(KnownCells.LONGEST);
    remember(1, longest, 1);
    remember(1, longest + "x", 1);
    assertEquals(1, code(1, longest));
    assertEquals(Fact.UNSTATED, code(1, longest + "x"));
  }
}
