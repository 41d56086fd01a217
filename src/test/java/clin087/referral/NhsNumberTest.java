package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "maxLength: 50, true",
    "controlCharacters: false, true",
    "required: true, true",
  })
  void everyTextThatHasLimitsIsLookedAtInEachForm(String limit, boolean isFound) {
    String note = "  - path: /note\n    type: text\n    about: a note\n    " + limit + "\n";
    String yaml =
        Given.resource("every-feature.yaml").replace("  - path: /age\n", note + "  - path: /age\n");
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    String plain = "{\"reference\":\"A\",\"note\":\"943 476 5919\"}";
    String escaped = "{\"reference\":\"A\",\"note\":\"943\\u0020476 5919\"}";
    String csv = "reference,note\nA,943 476 5919\n";
    assertEquals(isFound, isFound(policy, new DocumentBlocks(in(plain))));
    assertEquals(isFound, isFound(policy, new DocumentBlocks(in(escaped))));
    assertEquals(isFound, isFound(policy, new TableBlocks(in(csv))));
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFound(Policy policy, Blocks blocks) {
    ReferralReading reading = ReadAll.all(policy, blocks, false).get(0);
    return Objects.requireNonNull(reading.referral(), () -> reading.problems().toString())
        .hasNhsNumber();
  }
}
