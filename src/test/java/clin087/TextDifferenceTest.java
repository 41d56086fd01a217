package clin087;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextDifferenceTest {
  @Test
  void onlyWhatDiffersIsShown() {
    TextDifference.assertSame("a.txt", "a\nb\n", "a\nb\n");
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () -> TextDifference.assertSame("a.txt", "a\nb\nc\nd\n", "a\nx\nd\n"));
    assertEquals("a.txt, from line 2\n- b\n- c\n+ x\n", error.getMessage());
  }
}
