package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding referrals in arrays and lines, wherever the pieces of a stream happen to end. */
class BlocksTest {

  private static String referral(String reference, int bytes) {
    String head = "{\"reference\":\"" + reference + "\",\"notes\":\"";
    return head + "x".repeat(Math.max(0, bytes - head.length() - 2)) + "\"}";
  }

  private static List<String> dripped(String text, boolean array, int most) {
    InputStream in = ReadAll.dripping(text.getBytes(StandardCharsets.UTF_8), most);
    return ReadAll.shape(ReadAll.all(array ? new DocumentBlocks(in) : new LineBlocks(in), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, -2, -1, 0, 1, 2, 3})
  void referralsAcrossTheBordersOfChunksAreWhole(int offset) {
    StringBuilder array = new StringBuilder("[");
    StringBuilder lines = new StringBuilder();
    List<String> inArray = new ArrayList<>();
    List<String> inLines = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      array.append(i == 0 ? "" : ",").append(referral("é" + i, Blocks.CHUNK + offset));
      lines.append(referral("é" + i, Blocks.CHUNK + offset)).append('\n');
      // and one that is wrong, whose place tells whether lines and columns were counted right
      int column = array.codePointCount(0, array.length()) + 3;
      array.append(",{\"refe\":1}");
      lines.append("{\"refe\":1}\n");
      inArray.addAll(List.of("é" + i, "required 1:" + (column - 1), "unknown-field 1:" + column));
      int line = 2 * i + 2;
      inLines.addAll(List.of("é" + i, "required " + line + ":1", "unknown-field " + line + ":2"));
    }
    array.append(']');
    assertEquals(inArray, ReadAll.shape(ReadAll.document(array.toString())));
    assertEquals(inLines, ReadAll.shape(ReadAll.lines(lines.toString())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7})
  void itNeverMattersHowMuchOfAStreamComesAtOnce(int most) {
    String array =
        "\n [{\"reference\":\"é€😀\"}\n,\n{\"reference\":\"]},{[\\\"\\\\\"},[1,[2]],\"a\\\"b\",{\"x\":1},true,{}]\n";
    String lines = array.replaceAll("\n,\n", "\n\n").replaceAll("[\\[\\]]", "");
    assertEquals(ReadAll.shape(ReadAll.document(array)), dripped(array, true, most));
    assertEquals(ReadAll.shape(ReadAll.lines(lines)), dripped(lines, false, most));
    assertEquals("é€😀", dripped(array, true, most).get(0));
    assertEquals("]},{[\"\\", dripped(array, true, most).get(1));
    assertEquals(
        List.of("wrong-type 4:27", "wrong-type 4:35"),
        dripped(array, true, most).subList(2, 4),
        "an array and a text are no referrals");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[A,B] | A, B",
        "[A,B | A, B, not-json 1:37",
        "[A,B, | A, B, not-json 1:38",
        "[A,B,] | A, B, not-json 1:38",
        "[A,,B] | A, not-json 1:20",
        "[,A] | not-json 1:2",
        "[A B] | A, not-json 1:20",
        "[A;B] | A, not-json 1:19",
        "[A,{,B] | A, not-json 1:21",
        "[A,nul,B] | A, not-json 1:20",
        "[A,{\"reference\":\"C\"],B] | A, not-json 1:36",
        "[A,B}] | A, B, not-json 1:37",
        "[A]B | A, not-json 1:20",
        "[A][B] | A, not-json 1:20",
        "[A]] | A, not-json 1:20",
        "[[A],B] | wrong-type 1:2, B",
        "[7,A] | wrong-type 1:2, A",
        "[null,\"a,b]\",A] | wrong-type 1:2, wrong-type 1:7, A",
        "[{\"notes\":1},A] | required 1:2, wrong-type 1:11, A",
        "[A,{\"reference\":\"B⏎\"},B] | A, not-json 1:35",
        "[A,'B',B] | A, not-json 1:20",
        "[A,/* B */B] | A, not-json 1:20",
      })
  void aSyntaxErrorInsideAnArrayEndsItAfterWhatWasDecided(String text, String expected) {
    String json =
        text.replaceAll("(?<![\"'])([AB])(?![\"'⏎])", "{\"reference\":\"$1\"}").replace('⏎', '\n');
    List<String> found = ReadAll.shape(ReadAll.document(json));
    assertEquals(expected, String.join(", ", found));
    assertEquals(found, dripped(json, true, 1));
    // however far after the error the array ends
    assertEquals(found.get(0), ReadAll.shape(ReadAll.document(json + " ".repeat(200_000))).get(0));
    if (expected.contains("not-json") && !text.endsWith("B") && !text.endsWith(",")) {
      String more = json + ",\n{\"reference\":\"Z\"}".repeat(20_000);
      assertEquals(found, ReadAll.shape(ReadAll.document(more)));
    }
  }

