package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The encoding beside the document: every paragraph and bullet of the source, numbered as section 1
 * of the contract says, is a clause in the document's own words.
 */
class ClausesTest {
  private static final Path SOURCE = Path.of("policies", "CMICB_Clin087.source.md");
  private static final Pattern HEADING = Pattern.compile("#{2,3} (\\d(?:\\.\\d)?)\\.? (.*)");
  private static final Pattern PARAGRAPH = Pattern.compile("- (\\d\\.\\d) (.*)");
  private static final Pattern BULLET = Pattern.compile("( *)- (.*)");
  private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii");

  /** A piece of the document: its number, as far as it has one of its own, and its words. */
  private static final class Piece {
    final String number;
    final int depth;
    final StringBuilder words;
    final List<Piece> inside = new ArrayList<>();

    Piece(String number, int depth, String words) {
      this.number = number;
      this.depth = depth;
      this.words = new StringBuilder(words);
    }
  }

  /** The document's headings, by number; the front page is the first, document control the last. */
  private static Map<String, String> headings() {
    Map<String, String> headings = new LinkedHashMap<>();
    headings.put("front-page", "Front page");
    lines()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .forEach(it -> headings.put(it.group(1), it.group(2).strip()));
    headings.put("document-control", "Document Control");
    return headings;
  }

  /** Every clause of the document, by its identifier, in the document's order. */
  private static Map<String, String> clauses() {
    List<Piece> sections = new ArrayList<>();
    List<Piece> open = new ArrayList<>();
    boolean list = false;
    for (String line : lines().dropWhile(text -> !text.startsWith("## 1.")).toList()) {
      Matcher heading = HEADING.matcher(line);
      Matcher paragraph = PARAGRAPH.matcher(line);
      Matcher bullet = BULLET.matcher(line);
      if (heading.matches() || line.equals("## Document Control")) {
        String number = heading.matches() ? heading.group(1) : "document-control";
        sections.add(new Piece(number, 0, ""));
        open = new ArrayList<>(List.of(sections.get(sections.size() - 1)));
        list = false;
      } else if (line.isBlank()) {
        list = false;
      } else if (paragraph.matches()) {
        put(open, new Piece(paragraph.group(1), 1, paragraph.group(2)));
        list = true;
      } else if (bullet.matches()) {
        // 7.3's list is at the margin in the source, but belongs to 7.3
        boolean numbered = open.size() > 1 && !open.get(1).number.isEmpty();
        int depth = bullet.group(1).isEmpty() && !numbered ? 1 : 2;
        put(open, new Piece("", depth, bullet.group(2)));
        list = true;
      } else if (list || open.get(0).number.equals("document-control")) {
        open.get(open.size() - 1).words.append('\n').append(line);
      }
    }
    Map<String, String> clauses = new LinkedHashMap<>();
    clauses.put("front-page", frontPage());
    sections.forEach(section -> number(section, section.number, 0, clauses));
    return clauses;
  }

