package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTest {
  @ParameterizedTest
  @CsvSource({
    "3.2, 3.2, true",
    "3.2(a), 3.2, true",
    "3.2(a), 3, true",
    "3.20, 3.2, false",
    "3.2, 3.2(a), false",
    "6.2, 3, false",
  })
  void aNumberIsInAPartThatItBeginsWithUpToASeparator(String number, String part, boolean is) {
    assertEquals(is, Clause.isIn(number, part));
  }
}
