package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts of the built-in policy, as section 2 of the contract tables them. */
class FactsTableTest {

  /** Pointer, type, values, default, what makes it give way, what it states, the clause of 7. */
  private static final String TABLE =
      """
      /$schema                   | text    |                        |           |  |  |
      /reference                 | text    |                        |           |  |  |
      /date                      | date    |                        |           |  |  |
      /notes                     | text    |                        |           |  |  |
      /patient/age               | integer |                        |           |  |  | 2.1
      /patient/commissioner      | choice  | this-icb another-icb nhs-england outside-england | this-icb |  |  | 6.1(a)
      /request/procedure         | choice  | spinal-fusion other    |           |  |  | 2.1
      /request/type              | choice  | treatment opinion diagnostic | treatment | /request/soleFeasibility /request/approvedBy |  | 6.5(a)
      /request/cosmetic          | boolean |                        | false     |  |  | 6.4(b)
      /request/trialContinuation | boolean |                        | false     |  |  | 6.6
      /request/soleFeasibility   | boolean |                        |           |  |  | 6.5(a)
      /request/approvedBy        | choice  | none icb gp ifr-panel  |           |  |  | 6.5(a)
      /indication/category       | choice  | non-specific-mechanical-back-pain other |  |  |  | 2.1
      /indication/diagnosis      | text    |                        |           |  |  |
      /indication/features       | set     | leg-pain neurological-deficit instability deformity fracture infection tumour inflammatory earlier-fusion not-low-back |  |  |  | 2.1
      /coreCriteria              | set     | urgent nice-tag suspected-malignancy reconstruction congenital-deformity tissue-degenerative gender-incongruence |  |  |  | 3.2
      /mcas/available            | boolean |                        |           |  |  | 1.1
      /mcas/seen                 | boolean |                        |           |  |  | 1.1
      /mcas/seenOn               | date    |                        |           |  | /mcas/seen=true |
      /ifr/status                | choice  | none pending approved declined | none | /ifr/reference |  | 6.3(a)
      /ifr/reference             | text    |                        |           |  |  |
      """;

  /** What nobody states for a whole batch. */
  private static final Set<String> NOT_ASSUMABLE =
      Set.of(
          "/request/soleFeasibility",
          "/request/approvedBy",
          "/indication/category",
          "/coreCriteria",
          "/ifr/status");

  /** One line of the table. */
  record Row(
      String path,
      String type,
      List<String> values,
      String assumed,
      List<String> unless,
      List<String> states,
      String clause) {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.split("\\|", -1);
      rows.add(
          new Row(
              cells[0].strip(),
              cells[1].strip(),
              words(cells[2]),
              cells[3].strip(),
              words(cells[4]),
              words(cells[5]),
              cells[6].strip()));
    }
    return rows;
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.strip().split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachFactIsDeclaredAsTheContractSays(Row row) {
    Fact fact = Given.fact(Given.POLICY, row.path());
    assertEquals(row.type(), fact.type().word());
    boolean truths = row.type().equals("boolean");
    assertEquals(truths ? List.of("false", "true") : row.values(), fact.values());
    assertEquals(
        row.assumed(),
        fact.assumed() == Fact.UNSTATED ? "" : String.join(",", fact.words(fact.assumed())));
    assertEquals(
        row.unless(),
        fact.assumedUnless().stream().map(i -> Given.POLICY.facts().get(i).path()).toList());
    assertEquals(row.states(), fact.states().stream().map(FactsTableTest::setting).toList());
    assertEquals(row.clause(), fact.clause() == null ? "" : fact.clause());
    assertEquals(!NOT_ASSUMABLE.contains(row.path()), fact.assumable());
    assertFalse(fact.question().isBlank());
    assertEquals(!row.clause().isEmpty(), fact.question().endsWith("?"), fact.question());
  }

  @Test
  void thereAreNoOtherFacts() {
    assertEquals(
        rows().stream().map(Row::path).toList(),
        Given.POLICY.facts().stream().map(Fact::path).toList());
  }

  @Test
  void everyAllowedValueHasALabel() {
    for (Fact fact : Given.POLICY.facts()) {
      fact.choices().forEach(choice -> assertFalse(choice.label().isBlank(), choice.value()));
    }
  }

  @Test
  void onlyTheReferenceIsRequiredAndKeptShortAndPlain() {
    for (Fact fact : Given.POLICY.facts()) {
      boolean reference = fact.path().equals("/reference");
      assertEquals(reference, fact.limits().required(), fact.path());
      assertEquals(!reference, fact.limits().controlCharacters(), fact.path());
      boolean isShort = reference || fact.path().equals("/ifr/reference");
      assertEquals(isShort ? 64 : 0, fact.limits().maxLength(), fact.path());
    }
  }

  @Test
  void everyFactThatARuleNamesIsAQuestion() {
    for (Fact fact : Given.POLICY.factsOfRules()) {
      assertTrue(fact.question().endsWith("?"), fact.path());
    }
    assertEquals(12, Given.POLICY.factsOfRules().size());
  }

  @Test
  void theDaysLieBetweenTheYear2000AndTheCheck() {
    for (String path : List.of("/date", "/mcas/seenOn")) {
      Limits limits = Given.fact(Given.POLICY, path).limits();
      long check = LocalDate.of(2026, 11, 22).toEpochDay();
      assertTrue(limits.allows(check, check), path);
      assertFalse(limits.allows(check + 1, check), path);
      assertTrue(limits.allows(LocalDate.of(2000, 1, 1).toEpochDay(), check), path);
      assertFalse(limits.allows(LocalDate.of(1999, 12, 31).toEpochDay(), check), path);
    }
  }

  @Test
  void anAgeIsFrom0To130Years() {
    Limits limits = Given.fact(Given.POLICY, "/patient/age").limits();
    assertEquals(0, limits.min());
    assertEquals(130, limits.max());
    assertEquals("years", limits.unit());
  }

  private static String setting(Setting setting) {
    Fact fact = Given.POLICY.facts().get(setting.fact());
    return fact.path() + "=" + String.join(",", fact.words(setting.value()));
  }
}