  @Test
  void whatFollowsALoneReferralSpoilsItHoweverLongItIs() {
    String alone = "{\"reference\":\"A\"}";
    assertEquals(List.of("A"), ReadAll.shape(ReadAll.document(alone + " \n".repeat(200_000))));
    for (int count : List.of(1, 20_000)) {
      List<ReferralReading> readings = ReadAll.document(alone + ("\n" + alone).repeat(count));
      assertEquals(List.of("not-json 2:1"), ReadAll.shape(readings));
      assertEquals("A", readings.get(0).reference());
      assertTrue(readings.get(0).problems().get(0).message().contains(".ndjson"));
    }
    String broken = "{\"reference\":\"A\",\"notes\":\"a\nb\"}";
    assertEquals(List.of("not-json 1:28"), ReadAll.shape(ReadAll.document(broken)));
    String longer = broken + " ".repeat(200_000) + broken;
    assertEquals(List.of("not-json 1:28"), ReadAll.shape(ReadAll.document(longer)));
  }

  @Test
  void aBadLineTakesAnIndexAndTheNextGoesOn() {
    String text =
        "{\"reference\":\"A\"}\r\n\r\n  \t\n{\"reference\":}\n[\n]\n{\"reference\":\"B\"} x\n"
            + "\n \"\n{\"reference\":\"C\"";
    assertEquals(
        List.of(
            "A",
            "not-json 4:14",
            "not-json 5:2",
            "not-json 6:1",
            "not-json 7:19",
            "not-json 9:3",
            "not-json 10:17"),
        ReadAll.shape(ReadAll.lines(text)));
  }

  @ParameterizedTest
  @ValueSource(ints = {(1 << 20) + 1, 1 << 21, (1 << 22) + 12_345})
  void whatFollowsATooLargeReferralIsStillRead(int bytes) {
    String large = referral("large", bytes);
    String small = "{\"reference\":\"S\"}";
    assertEquals(
        List.of("S", "too-large 2:1", "S", "S", "too-large 5:1", "too-large 6:1", "S"),
        ReadAll.shape(
            ReadAll.lines(String.join("\n", small, large, small, small, large, large, small))));
    assertEquals(
        List.of("S", "too-large 2:1", "S", "too-large 4:2", "too-large 5:1", "S"),
        ReadAll.shape(
            ReadAll.document(
                "[" + String.join(",\n", small, large, small, "\t" + large, large, small) + "]")));
  }

  @Test
  void shortLinesBetweenLongOnesAreNeverLost() {
    // the short lines end the same chunk in which the second long one begins
    for (int more = 0; more < Blocks.CHUNK; more += 9001) {
      String text =
          referral("large", (1 << 20) + 200_000 + more)
              + "\n{\"reference\":\"S\"}\n{\"reference\":\"T\"}\n"
              + referral("large", (1 << 20) + 200_000)
              + "\n{\"reference\":\"U\"}\n";
      assertEquals(
          List.of("too-large 1:1", "S", "T", "too-large 4:1", "U"),
          ReadAll.shape(ReadAll.lines(text)));
    }
  }

  /** An endless text, made as it is read. */
  private static final class Repeated extends InputStream {
    private final byte[] head;
    private final byte[] part;
    private final long parts;
    private final byte[] tail;
    private long at;

