package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check digit of the NHS number. The numbers that pass are ones that are never issued. */
class NhsNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9434765919",
        "943 476 5919",
        "943-476-5919",
        " 943476-5919 ",
        "9434765870",
        "9000000009",
        "9999999999",
        "0000000000",
        "REF-9434765919",
        "9434765919x",
        "report 943 476 5919.json",
        "943\t476\u00a05919",
        "943 - 476 \u2013\u2013 5919",
        "943\u2011476\u22125919",
        "12 9434765919",
        "9434765919 12",
        "1234567890, 9434765919",
        "９４３４７６５９１９",
      })
  void isOne(String text) {
    assertTrue(NhsNumber.isIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " - ",
        "9434765918",
        "943476591",
        "94347659190",
        "19434765919",
        "943.476.5919",
        "943_476_5919",
        "943/476/5919",
        "943476591x9",
      })
  void isNone(String text) {
    assertFalse(NhsNumber.isIn(text));
  }

  @Test
  void atMostOneLastDigitFitsTheOthers() {
    int withoutAny = 0;
    for (int i = 0; i < 1000; i++) {
      String nine = String.format("%09d", 123_456_789L + i * 7919L);
      int fitting = 0;
      for (int last = 0; last < 10; last++) {
        fitting += NhsNumber.isIn(nine + last) ? 1 : 0;
      }
      assertTrue(fitting <= 1, nine);
      withoutAny += fitting == 0 ? 1 : 0;
    }
    assertEquals(91, withoutAny, 30, "one in eleven would need the check digit 10");
  }

  @Test
  void everySlipOfOneDigitIsNoticed() {
    String valid = "9434765919";
    for (int i = 0; i < valid.length(); i++) {
      for (char c = '0'; c <= '9'; c++) {
        if (c != valid.charAt(i)) {
          assertFalse(NhsNumber.isIn(valid.substring(0, i) + c + valid.substring(i + 1)));
        }
      }
    }
  }
}
