package clin087.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where bytes stop being UTF-8, by RFC 3629. */
class Utf8Test {
  @ParameterizedTest
  @CsvSource({
    "plain,-1",
    "\u00E9,0",
    "a\u00C3\u00A9,-1",
    "a\u00C3,1",
    "a\u00C3\u00A9\u00A9,3",
    "\u00C0\u0080,0",
    "\u00E0\u0080\u0080,0",
    "\u00ED\u00A0\u0080,0",
    "\u00F0\u009F\u0098\u0080,-1",
    "\u00F0\u009F\u0098,0",
    "\u00F4\u0090\u0080\u0080,0",
    "\u00EF\u00BF\u00BD,-1",
  })
  void theFirstWrongByteIsFound(String bytes, int first) {
    byte[] text = bytes.getBytes(ISO_8859_1);
    assertEquals(first, Utf8.firstInvalid(text, 0, text.length));
    byte[] inside = ("\u00FFx" + bytes + "\u00FF").getBytes(ISO_8859_1);
    int expected = first < 0 ? -1 : first + 2;
    assertEquals(expected, Utf8.firstInvalid(inside, 2, inside.length - 1));
  }

  @Test
  void aLongTextIsLookedAtPieceByPiece() {
    for (int before = 0; before < 600; before++) {
      byte[] text = ("é" + "x".repeat(before) + "😀é").getBytes(UTF_8);
      assertEquals(-1, Utf8.firstInvalid(text, 0, text.length));
      text[text.length - 1] = 'x';
      assertEquals(text.length - 2, Utf8.firstInvalid(text, 0, text.length));
    }
  }
}
