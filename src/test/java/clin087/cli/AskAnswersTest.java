package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Clause;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of {@code clin087 ask}, and what it says to them. */
class AskAnswersTest {
  private static final Charset ANSI = Charset.forName("windows-1252");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void inItsFolder() {
    cli = new Cli(folder);
  }

  private Cli.Ran ask(String answers) {
    return ask(answers.getBytes(StandardCharsets.UTF_8));
  }

  private Cli.Ran ask(byte[] answers) {
    return cli.in(answers).run("ask", "--as-of", "2026-11-22", "--save", "r.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsNoPartOfTheFirstAnswer(String encoding) {
    Cli.Ran ran = ask("\uFEFFR\u00E9f-1\r\n1\r\n1 only\r\n".getBytes(Charset.forName(encoding)));
    assertEquals(0, ran.code(), ran.err());
    assertTrue(cli.read("r.json").contains("\"R\u00E9f-1\""), cli.read("r.json"));
  }

  @Test
  void aLineThatIsNotUtf8IsReadAsWindows1252() {
    byte[] answers = "Caf\u00E9 \u2013 1\n1\n1 only\n".getBytes(ANSI);
    assertEquals(0, ask(answers).code());
    assertTrue(cli.read("r.json").contains("\"Caf\u00E9 \u2013 1\""), cli.read("r.json"));
  }

  @Test
  void aByteThatWindows1252DoesNotUseIsAControlCharacter() {
    Cli.Ran ran = ask("A\u0081\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(5, ran.code());
    assertTrue(ran.err().contains("U+0081"), ran.err());
    String csv = "reference\nA\u0081\n";
    ran = cli.in(csv.getBytes(StandardCharsets.ISO_8859_1)).run("check", "--input", "csv", "-");
    assertTrue(ran.out().contains("control-character"), ran.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 only",
        "1, only",
        "1,only",
        "1 ; ONLY",
        "urgent,only",
        "urgent treatment only",
        "1 and urgent only."
      })
  void membersAreStatedAsPeopleListThem(String answer) {
    Cli.Ran ran = ask("R-1\n1\n" + answer + "\n");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(cli.read("r.json").replaceAll("\\s", "").contains("[\"urgent\"]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"only", ",only", "1 2 x", ",", "none, 1", "1only", "3 4 only 5"})
  void membersThatCannotBeToldAreAskedForAgain(String answer) {
    Cli.Ran ran = ask("R-1\n1\n" + answer + "\n");
    assertEquals(4, ran.code(), ran.err());
    assertFalse(cli.read("r.json").contains("coreCriteria"), cli.read("r.json"));
    assertTrue(
        oneLine(ran.err())
            .contains(
                " Expected numbers from 1 to 7 such as \"1, 2\" or \"2 only\", or \"none\", or d if you do"
                    + " not know. "),
        ran.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | nothing was given; expected a reference of 1 to 64 characters
          A\u200BB              | character 2 is invisible or a control character, U+200B;
          'A\u0007'             | character 2 is invisible or a control character, U+0007;
          :?                    | this cannot be left out: every referral states it
          :d                    | this cannot be left out: every referral states it
          :don\u2019t know      | this cannot be left out: every referral states it
          :qiut                 | expected :help, :back or :quit after a colon
          :                     | expected :help, :back or :quit after a colon
          :back                 | there is no question before this one
          :b                    | there is no question before this one
          :help                 | no clause asks for this; expected a reference of 1 to 64
          :h                    | no clause asks for this; expected a reference of 1 to 64
          """)
  void whatIsWrongWithAReferenceIsSaid(String answer, String said) {
    Cli.Ran ran = ask(answer + "\nR-1\n1\n1 only\n");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(oneLine(ran.err()).toLowerCase().contains(said.toLowerCase()), ran.err());
    assertTrue(cli.read("r.json").contains("\"R-1\""), cli.read("r.json"));
  }

  @Test
  void aReferenceThatIsTooLongIsCounted() {
    Cli.Ran ran = ask("\uD83D\uDE00".repeat(65) + "\n" + "\uD83D\uDE00".repeat(64) + "\n");
    assertEquals(4, ran.code(), ran.err());
    assertTrue(
        oneLine(ran.err())
            .contains(
                "This is too long, it has 65 characters; expected a reference of 1 to 64 characters"),
        ran.err());
  }

  @Test
  void whatIsSavedAndWhatIsNotIsSaid() {
    String answers = "R-1\n1\n7\nd\n";
    Cli.Ran ran = cli.in(answers).run("ask", "--as-of", "2026-11-22");
    assertTrue(oneLine(ran.err()).contains("are not saved; start with --save FILE"), ran.err());
    String noted = " Noted: gender incongruence that the request is part of treating. ";
    assertTrue(oneLine(ran.err()).contains(noted), ran.err());
    ran = ask(answers);
    assertFalse(ran.err().contains("not saved"), ran.err());
    ran = cli.in("").run("ask", "--as-of", "2026-11-22", "r.json");
    assertTrue(oneLine(ran.err()).contains("r.json is not changed; start with"), ran.err());
  }

  @Test
  void whoGoesBackBeforeTheFirstAnswerHasSavedNothing() throws IOException {
    Cli.Ran ran = ask("R-1\nback\n");
    assertEquals(5, ran.code(), ran.err());
    assertFalse(Files.exists(folder.resolve("r.json")));
    String old = "{\"notes\": \"old\"}";
    cli.write("r.json", old);
    for (String end : List.of("", ":quit\n", ":help\n")) {
      ran =
          cli.in("R-1\nback\n" + end)
              .run("ask", "--as-of", "2026-11-22", "r.json", "--save", "r.json");
      assertEquals(5, ran.code(), ran.err());
      assertEquals(old, cli.read("r.json"));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void helpQuotesTheClauseOnLinesOfItsOwn() {
    Cli.Ran ran = ask("R-1\nhelp\n");
    assertTrue(ran.err().contains("\n> \nClause 2.1\n  This policy is based on"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 500})
  void helpShowsTheBulletsOfTheClauseToo(int width) {
    Cli.Ran ran = cli.width(width).in("R-1\n1\nhelp\n").run("ask", "--as-of", "2026-11-22");
    List<String> lines = List.of(ran.err().split("\n", -1));
    List<Clause> clauses = Given.POLICY.clauseWithBullets("3.2");
    assertEquals(8, clauses.size());
    for (Clause clause : clauses) {
      int at = lines.indexOf("Clause " + clause.id());
      assertTrue(at > 0, clause.id());
      StringBuilder quoted = new StringBuilder();
      for (int i = at + 1; !lines.get(i).isEmpty() && !lines.get(i).startsWith("Clause "); i++) {
        quoted.append(quoted.isEmpty() ? "" : " ").append(lines.get(i).strip());
      }
      assertEquals(String.join(" ", clause.paragraphs()), quoted.toString());
    }
  }

  @Test
  void aDateAfterItsLimitIsAskedForAgain() throws IOException {
    cli.write("p.yaml", askingForTheDate());
    Cli.Ran ran =
        cli.in("R-1\n42\n23/11/2026\n1999-12-31\n22/11/2026\n")
            .run("ask", "--as-of", "2026-11-22", "-p", "p.yaml", "--save", "r.json");
    assertEquals(4, ran.code(), ran.err());
    String limits =
        "Expected a date of the calendar, YYYY-MM-DD from 2000-01-01 to 2026-11-22 (the date of the"
            + " check), or DD/MM/YYYY, or d if you do not know. What is the date";
    assertEquals(
        2,
        oneLine(ran.err()).split(java.util.regex.Pattern.quote(limits), -1).length - 1,
        ran.err());
    assertTrue(cli.read("r.json").contains("2026-11-22"), cli.read("r.json"));
  }

  /** The project's policy with rules that ask for the age and for the date of the referral. */
  private static String askingForTheDate() throws IOException {
    String rule =
        """
        - rule: %s
            clause: 7.1
            when: %s
            verdict: SEE_OTHER_POLICY
            action: The team asks the commissioner.

          \
        """;
    String first = "- rule: urgent-other-procedure\n";
    String rules =
        rule.formatted("child", "patient.age < 16")
            + rule.formatted("old", "date before 2024-03-01");
    return Files.readString(Given.POLICY_FILE)
        .replace(
            "    about: the date of the referral\n",
            "    question: What is the date of the referral?\n    clause: 7.1\n")
        .replace(first, rules + first)
        .replace("encodedBy: [after-review]", "encodedBy: [after-review, child, old]");
  }
}
