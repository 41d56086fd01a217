package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are split without the library are split as the library does. */
class PlainRowTest {
  private static final int LONGEST = 10;

  @Test
  void everyShortRecordIsSplitAsByTheLibrary() {
    int plain =
        compared("", ',', "a ,\"\\\té\n\r", 5)
            + compared("", ',', "a,\"\n", 7)
            + compared("", '\t', "a\t \"", 6);
    assertTrue(plain > 10_000, plain + " records are plain");
  }

  private static int compared(String record, char separator, String alphabet, int longest) {
    int plain = 0;
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    if (new RecordScan(separator).end(bytes, 0, bytes.length) < bytes.length) {
      return 0; // more than one record
    }
    int[] bounds = new PlainRow(separator).bounds(bytes, 0, bytes.length, LONGEST);
    if (bounds != null && !record.isBlank()) {
      plain++;
      List<List<String>> rows = LibraryRows.of(record, separator);
      assertNotNull(rows, record);
      List<String> cells = rows.get(0);
      assertEquals(cells, texts(bytes, bounds), record);
      assertEquals(cells.stream().map(String::isEmpty).toList(), areEmpty(bytes, bounds), record);
    }
    for (int i = 0; i < alphabet.length() && record.length() < longest; i++) {
      plain += compared(record + alphabet.charAt(i), separator, alphabet, longest);
    }
    return plain;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A,\"low back, pain\",,\"\" | A/low back, pain//",
        "\"a \"\"b\"\"\" | a \"b\"",
        "\"a~b\",c | a~b/c",
        "\"\"\"\" | \"",
      })
  void marksAroundCellsAndTwiceInThemArePlain(String record, String cells) {
    byte[] bytes = record.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8);
    int[] bounds = new PlainRow(',').bounds(bytes, 0, bytes.length, LONGEST);
    assertNotNull(bounds);
    assertEquals(cells.replace("~", "\r\n"), String.join("/", texts(bytes, bounds)));
  }

  private static Cells cells(byte[] record, int[] bounds) {
    return new Cells(',', record, new Span(0, record.length, 1, 1, null), record, bounds);
  }

  private static List<String> texts(byte[] record, int[] bounds) {
    Cells cells = cells(record, bounds);
    return IntStream.range(0, cells.count()).mapToObj(cells::text).toList();
  }

  private static List<Boolean> areEmpty(byte[] record, int[] bounds) {
    Cells cells = cells(record, bounds);
    return IntStream.range(0, cells.count()).mapToObj(cells::isEmpty).toList();
  }
}
