package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, a😀bc, a😀bc",
    "4, a😀bc, a😀bc",
    "3, a😀bc, a😀b",
    "2, a😀bc, a😀",
    "1, a😀bc, a"
  })
  void aTextIsCutToItsCodePoints(int maxLength, String text, String cut) {
    assertEquals(cut, new Limits(0, 0, 0, "", false, maxLength, true).cut(text));
  }
}