  /** The front page below the title, without the list of contents. */
  private static String frontPage() {
    List<String> page =
        lines()
            .dropWhile(line -> !line.startsWith("("))
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> !line.equals("#### Contents") && !line.matches("\\d\\. .*|Document .*"))
            .map(line -> line.replaceAll("^#+ |^\\*|\\*$", ""))
            .toList();
    return plain(String.join("\n", page));
  }

  private static void put(List<Piece> open, Piece piece) {
    while (open.get(open.size() - 1).depth >= piece.depth) {
      open.remove(open.size() - 1);
    }
    open.get(open.size() - 1).inside.add(piece);
    open.add(piece);
  }

  /** Letters for bullets, roman numerals for those inside; a sole and plain one takes none. */
  private static void number(Piece piece, String id, int level, Map<String, String> clauses) {
    if (piece.words.length() > 0) {
      clauses.put(id, plain(piece.words.toString()));
    }
    for (int i = 0; i < piece.inside.size(); i++) {
      Piece inner = piece.inside.get(i);
      boolean sole = piece.inside.size() == 1 && inner.inside.isEmpty();
      String mark = level == 0 ? String.valueOf((char) ('a' + i)) : ROMAN.get(i);
      if (!inner.number.isEmpty()) {
        number(inner, inner.number, 0, clauses);
      } else {
        number(inner, sole ? id : id + "(" + mark + ")", level + 1, clauses);
      }
    }
  }

  private static Stream<String> lines() {
    try {
      return Files.readAllLines(SOURCE).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the marks of Markdown, links and table cells, white space folded. */
  private static String plain(String markdown) {
    return markdown
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .replaceAll("<(https?://[^>]*)>", "$1")
        .replaceAll("</?b>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Test
  void everyParagraphAndBulletIsQuotedInItsOwnWordsAndOrder() {
    Map<String, String> encoded = new LinkedHashMap<>();
    for (Section section : Given.POLICY.sections()) {
      section.clauses().forEach(clause -> encoded.put(clause.id(), clause.text()));
    }
    Map<String, String> source = clauses();
    assertEquals(List.copyOf(source.keySet()), List.copyOf(encoded.keySet()));
    source.forEach((id, words) -> assertEquals(words, plain(encoded.getOrDefault(id, "")), id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          front-page | (Based on Evidence Based Intervention (EBI) Programme Best Practice Guidance) Category 1 Interventions – Not routinely commissioned Last Reviewed: March 2024 This policy statement will be
          1.1        | Where MCAS services
          3.2(a)     | Any patient who needs 'urgent'
          3.2(c)     | In cancer care
          3.2(g)     | For patients expressing gender
          6.1(e)(ii) | Treatments with no or
          6.2(a)(iii)| Commissioners will consider the extent
          6.3(a)     | If any patients are excluded
          6.3(b)     | The ICB will consider clinical exceptions
          6.4(c)     | A summary of Cosmetic Surgery
          6.5(b)     | Where a General Practitioner
          6.6        | The ICB will not fund
          7.3(c)     | Post activity monitoring through case
          9.1        | See the Evidence Based
          document-control | Ref: CMICB_Clin087
          """)
  void theSourceIsNumberedAsTheContractSays(String id, String beginning) {
    assertTrue(clauses().getOrDefault(id, "").startsWith(beginning), () -> clauses().toString());
  }

  @Test
  void theNoteUnder32cBelongsToIt() {
    assertTrue(clauses().get("3.2(c)").contains("2-week rule. NOTE: Funding for all solid"));
    assertEquals(50, clauses().size());
  }

  @Test
  void onlyTheFrontPageHasSeveralParagraphs() {
    assertEquals(4, Given.POLICY.clause("front-page").paragraphs().size());
    for (Section section : Given.POLICY.sections()) {
      for (Clause clause : section.clauses()) {
        boolean frontPage = clause.id().equals("front-page");
        assertEquals(frontPage, clause.text().contains("\n"), clause.id());
      }
    }
  }

  @Test
  void theSectionsAreThoseOfTheDocument() {
    Map<String, String> sections = new LinkedHashMap<>();
    Given.POLICY.sections().forEach(section -> sections.put(section.id(), section.title()));
    assertEquals(List.copyOf(headings().entrySet()), List.copyOf(sections.entrySet()));
  }

  @Test
  void everyClauseIsEncodedOrSaysWhyNot() {
    Set<String> encoders = new TreeSet<>();
    Given.POLICY.rules().forEach(rule -> encoders.add(rule.id()));
    Given.POLICY.cautions().forEach(caution -> encoders.add(caution.id()));
    Set<String> named = new TreeSet<>();
    for (String id : clauses().keySet()) {
      Clause clause = Given.POLICY.clause(id);
      boolean informative = clause.informative() != null && !clause.informative().isBlank();
      assertTrue(clause.encodedBy().isEmpty() == informative, id);
      assertTrue(encoders.containsAll(clause.encodedBy()), id);
      named.addAll(clause.encodedBy());
    }
    encoders.removeAll(named);
    assertEquals(Set.of("core-criterion-stated"), encoders, "not named by the clauses they encode");
  }

  @Test
  void theIdentityIsThatOfTheDocument() {
    Policy.Identity identity = Given.POLICY.identity();
    String control = clauses().get("document-control");
    assertTrue(control.contains("Ref: " + identity.id() + " – " + identity.title()));
    assertTrue(control.contains(" Version: " + identity.version() + " "));
    assertTrue(control.contains("Supersedes: " + identity.supersedes()));
    assertEquals("2024-03", identity.published());
    assertTrue(control.contains("Date Ratified: March 2024"));
    assertEquals("2029-03", identity.reviewDue());
    assertTrue(control.contains("Review date: March 2029"));
    assertTrue(lines().anyMatch(line -> line.equals("#### " + identity.category())));
    assertEquals(identity.id() + "@1#" + identity.sha256().substring(0, 12), identity.label());
  }
}
