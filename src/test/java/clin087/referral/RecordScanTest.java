package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records end where they end for the library that reads tables. */
class RecordScanTest {
  /** How many bytes a scan has seen when it begins to search eight at a time. */
  private static final byte[] MUCH = "x".repeat(1 << 17).getBytes(StandardCharsets.UTF_8);

  @Test
  void everyShortTextHasTheRecordsThatTheLibraryFinds() {
    int compared = 0;
    for (char separator : new char[] {',', '\t'}) {
      RecordScan slow = new RecordScan(separator);
      RecordScan fast = new RecordScan(separator);
      fast.end(MUCH, 0, MUCH.length);
      // a long cell at the end, so that the fast one has eight bytes to look at
      for (String end : new String[] {"", "x".repeat(20)}) {
        RecordScan scan = end.isEmpty() ? slow : fast;
        compared += compared("", scan, separator, end);
      }
    }
    assertTrue(compared > 10_000, compared + " were compared");
  }

  private static int compared(String text, RecordScan scan, char separator, String end) {
    String whole = text + end;
    List<Integer> found = sizes(whole, scan);
    int compared = 0;
    List<List<String>> rows = LibraryRows.of(whole, separator);
    if (scan.open < 0 && rows != null) {
      compared++;
      List<Integer> expected =
          rows.stream()
              .map(cells -> String.join("", cells))
              .filter(cells -> !cells.isEmpty())
              .map(RecordScanTest::letters)
              .toList();
      assertEquals(expected, found, whole);
    }
    for (char next : ("a \"\n" + separator).toCharArray()) {
      if (text.length() < 6) {
        compared += compared(text + next, scan, separator, end);
      }
    }
    return compared;
  }

  /** The lengths of the records that are not blank, without quotation marks and white space. */
  private static List<Integer> sizes(String text, RecordScan scan) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Integer> sizes = new ArrayList<>();
    for (int at = 0; at < bytes.length; at++) {
      int end = scan.end(bytes, at, bytes.length);
      if (!scan.isBlank) {
        sizes.add(letters(text.substring(at, end)));
      }
      at = end;
    }
    return sizes;
  }

  private static int letters(String text) {
    return text.replaceAll("[^ax]", "").length();
  }
}
