package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Fact;
import clin087.problem.Problem;
import clin087.text.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Referrals as CSV: rows and cells as Excel writes them, and every problem with its place. */
class TableTest {
  private static final Charset ANSI = Charset.forName("windows-1252");
  private static final String HEADER = "reference,request.procedure,coreCriteria,mcas.seen,date\n";

  static List<ReferralReading> read(byte[] bytes, boolean ignoreUnknown) {
    try {
      InputStream in = Utf8.ofTable(new ByteArrayInputStream(bytes));
      return ReadAll.all(new TableBlocks(in), ignoreUnknown);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<ReferralReading> read(String csv) {
    return read(csv.getBytes(StandardCharsets.UTF_8), false);
  }

  static List<String> shape(String csv) {
    return ReadAll.shape(read(csv));
  }

  /** Every problem in few words: code, pointer and place. */
  static List<String> problems(List<ReferralReading> readings) {
    List<String> problems = new ArrayList<>();
    for (ReferralReading reading : readings) {
      for (Problem problem : reading.problems()) {
        String place = " " + problem.line() + ":" + problem.column();
        problems.add((problem.code() + " " + problem.path()).strip() + place);
      }
    }
    return problems;
  }

  /** What is stated of a fact by the only row. */
  static List<String> stated(String csv, String path) {
    List<ReferralReading> readings = read(csv);
    assertEquals(1, readings.size());
    assertEquals(List.of(), problems(readings));
    Referral referral = readings.get(0).referral();
    return ReadAll.POLICY.facts().stream()
        .filter(fact -> fact.path().equals(path) && referral.stated(fact) != Fact.UNSTATED)
        .map(fact -> fact.words(referral.stated(fact)) + " " + fact.open(referral.stated(fact)))
        .toList();
  }

  @Test
  void aHeaderWithoutRowsIsToldWhatIsWrongWithIt() {
    assertEquals(List.of("unknown-field /colour 1:11"), problems(read("reference,colour\n")));
    assertEquals(
        List.of("unknown-field /colour 2:1", "duplicate-field /reference 2:18"),
        problems(read("\ncolour,reference,reference")));
    assertEquals(List.of("not-csv 1:1"), problems(read("\"reference\"x,date\n")));
    assertEquals(List.of("not-csv 1:11"), problems(read("reference,\"date\n")));
    for (String right : new String[] {"reference,date", "reference\n\n,\n", HEADER + "\n,,,,\n"}) {
      assertEquals(List.of("empty 1:1"), problems(read(right)), right);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reference,mcas.seen\nA,yes",
        "reference;mcas.seen\r\nA;yes\r\n",
        "reference\tmcas.seen\nA\tyes",
        "/reference,/mcas/seen\nA,yes",
        "REFERENCE,Mcas.Seen\n A , YES ",
        "\n;;\n\"reference\";\"mcas.seen\"\nA;1",
        "reference,mcas.seen\rA,TRUE\r",
        "\uFEFFreference,mcas.seen\nA,y",
        "reference,mcas.seen,,\nA,y,,\n,,,\n\n",
        "mcas.seen,reference\n\"yes\",\"A\"",
        "reference,mcas.seen,notes\nA,yes,\"x,\r\n\"\"y\"\"\"",
        "reference,mcas.seen,date\nA,yes",
        "reference,mcas.seen\n  \"A\",yes\n\t\n",
      })
  void aRowIsAReferral(String csv) {
    assertEquals(List.of("A"), shape(csv));
    assertEquals(List.of("[true] 0"), stated(csv, "/mcas/seen"));
    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      byte[] marked = ("\uFEFF" + csv.replace("\uFEFF", "")).getBytes(Charset.forName(charset));
      assertEquals(List.of("A"), ReadAll.shape(read(marked, false)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mcas.seen | No | /mcas/seen | [false] 0",
        "mcas.seen | 0 | /mcas/seen | [false] 0",
        "request.procedure | SPINAL-FUSION | /request/procedure | [spinal-fusion] 0",
        "request.procedure | another procedure | /request/procedure | [other] 0",
        "date | 2025-10-26 | /date | [2025-10-26] 0",
        "date | 26/10/2025 | /date | [2025-10-26] 0",
        "date | 1/2/2025 | /date | [2025-02-01] 0",
        "patient.age | 42 | /patient/age | [42] 0",
        "patient.age | 42.0 | /patient/age | [42] 0",
        "coreCriteria | none | /coreCriteria | [] 0",
        "coreCriteria | Urgent; NICE-tag | /coreCriteria | [urgent, nice-tag] 0",
        "coreCriteria | urgent treatment | /coreCriteria | [urgent] 0",
        "coreCriteria.urgent | no | /coreCriteria | [] 126",
        "coreCriteria.nice-tag | yes | /coreCriteria | [nice-tag] 125",
      })
  void aCellStatesAFactAsAPersonWritesIt(String column, String cell, String path, String code) {
    assertEquals(List.of(code), stated("reference," + column + "\nA,\"" + cell + "\"", path));
    assertEquals(List.of(), stated("reference," + column + "\nA,", path));
    assertEquals(List.of(), stated("reference," + column + "\nA", path));
  }

  @Test
  void aSetIsStatedMemberByMember() {
    String header =
        "reference;coreCriteria.urgent;coreCriteria.nice-tag;coreCriteria.reconstruction\n";
    assertEquals(List.of("[nice-tag] 116"), stated(header + "A;no;yes;no", "/coreCriteria"));
    assertEquals(List.of("[urgent] 126"), stated(header + "A;yes;;", "/coreCriteria"));
    assertEquals(List.of(), stated(header + "A;;;", "/coreCriteria"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A,spinal-fusio,,, | not-allowed /request/procedure 2:3",
        "A,,urgent;urgnt,, | not-allowed /coreCriteria/1 2:4",
        "A,,urgent; Urgent,, | repeated-value /coreCriteria/1 2:4",
        "A,,, maybe, | wrong-type /mcas/seen 2:5",
        "A,  'bad',,, | not-allowed /request/procedure 2:3",
        "A,'  bad',,, | not-allowed /request/procedure 2:3",
        "_'A' ,\tbad,,, | not-allowed /request/procedure 2:7",
        "__,,,,2025-01-01 | required /reference 2:1",
        "A,,,,31/02/2025 | bad-date /date 2:6",
        "A,,,,2999-01-01 | bad-date /date 2:6",
        ",other,,, | required /reference 2:1",
        "A, , ,\u00A0,,\tx | not-csv 2:10",
        "A,,,,, | not-csv 2:7",
        "'A',x'y,,, | not-allowed /request/procedure 2:5",
        "'A'x,,,, | not-csv 2:1",
        "'' x,,,, | not-csv 2:1",
        "A,,;,, | not-allowed /coreCriteria 2:4",
        "A,,' ; ; ',, | not-allowed /coreCriteria 2:4",
      })
  void everyProblemHasTheColumnOfItsCell(String row, String problem) {
    String csv = HEADER + row.replace('\'', '"').replace('_', ' ') + "\nB";
    List<ReferralReading> readings = read(csv);
    assertEquals(List.of(problem), problems(readings));
    assertEquals("B", readings.get(1).reference(), "the next row goes on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A,,'urgent, suspected-malignancy',, | write urgent;suspected-malignancy",
        "A,,Urgent treatment and nice-tag,, | write urgent;nice-tag",
        "A,,urgent/urgnt,, | gender-incongruence, or none alone",
        "A,,suspected malignancy,, | did you mean 'suspected-malignancy'?",
        "A,,unknown,, | leave the cell empty if it is not known",
        "A,,urgent treatment;‘urgent’,, | did you mean 'urgent'?",
        "A,,urgent & urgent,, | or none alone",
        "A,not known,,, | leave the cell empty if it is not known",
        "A,,,don’t know, | leave the cell empty if it is not known",
        "A,,,,n/a | leave the cell empty if it is not known",
        "A,,,,05/12/2026 | or DD/MM/YYYY",
        "A,,none;urgent,, | or none alone",
        "A,,,,10-26-2025 | did you mean 2025-10-26?",
      })
  void aCellIsToldWhatToWrite(String row, String cure) {
    Problem problem = read(HEADER + row.replace('\'', '"')).get(0).problems().get(0);
    assertTrue(problem.message().endsWith(cure), problem.message());
  }

  @Test
  void placesCountLinesInCellsAndCodePoints() {
    String csv =
        "reference,notes,mcas.seen,date\r\n\r\n\"😀é\",\"x\r\ny\r\n\",maybe,soon\r\nB,,so,\r\n";
    assertEquals(
        List.of("wrong-type /mcas/seen 5:3", "bad-date /date 5:9", "wrong-type /mcas/seen 6:4"),
        problems(read(csv)));
    byte[] ansi = "reference;notes;mcas.seen\nA;caféé;so".getBytes(ANSI);
    assertEquals(List.of("wrong-type /mcas/seen 2:9"), problems(read(ansi, false)));
  }

  @Test
  void whatAReferralStatesIsHeldTogetherAsInJson() {
    assertEquals(
        List.of("contradiction /mcas/seen 2:3"),
        problems(read("reference,mcas.seen,mcas.seenOn\nA,no,2025-01-01")));
    assertEquals(List.of("[true] 0"), stated("reference,mcas.seenOn\nA,2025-01-01", "/mcas/seen"));
    assertEquals(
        List.of("too-long /reference 2:1"), problems(read("reference\n" + "x".repeat(65))));
    assertEquals(
        List.of("control-character /reference 2:1"), problems(read("reference\n\"a\nb\"")));
    assertEquals(List.of("required /reference 2:1"), problems(read("mcas.seen\nyes")));
  }

  @Test
  void aHeaderIsExplainedOnce() {
    List<Problem> problems = read("referense,Ward,Consultant\n").get(0).problems();
    List<String> messages = problems.stream().map(Problem::message).toList();
    assertEquals(
        List.of(
            "unknown column; did you mean 'reference'?",
            "unknown column; the first line names the columns, as 'clin087 template --format"
                + " csv' does",
            "unknown column"),
        messages);
  }

  @Test
  void anUnknownOrRepeatedColumnRefusesTheFile() {
    List<ReferralReading> readings = read("refrence,date,reference,Date\nA,,B,\nC,,D,\n");
    assertEquals(1, readings.size());
    assertEquals(
        List.of("unknown-field /refrence 1:1", "duplicate-field /date 1:25"), problems(readings));
    assertTrue(readings.get(0).problems().get(0).message().contains("'reference'"));
    assertEquals(
        List.of("duplicate-field /coreCriteria/urgent 1:24"),
        problems(read("reference,coreCriteria,coreCriteria.urgent\nA,,\n")));
    assertEquals(
        List.of("duplicate-field /coreCriteria 1:31"),
        problems(read("reference,coreCriteria.urgent,coreCriteria\nA,,\n")));
    for (String set : List.of("coreCriteria", "coreCriteria.urgent")) {
      Problem twice = read("reference," + set + "," + set + "\n").get(0).problems().get(0);
      assertEquals("expected this column once", twice.message());
    }
  }

  @Test
  void anIgnoredColumnIsACautionWhereARowStatesIt() {
    byte[] csv = "reference,x.y,x.y,date,date\nA,1,2,,2025-01-01\nB,,,,\n".getBytes(ANSI);
    List<ReferralReading> readings = read(csv, true);
    assertEquals(List.of("/x/y"), readings.get(0).referral().unknownFields());
    assertEquals(List.of(), readings.get(1).referral().unknownFields());
    byte[] member = "reference,coreCriteria.urgnt\nA,yes\n".getBytes(ANSI);
    assertEquals(List.of("not-allowed /coreCriteria/urgnt 1:11"), problems(read(member, true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date | 2025-01-01 | 2025-01-02 | duplicate-field /date 2:14",
        "date | 2025-01-01 | ' 2025-01-01' | ",
        "date | 2025-01-01 | '' | ",
        "date | '' | 2025-01-01 | ",
        "notes | low back pain | leg pain | duplicate-field /notes 2:17",
        "notes | low back pain | low back pain | ",
        "coreCriteria.urgent | yes | no | duplicate-field /coreCriteria/urgent 2:7",
        "coreCriteria.urgent | no | yes | duplicate-field /coreCriteria/urgent 2:6",
        "coreCriteria.urgent | yes | Y | ",
        "coreCriteria.urgent | '' | no | ",
      })
  void aRepeatedColumnThatIsLetBeNeverStatesTwoThings(
      String column, String first, String second, @Nullable String problem) {
    String csv = "reference," + column + "," + column + "\nA," + first + "," + second + "\n";
    List<ReferralReading> readings = read(csv.getBytes(StandardCharsets.UTF_8), true);
    assertEquals(problem == null ? List.of() : List.of(problem), problems(readings));
  }

  @Test
  void aRowNamesAThousandUnknownColumnsAtMost() {
    StringBuilder header = new StringBuilder("reference");
    for (int i = 0; i < 1_005; i++) {
      header.append(",x").append(i);
    }
    String row = "\nA" + ",1".repeat(1_005) + "\nB,,1\n";
    List<ReferralReading> readings = read((header + row).getBytes(StandardCharsets.UTF_8), true);
    assertEquals(List.of("A", "B"), ReadAll.shape(readings));
    List<String> unknown = readings.get(0).referral().unknownFields();
    assertEquals(1_000, unknown.size());
    assertEquals("/x999", unknown.get(999));
    assertEquals(List.of("/x1"), readings.get(1).referral().unknownFields());
  }

  @Test
  void aColumnWithoutANameHasEmptyCellsOnly() {
    assertEquals(List.of("A", "not-csv 3:3"), shape("reference,,date\nA,,\nB,x,\n"));
  }

  @Test
  void anOpenQuotationMarkEndsTheSource() {
    assertEquals(List.of("A", "not-csv 3:2"), shape("reference,notes\nA,\n,\"open\nB,\nC,\n"));
    String large = "x\n".repeat(600_000);
    assertEquals(
        List.of("A", "not-csv 3:1"), shape("reference,notes\nA,\nB,\"" + large + "\"\nC,\n"));
    assertEquals(List.of("not-csv 1:1"), shape("\"" + large));
    assertEquals(List.of("not-csv 2:3"), shape("reference,notes\nA,  \"open\nB,\n"));
    assertEquals(List.of("not-csv 2:1"), shape("reference\tnotes\n \"open\n"));
    assertEquals(List.of("not-csv 2:3"), shape("reference\tnotes\nA\t \"open\n"));
    String lines = "reference,notes,patient.age\nA,\"x\ry\",\"open";
    assertEquals(List.of("not-csv 3:4"), shape(lines));
    assertEquals(List.of("not-csv 3:4"), shape(lines.replace('\r', '\n')));
    byte[] ansi = "reference,notes,patient.age\nA,don’t,\"open".getBytes(ANSI);
    assertEquals(List.of("not-csv 2:9"), ReadAll.shape(read(ansi, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\n,,\n", "\uFEFF"})
  void aTableWithoutAHeaderHoldsNothing(String csv) {
    assertEquals(List.of(), shape(csv));
  }

  @Test
  void recordsAreFoundHoweverTheBytesArrive() {
    StringBuilder csv = new StringBuilder("reference;notes\r\n");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      csv.append("R")
          .append(i)
          .append(";\"a;\r\n\"\"b\"\"\"\r\n")
          .append(i % 7 == 0 ? ";\r\n" : "");
      expected.add("R" + i);
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    for (int most : List.of(1, 7, 4096, 1 << 20)) {
      TableBlocks blocks = new TableBlocks(ReadAll.dripping(bytes, most));
      assertEquals(expected, ReadAll.shape(ReadAll.all(blocks, false)), "at most " + most);
    }
  }

  @Test
  void theSeparatorIsToldFromTheWholeHeaderHoweverTheBytesArrive() {
    String csv = "siz\"e,reference,date\nx\",A;;;;;;;\n,\"B;\",\n,C,\n";
    String quoted = "date,\"a\"\";;;\n;;;\",reference\n,,A\n";
    for (int most : List.of(1, 7, 40, 4096)) {
      assertEquals(List.of("A;;;;;;;", "B;", "C"), dripped(csv, most), "at most " + most);
      assertEquals(List.of("A"), dripped(quoted, most), "at most " + most);
    }
  }

  private static List<String> dripped(String csv, int most) {
    InputStream in = ReadAll.dripping(csv.getBytes(StandardCharsets.UTF_8), most);
    return ReadAll.shape(ReadAll.all(new TableBlocks(in), true));
  }

  @Test
  void noNumberOfWrongCellsTakesMuchTime() {
    int columns = 1500;
    String header = "reference" + ",".repeat(columns) + "\n";
    String row = "A1" + ("," + "x".repeat(650)).repeat(columns) + "\n";
    List<ReferralReading> readings =
        assertTimeout(Duration.ofSeconds(20), () -> read(header + row.repeat(10)));
    assertEquals(10, readings.size());
    for (ReferralReading reading : readings) {
      List<Problem> problems = reading.problems();
      assertEquals(Problem.MOST, problems.size());
      for (int i = 0; i < problems.size(); i++) {
        assertEquals(4 + 651 * i, problems.get(i).column());
      }
      assertFalse(problems.get(Problem.MOST - 2).message().endsWith("not listed"));
      assertTrue(problems.get(Problem.MOST - 1).message().endsWith("not listed"));
    }
  }

  @Test
  void noNumberOfColumnsTakesMuchTimeForShortRows() {
    String csv = "reference" + ",".repeat(1_000_000) + "\n" + "A\n".repeat(4000);
    assertTimeout(Duration.ofSeconds(10), () -> assertEquals(4000, read(csv).size()));
    String twice = "reference" + ",reference".repeat(90_000) + "\n";
    String row = "x".repeat(400_000) + ",y".repeat(90_000) + "\n";
    List<ReferralReading> readings =
        assertTimeout(
            Duration.ofSeconds(10),
            () -> read((twice + row).getBytes(StandardCharsets.UTF_8), true));
    assertEquals(Problem.MOST, readings.get(0).problems().size());
  }

  @Test
  void noLengthOfAWrongValueTakesMuchTime() {
    String members = "reference,coreCriteria\nA," + "x;".repeat(500_000) + "\n";
    List<Problem> problems =
        assertTimeout(Duration.ofSeconds(20), () -> read(members).get(0).problems());
    assertEquals(Problem.MOST, problems.size());
    String number = "reference,bmi\nA," + "1".repeat(1_000_000) + "x\n";
    assertEquals(
        List.of("wrong-type /bmi 2:3"),
        assertTimeout(Duration.ofSeconds(20), () -> problems(everyFeature(number))));
  }

  /** What is read for the policy with every feature. */
  private static List<ReferralReading> everyFeature(String csv) {
    InputStream in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    return ReadAll.all(Given.everyFeature(), new TableBlocks(in), false);
  }

  @ParameterizedTest
  @CsvSource({
    "25,",
    "+25.5,",
    "25.55,not-allowed /bmi 2:3",
    ".5,not-allowed /bmi 2:3",
    "1e3,wrong-type /bmi 2:3",
    "+,wrong-type /bmi 2:3",
    "1.,wrong-type /bmi 2:3"
  })
  void aNumberIsToldFromAWord(String cell, String problem) {
    List<String> expected = problem == null ? List.of() : List.of(problem);
    assertEquals(expected, problems(everyFeature("reference,bmi\nA," + cell + "\n")));
  }

  @Test
  void noNumberOfUnknownColumnsTakesMuchTime() {
    String header = "reference" + ",unknown".repeat(100_000) + "\n";
    List<Problem> problems =
        assertTimeout(Duration.ofSeconds(20), () -> read(header).get(0).problems());
    assertEquals(Problem.MOST, problems.size());
    assertEquals(11 + 8 * (Problem.MOST - 1), problems.get(Problem.MOST - 1).column());
    assertTrue(problems.get(Problem.MOST - 1).message().endsWith("not listed"));
  }

  @Test
  void aWrongValueThatIsNotListedIsStillWrongInTheNextRow() {
    String header = "reference" + ",".repeat(Problem.MOST) + ",request.procedure\n";
    String full = "A1" + ",x".repeat(Problem.MOST) + ",nonsense\n";
    String next = "A2" + ",".repeat(Problem.MOST) + ",nonsense\n";
    List<ReferralReading> readings = read(header + full + next);
    assertEquals(Problem.MOST, readings.get(0).problems().size());
    assertEquals(
        List.of("not-allowed /request/procedure 3:" + (4 + Problem.MOST)),
        problems(readings.subList(1, 2)));
  }

  @Test
  void aSetWithAWrongMemberIsStillWrongInTheNextRow() {
    String row = "A,gender-incongruence;nonsense\n";
    assertEquals(
        List.of("not-allowed /coreCriteria/1 2:3", "not-allowed /coreCriteria/1 3:3"),
        problems(read("reference,coreCriteria\n" + row + row)));
  }
}
