package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UTF-8 with or without a mark, UTF-16 with one, and nothing that is only guessed. */
class EncodingsTest {
  private static final String A = "{\"reference\":\"A\"}";
  private static final String B = "{\"reference\":\"B\"}";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private List<String> shape(String name) {
    return ReadAll.shape(ReadAll.source(new Source(name, folder.resolve(name), null), new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsDroppedAndTellsTheEncoding(String charset) throws IOException {
    String json = "\uFEFF{\n\"reference\":\"é€😀\",\"notes\":\"" + "😀é".repeat(50_000) + "\"}\n";
    byte[] bytes = json.getBytes(Charset.forName(charset));
    write("x.json", bytes);
    assertEquals(List.of("é€😀"), shape("x.json"));
    assertEquals(List.of("é€😀"), ReadAll.shape(ReadAll.standardInput(bytes)));
    String lines = "\uFEFF" + A + "\r\n\r\n" + B + "\r\n" + "{\"é😀\":1,}";
    write("x.ndjson", lines.getBytes(Charset.forName(charset)));
    assertEquals(List.of("A", "B", "not-json 4:9"), shape("x.ndjson"));
  }

  @Test
  void malformedUtf16IsReportedAtItsPlace() throws IOException {
    String json = "\uFEFF" + A + "\n{\"reference\":\"é?\"}\n" + B + "\n";
    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      byte[] lone = json.replace("?", "\ud800").getBytes(Charset.forName(charset));
      int at = 2 * json.indexOf('?');
      boolean little = charset.endsWith("LE");
      lone[at] = (byte) (little ? 0x00 : 0xD8);
      lone[at + 1] = (byte) (little ? 0xD8 : 0x00);
      write("lone.ndjson", lone);
      assertEquals(List.of("A", "not-utf8 2:16", "B"), shape("lone.ndjson"));
    }
    byte[] half = (json + "\n").getBytes(StandardCharsets.UTF_16LE);
    write("half.ndjson", Arrays.copyOf(half, half.length - 1));
    assertEquals("A", shape("half.ndjson").get(0));
    assertEquals("not-utf8 4:1", shape("half.ndjson").get(3));
    write("null.ndjson", json.replace('?', '\0').getBytes(StandardCharsets.UTF_16BE));
    assertEquals(List.of("A", "not-utf8 2:16", "B"), shape("null.ndjson"));
  }

  @Test
  void utf16WithoutAMarkIsNotGuessedAt() throws IOException {
    for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      byte[] unmarked = A.getBytes(Charset.forName(charset));
      String place = charset.endsWith("LE") ? "not-json 1:2" : "not-json 1:1";
      for (String name : List.of("x.json", "x.ndjson", "x.txt")) {
        write(name, unmarked);
        assertEquals(List.of(place), shape(name), charset);
      }
    }
  }

  @Test
  void aByteOrderMarkFurtherOnIsNoJson() throws IOException {
    write("x.ndjson", A + "\n\uFEFF" + B + "\n" + B);
    assertEquals(List.of("A", "not-json 2:1", "B"), shape("x.ndjson"));
    write("x.json", "[" + A + ",\n\uFEFF" + B + "]");
    assertEquals(List.of("A", "not-json 2:1"), shape("x.json"));
    write("x.json", "\uFEFF\uFEFF" + A);
    assertEquals(List.of("not-json 1:1"), shape("x.json"));
  }

  @Test
  void invalidUtf8IsReportedAtItsPlaceAndTheNextReferralIsRead() throws IOException {
    for (String bad :
        List.of(
            "\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00e9", "\u00f4\u0090\u0080\u0080")) {
      String line = "{\"reference\":\"" + bad + "\"}";
      byte[] text = (A + "\n" + line + "\n" + B).getBytes(StandardCharsets.ISO_8859_1);
      write("x.ndjson", text);
      assertEquals(List.of("A", "not-utf8 2:15", "B"), shape("x.ndjson"));
      text = ("[" + A + "\n," + line + "," + B + "]").getBytes(StandardCharsets.ISO_8859_1);
      write("x.json", text);
      assertEquals(List.of("A", "not-utf8 2:16", "B"), shape("x.json"));
    }
  }
}
