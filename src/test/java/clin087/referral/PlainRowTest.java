package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
  private static final String ALPHABET = "a ,\"\\\té";
  private static final int LONGEST = 6;
  private static final CsvFactory CSV =
      CsvFactory.builder().enable(CsvReadFeature.TRIM_SPACES).build();

  @Test
  void everyShortRecordIsSplitAsByTheLibrary() {
    int plain = compared("");
    assertTrue(plain > 10_000, plain + " records are plain");
  }

  private static int compared(String record) {
    int plain = 0;
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    List<String> cells = new PlainRow(',').cells(bytes, 0, bytes.length);
    if (cells != null && !record.isBlank()) {
      plain++;
      List<String> trimmed = new ArrayList<>();
      cells.forEach(cell -> trimmed.add(cell.strip()));
      assertEquals(byLibrary(record), trimmed, record);
      assertEquals(areEmpty(cells), areEmpty(unread(bytes)), record);
    }
    for (int i = 0; i < ALPHABET.length() && record.length() < LONGEST; i++) {
      plain += compared(record + ALPHABET.charAt(i));
    }
    return plain;
  }

  @Test
  void quotationMarksAroundCellsArePlain() {
    byte[] record = "A,\"low back, pain\",,\"\"".getBytes(StandardCharsets.UTF_8);
    List<String> cells = new PlainRow(',').cells(record, 0, record.length);
    assertNotNull(cells);
    assertEquals(List.of("A", "low back, pain", "", ""), cells);
  }

  private static List<String> unread(byte[] record) {
    boolean[] unread = new boolean[LONGEST + 1];
    Arrays.fill(unread, true);
    return Objects.requireNonNull(new PlainRow(',').cells(record, 0, record.length, unread));
  }

  private static List<Boolean> areEmpty(List<String> cells) {
    List<Boolean> empty = new ArrayList<>();
    cells.forEach(cell -> empty.add(cell.isBlank()));
    return empty;
  }

  @Test
  void noTextIsMadeOfACellThatNobodyReads() {
    byte[] record = "A,low back pain,é,B".getBytes(StandardCharsets.UTF_8);
    List<String> cells =
        new PlainRow(',').cells(record, 0, record.length, false, true, false, false);
    assertNotNull(cells);
    assertNotEquals("low back pain", cells.get(1));
    assertEquals(List.of("A", "é", "B"), List.of(cells.get(0), cells.get(2), cells.get(3)));
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
