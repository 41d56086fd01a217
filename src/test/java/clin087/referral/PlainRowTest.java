package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Rows that are split without the library are split as the library does. */
class PlainRowTest {
  private static final CsvFactory CSV =
      CsvFactory.builder().enable(CsvReadFeature.TRIM_SPACES).build();

  @Test
  void everyShortRecordIsSplitAsByTheLibrary() {
    int plain = compared("", "a ,\"\\\té\n\r", 5) + compared("", "a,\"\n", 7);
    assertTrue(plain > 10_000, plain + " records are plain");
  }

  private static int compared(String record, String alphabet, int longest) {
    int plain = 0;
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    if (new RecordScan(',').end(bytes, 0, bytes.length) < bytes.length) {
      return 0; // more than one record
    }
    int[] bounds = new PlainRow(',').bounds(bytes, 0, bytes.length);
    if (bounds != null && !record.isBlank()) {
      plain++;
      List<String> cells = byLibrary(record);
      assertEquals(cells, texts(bytes, bounds), record);
      assertEquals(cells.stream().map(String::isEmpty).toList(), areEmpty(bytes, bounds), record);
    }
    for (int i = 0; i < alphabet.length() && record.length() < longest; i++) {
      plain += compared(record + alphabet.charAt(i), alphabet, longest);
    }
    return plain;
  }

  @Test
  void quotationMarksAroundCellsArePlain() {
    byte[] record = "A,\"low back, pain\",,\"\"".getBytes(StandardCharsets.UTF_8);
    int[] bounds = new PlainRow(',').bounds(record, 0, record.length);
    assertNotNull(bounds);
    assertEquals(List.of("A", "low back, pain", "", ""), texts(record, bounds));
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

  private static List<String> byLibrary(String record) {
    ObjectReadContext context =
        new ObjectReadContext.Base() {
          @Override
          public FormatSchema getSchema() {
            return CsvSchema.emptySchema();
          }
        };
    List<String> cells = new ArrayList<>();
    try (JsonParser parser = CSV.createParser(context, record + "\n")) {
      assertEquals(JsonToken.START_ARRAY, parser.nextToken());
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        cells.add(parser.getString().strip());
      }
    } catch (JacksonException e) {
      return List.of("not to be told: " + record);
    }
    return cells;
  }
}