    Repeated(String head, String part, long parts, String tail) {
      this.head = head.getBytes(StandardCharsets.UTF_8);
      this.part = part.getBytes(StandardCharsets.UTF_8);
      this.parts = parts;
      this.tail = tail.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      long behindHead = at - head.length;
      long behindParts = behindHead - part.length * parts;
      byte[] from = behindHead < 0 ? head : behindParts < 0 ? part : tail;
      int start =
          (int) (behindHead < 0 ? at : behindParts < 0 ? behindHead % part.length : behindParts);
      int count = Math.min(length, from.length - start);
      if (count <= 0) {
        return -1;
      }
      System.arraycopy(from, start, target, offset, count);
      at += count;
      return count;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void memoryDoesNotGrowWithTheLengthOfAStream(boolean array) throws IOException {
    String some = (referral("R", 500) + (array ? "," : "\n")).repeat(128);
    long parts = 40_000_000 / some.length();
    InputStream in = new Repeated(array ? "[" : "", some, parts, array ? "{}]" : "{}");
    long referrals = 0;
    int largest = 0;
    try (Blocks blocks = array ? new DocumentBlocks(in) : new LineBlocks(in)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        referrals += block.spans().size();
        largest = Math.max(largest, block.bytes().length);
      }
    }
    assertEquals(128 * parts + 1, referrals);
    assertTrue(largest <= 4 * Blocks.CHUNK, "a block of " + largest);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "x", "[", "\"x\" "})
  void anEndlessReferralIsNotHeldInMemory(String part) throws IOException {
    InputStream in = new Repeated("[{\"x\":[", part.repeat(10_000), 1_000, "");
    int spans = 0;
    try (Blocks blocks = new DocumentBlocks(in)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        spans += block.spans().size();
        assertTrue(block.bytes().length < 4 * Blocks.LARGEST);
      }
    }
    assertTrue(spans >= 1 && spans <= 2);
  }

  @Test
  void anEndlessLineIsNotHeldInMemory() {
    InputStream in = new Repeated("{\"x\":\"", "x".repeat(65_536), 600, "\n{\"reference\":\"S\"}");
    assertEquals(
        List.of("too-large 1:1", "S"), ReadAll.shape(ReadAll.all(new LineBlocks(in), false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\r", " \t\r"})
  void whiteSpaceOfALineIsNeverTooLarge(String blank) {
    String small = "{\"reference\":\"S\"}";
    int most = (1 << 21) / blank.length();
    for (int count : List.of(most / 2, (1 << 20) / blank.length() + 66_000, most, 3 * most)) {
      String blanks = blank.repeat(count);
      String text =
          String.join("\n", small, blanks, blanks + small + blanks, small + blanks, blanks);
      assertEquals(List.of("S", "S", "S", "S"), ReadAll.shape(ReadAll.lines(text + small)));
      assertEquals(List.of("S", "S", "S"), ReadAll.shape(ReadAll.lines(text)));
      int before = blanks.length();
      assertEquals(
          List.of("not-json 1:" + (before + 2), "S"),
          ReadAll.shape(ReadAll.lines(blanks + "{]" + blanks + "\n" + small)));
      assertEquals(
          List.of("too-large 2:" + (before + 1), "S", "not-json 4:2"),
          ReadAll.shape(
              ReadAll.lines(
                  "\n"
                      + blanks
                      + small
                      + " ".repeat(1 << 21)
                      + "x"
                      + blanks
                      + "\n"
                      + small
                      + "\n"
                      + "{]"
                      + blanks)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100})
  void aReferralOfTheGreatestSizeIsReadWhateverIsAroundIt(int more) {
    String blanks = " ".repeat((1 << 21) + 17);
    String line = referral("L", (1 << 20) + more);
    List<String> expected = List.of(more == 0 ? "L" : "too-large 1:" + (blanks.length() + 1), "S");
    String text = blanks + line + blanks + "\n{\"reference\":\"S\"}";
    assertEquals(expected, ReadAll.shape(ReadAll.lines(text)));
    assertEquals(expected, dripped(text, false, 50_001));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"reference\":\"S\"}"})
  void endlessWhiteSpaceIsNotHeldInMemory(String before) throws IOException {
    InputStream in = new Repeated(before, " ".repeat(65_536), 600, "\n{\"reference\":\"S\"}");
    int spans = 0;
    try (Blocks blocks = new LineBlocks(in)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        for (Span span : block.spans()) {
          spans += span.problem() == null ? 1 : 0;
        }
        assertTrue(block.bytes().length < 2 * Blocks.LARGEST);
        blocks.reuse(block.bytes());
      }
    }
    assertEquals(before.isEmpty() ? 1 : 2, spans);
  }

  @Test
  void anErrorOfTheStreamComesThrough() throws IOException {
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream("{\"reference\":\"A\"}\n".getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the disk is gone");
              }

              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                return read();
              }
            });
    try (Blocks blocks = new LineBlocks(in)) {
      assertEquals(1, blocks.next().spans().size());
      assertEquals("the disk is gone", assertThrows(IOException.class, blocks::next).getMessage());
    }
  }
}
