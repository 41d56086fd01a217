package clin087.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text for a terminal of some width: wrapped at spaces, no word broken. */
class LinesTest {
  private static final String SENTENCE =
      "Where MCAS services are in place the patient needs to be seen in a Musculoskeletal Clinical"
          + " Assessment (MCAS) service before referral to a consultant.";

  private static String item(int width, int indent, String marker, String paragraph) {
    Lines lines = new Lines(false, width);
    lines.item(indent, marker, paragraph);
    return lines.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 41, 60, 79, 80, 81, 100})
  void aParagraphIsWrappedAtSpacesAlone(int width) {
    String shown = item(width, 2, "1. ", SENTENCE);
    assertTrue(shown.lines().allMatch(line -> line.length() <= width), shown);
    assertTrue(shown.lines().skip(1).allMatch(line -> line.startsWith("     ")), shown);
    assertEquals(
        "  1. " + SENTENCE, shown.strip().replaceAll("\n +", " ").indent(2).stripTrailing());
  }

  @Test
  void aWordThatIsLongerThanALineHasALineToItself() {
    String word = "x".repeat(41);
    assertEquals("  ! one\n" + word + "\n    two\n", item(40, 2, "! ", "one " + word + " two"));
    assertEquals("  !\n" + word + "\n    two\n", item(40, 2, "! ", word + " two"));
    assertEquals(word + "\n", item(40, 6, "", word));
  }

  @Test
  void aWordThatIsTooLongForItsMarginMovesToTheLeft() {
    String word = "x".repeat(38);
    assertEquals("    one\n  " + word + "\n    two\n", item(40, 4, "", "one " + word + " two"));
  }

  @Test
  void lengthsCountCodePoints() {
    String word = "\ud83d\ude00".repeat(20);
    assertEquals(word + " " + "y".repeat(19) + "\n", item(40, 0, "", word + " " + "y".repeat(19)));
  }

  @Test
  void aMarkerIsMadeVisibleLikeAnyOtherWord() {
    assertEquals("\\u{1b} x\n", item(40, 0, "\u001b ", "x"));
  }

  @Test
  void aHeadlineHasABackgroundThatIsReadableOnWhiteAndOnBlack() {
    for (String hue : new String[] {Lines.RED, Lines.GREEN, Lines.YELLOW}) {
      Lines lines = new Lines(true);
      lines.headline("NO", hue, ": not commissioned");
      assertEquals("\u001b[" + hue + "mNO\u001b[0m: not commissioned\n", lines.toString());
      assertTrue(hue.matches("(1;)?3[07];4[123]"), hue);
    }
    assertFalse(item(80, 0, "", "x").contains("\u001b"));
  }
}
