package clin087.referral;

import static clin087.referral.TableTest.problems;
import static clin087.referral.TableTest.read;
import static clin087.referral.TableTest.shape;
import static clin087.referral.TableTest.stated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.text.Characters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The characters of a table: its encoding, its white space, and its control characters. */
class TableCharactersTest {
  private static final Charset ANSI = Charset.forName("windows-1252");

  @Test
  void aRowThatIsNotUtf8IsReadAsExcelWritesIt() {
    byte[] mixed = "reference\nM\u00fcller\nx".getBytes(ANSI);
    assertEquals(List.of("Müller", "x"), ReadAll.shape(read(mixed, false)));
    assertEquals(List.of("Müller", "€"), shape("reference\nMüller\n€"));
    byte[] euro = {'r', 'e', 'f', 'e', 'r', 'e', 'n', 'c', 'e', '\n', (byte) 0x80};
    assertEquals(List.of("€"), ReadAll.shape(read(euro, false)));
    String marks =
        "reference,notes,date\n\"a \"\"M\u00fcller\"\"\",\"don\u2019t\r\n\"\"x\"\"\",soon\n";
    byte[] ansi = marks.getBytes(ANSI);
    assertEquals(List.of("bad-date /date 3:8"), problems(read(ansi, false)));
    assertEquals("a \"M\u00fcller\"", read(ansi, false).get(0).reference());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u00A0", "\u2003", "\u3000", " \u00A0 ", "\"\n\""})
  void whiteSpaceAroundACellDoesNotCount(String white) {
    boolean lineBreak = white.startsWith("\"");
    String cell = lineBreak ? "\"\nA\r\n\"" : white + "A" + white;
    String procedure = lineBreak ? "\"\nother\n\"" : white + "other" + white;
    String csv = "reference,request.procedure\n" + cell + "," + procedure + "\n";
    assertEquals(List.of("A"), shape(csv));
    assertEquals(List.of("[other] 0"), stated(csv, "/request/procedure"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",", "\t, ", "\u00A0,", ",\u2003 \u00A0", "\"\u00A0\",\u3000", "\"\n\u00A0\","})
  void aRowOfWhiteSpaceAloneIsSkipped(String row) {
    String csv = "\n" + row + "\nreference,date\n" + row + "\nA,\n" + row + "\n" + row;
    assertEquals(List.of("A"), shape(csv));
    assertEquals(
        List.of("A"),
        ReadAll.shape(read(csv.replaceAll("[\u2003\u3000]", " ").getBytes(ANSI), false)));
    assertEquals(List.of("required 2:1"), shape("reference,date\n\u00A0,\u00A0x\n").subList(0, 1));
  }

  @Test
  void aQuotationMarkAfterWhiteSpaceThatIsNotAsciiIsText() {
    assertEquals(List.of("A", "required 3:1", "B"), shape("reference,notes\nA,\n,\u00A0\"\nB,\n"));
    assertEquals(List.of("A", "\""), shape("reference,notes\nA,\n\u00A0\",\n\u00A0,\"\u2003\"\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\f", "\u000B", " \u0085", "\f\u00A0"})
  void aReferenceOfWhiteSpaceAloneIsRequiredAsInJson(String white) {
    assertEquals(List.of("required 2:2"), shape("date,reference\n," + white + "\n"));
    // the library splits a row with such a quotation mark
    assertEquals(List.of("required 2:4"), shape("notes,reference\nx\"," + white + "\n"));
    assertEquals(
        List.of("control-character 2:4"), shape("notes,reference\nx\",A" + white.strip() + "\f\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 7, 8, 0xB, 0xC, 0x1B, 0x1C, 0x1F, 0x7F, 0x81, 0x85, 0x200B, 0xFEFF})
  void aControlCharacterIsNoWhiteSpace(int character) {
    String control = Character.toString(character);
    for (String cell : List.of(control + "A", "A" + control, control, "A" + control + "B")) {
      for (String written : List.of(cell, "\"" + cell + "\"", "\"\"\"" + cell + "\"")) {
        String csv = "reference,request.procedure\n" + written + ",other\n\"B\",other\n";
        List<ReferralReading> readings = read(csv);
        boolean blank =
            cell.equals(control) && Characters.isBlank(control) && !written.contains("\"\"");
        String code = blank ? "required" : "control-character";
        assertEquals(List.of(code + " /reference 2:1"), problems(readings), written);
        assertEquals("B", readings.get(1).reference());
      }
    }
    for (String cell : List.of(control + "other", "other" + control, "\"other" + control + "\"")) {
      String csv = "reference,request.procedure,mcas.seen\nA," + cell + ",\nB,,\"yes\"\n";
      assertEquals(List.of("not-allowed /request/procedure 2:3", "B"), shapeAndPath(csv), cell);
    }
    for (String cell :
        List.of(control + "urgent", "urgent;" + control, "nice-tag;urgent" + control)) {
      List<String> problems = problems(read("reference,coreCriteria\nA," + cell + "\n"));
      assertEquals(1, problems.size());
      assertTrue(problems.get(0).startsWith("not-allowed /coreCriteria/"), problems.get(0));
    }
  }

  private static List<String> shapeAndPath(String csv) {
    List<ReferralReading> readings = read(csv);
    List<String> found = new ArrayList<>(problems(readings));
    found.add(readings.get(1).reference());
    return found;
  }

  /**
   * A control character before a quotation mark must not open a cell that swallows the next row.
   */
  @ParameterizedTest
  @ValueSource(strings = {"\0", "\u0007", "\u001C", "\uFEFF"})
  void whatARowGivesDoesNotDependOnItsNeighbours(String control) {
    List<String> rows =
        List.of(
            control + "A,other",
            control + "\"A,other",
            "\"A\"" + control + ",other",
            "\"B\nb\",other",
            "A," + control + "\"other",
            "\"C\"x,other",
            "A" + control + ",other");
    List<List<String>> alone = new ArrayList<>();
    List<String> together = new ArrayList<>();
    for (String row : rows) {
      List<String> codes = new ArrayList<>();
      read("reference,request.procedure\n" + row + "\n").forEach(one -> codes.add(codes(one)));
      alone.add(codes);
    }
    read("reference,request.procedure\n" + String.join("\n", rows) + "\n")
        .forEach(one -> together.add(codes(one)));
    assertEquals(alone.stream().flatMap(List::stream).toList(), together);
    assertEquals(rows.size(), together.size());
  }

  private static String codes(ReferralReading reading) {
    return reading.problems().stream().map(problem -> problem.code() + problem.path()).toList()
        + " "
        + reading.reference();
  }

  @Test
  void theEncodingIsToldFromTheBeginningOfTheSourceAlone() {
    String csv = "reference,request.procedure\nA?,other\n?B,other\n\"é\",other\n";
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      byte[] marked = ("\uFEFF" + csv.replace('?', '\0')).getBytes(Charset.forName(charset));
      assertEquals(
          List.of("control-character 2:1", "control-character 3:1", "é"),
          ReadAll.shape(read(marked, false)),
          charset);
    }
    byte[] lone = ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE);
    int at = 2 * ("\uFEFF" + csv).indexOf('?');
    lone[at + 1] = (byte) 0xD8;
    assertEquals(List.of("control-character 2:1", "?B", "é"), ReadAll.shape(read(lone, false)));
  }
}
