package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.Notice;
import clin087.policy.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 6 of the contract: what a decision carries beside its verdict. */
class CautionsTest {

  @Test
  void aSuspectedMalignancyIsNotLostBehindAnUrgentCase() {
    Decision decision = ordinaryWith("{'coreCriteria': ['suspected-malignancy', 'urgent']}");
    assertEquals("core-urgent", Objects.requireNonNull(decision.rule()).id());
    assertEquals(List.of("core-suspected-malignancy"), ids(decision.alsoMet()));
    assertTrue(decision.alsoMet().get(0).action().contains("2-week rule"));
    assertEquals(List.of("confirm-criterion"), codes(decision));
  }

  @Test
  void aRefusalByAnotherClauseIsAlsoTheCatchAll() {
    assertEquals(
        List.of("not-routinely-commissioned"),
        ids(ordinaryWith("{'request': {'cosmetic': true}}").alsoMet()));
    assertEquals(
        List.of("cosmetic", "ifr-declined", "not-routinely-commissioned"),
        ids(
            ordinaryWith(
                    "{'request': {'trialContinuation': true, 'cosmetic': true}, 'ifr': {'status': 'declined'}}")
                .alsoMet()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                        | NOT_COMMISSIONED | 1.2
          {'request': {'type': 'opinion'}}          | OPINION_ONLY     | 6.5(b)
          {'ifr': {'status': 'pending'}}            | AWAIT_IFR        | 6.3(a)
          {'coreCriteria': ['gender-incongruence']} | SEE_OTHER_POLICY | 3.2(g)
          {'ifr': {'status': 'declined'}}           | NOT_COMMISSIONED | 1.2
          """)
  void anMcasAssessmentComesWithWhatFollowsIt(String stated, String verdict, String clause) {
    String unseen = Given.over("{'mcas': {'seen': false}}", stated);
    Decision decision = ordinaryWith(unseen);
    assertEquals("MCAS_FIRST", decision.verdict().id());
    Afterwards afterwards = Objects.requireNonNull(decision.afterwards());
    assertEquals(verdict, afterwards.verdict().id());
    assertEquals(clause, afterwards.clauses().get(0).id());
    assertEquals(1, afterwards.clauses().size());
    assertEquals(List.of(), afterwards.missing());
  }

  @Test
  void noOtherVerdictSaysWhatFollows() {
    assertNull(ordinaryWith("{}").afterwards());
    assertNull(ordinaryWith("{'ifr': {'status': 'pending'}}").afterwards());
    assertNull(ordinaryWith("{'mcas': {'seen': null}}").afterwards());
  }

  @Test
  void eachStatedCriterionIsNamedWhereAnotherVerdictHidesIt() {
    Decision decision =
        ordinaryWith(
            "{'request': {'procedure': 'other'}, 'indication': {'category': 'other'}, 'coreCriteria': ['nice-tag', 'urgent']}");
    assertEquals("OUT_OF_SCOPE", decision.verdict().id());
    assertEquals(List.of("core-criterion-stated", "core-criterion-stated"), codes(decision));
    Notice urgent = decision.cautions().get(0);
    assertTrue(urgent.attention());
    assertTrue(urgent.message().contains("3.2(a)"), urgent.message());
    assertTrue(urgent.message().contains(action("core-urgent")), urgent.message());
    Notice niceTag = decision.cautions().get(1);
    assertTrue(niceTag.message().contains("3.2(b)"), niceTag.message());
    assertTrue(niceTag.message().contains(action("core-nice-tag")), niceTag.message());
  }

  @Test
  void everyStatedCriterionIsNamedWhileTheVerdictIsOpen() {
    Decision decision = Given.decide("{'coreCriteria': ['tissue-degenerative', 'reconstruction']}");
    assertEquals("INFORMATION_NEEDED", decision.verdict().id());
    assertEquals(List.of("core-criterion-stated", "core-criterion-stated"), codes(decision));
    assertEquals(List.of(), decision.alsoMet());
  }

  @Test
  void genderIncongruenceIsNoCriterionThatGetsLost() {
    assertEquals(
        List.of(),
        codes(
            ordinaryWith(
                "{'coreCriteria': ['gender-incongruence'], 'ifr': {'status': 'approved'}}")));
  }

  @ParameterizedTest
  @CsvSource({
    "urgent, 0, ''",
    "nice-tag, 0, ''",
    "suspected-malignancy, 1, 3.2(c)",
    "reconstruction, 1, 3.2(d)",
    "congenital-deformity, 1, 3.2(e)",
    "tissue-degenerative, 1, 3.2(f)",
    "gender-incongruence, 0, ''",
  })
  void unlikelyCriteriaBesideBackPainAreToBeConfirmed(String criterion, int times, String clause) {
    String stated = "{'coreCriteria': ['" + criterion + "']}";
    List<Notice> notices = ordinaryWith(stated).cautions();
    assertEquals(times, notices.size());
    for (Notice notice : notices) {
      assertEquals("confirm-criterion", notice.code());
      assertTrue(notice.message().contains(clause), notice.message());
      assertTrue(!notice.attention());
    }
    String elsewhere = Given.over(stated, "{'indication': {'category': 'other'}}");
    assertEquals(List.of(), codes(ordinaryWith(elsewhere)));
    String unknown = Given.over(stated, "{'indication': {'category': null}}");
    assertTrue(!codes(ordinaryWith(unknown)).contains("confirm-criterion"));
  }

  @Test
  void theLimitsOfTheWholeSuiteAreNamedWhereTheOutcomeIsToProceed() {
    String trial = "{'request': {'procedure': 'other', 'trialContinuation': true}}";
    assertEquals(List.of("suite-limit"), codes(ordinaryWith(trial)));
    String cosmetic = "{'request': {'cosmetic': true}, 'coreCriteria': ['urgent']}";
    assertEquals(List.of("suite-limit"), codes(ordinaryWith(cosmetic)));
    assertEquals(List.of(), codes(ordinaryWith("{'request': {'cosmetic': true}}")));
  }

  @Test
  void aReferralFromBeforeTheRatificationIsNoticed() {
    assertEquals(List.of("before-ratified"), codes(ordinaryWith("{'date': '2024-02-29'}")));
    assertEquals(List.of(), codes(ordinaryWith("{'date': '2024-03-01'}")));
  }

  @Test
  void aCheckAfterTheReviewDateIsNoticed() {
    assertEquals(List.of(), codes(on(LocalDate.of(2029, 3, 31))));
    assertEquals(List.of("after-review"), codes(on(LocalDate.of(2029, 4, 1))));
  }

  @Test
  void theCautionsStandInTheOrderOfTheContract() {
    String all =
        Given.over(
            Given.ORDINARY,
            "{'date': '2020-01-01', 'request': {'procedure': 'other', 'cosmetic': true},"
                + " 'coreCriteria': ['tissue-degenerative']}");
    Decision decision =
        Given.decider(Given.POLICY, LocalDate.of(2030, 1, 1), List.of())
            .decide(Given.referral(all));
    assertEquals(
        List.of(
            "core-criterion-stated",
            "confirm-criterion",
            "suite-limit",
            "before-ratified",
            "after-review"),
        codes(decision));
  }

  private static Decision on(LocalDate asOf) {
    return Given.decider(Given.POLICY, asOf, List.of()).decide(Given.referral(Given.ORDINARY));
  }

  private static Decision ordinaryWith(String changes) {
    return Given.decide(Given.over(Given.ORDINARY, changes));
  }

  private static String action(String rule) {
    return Given.POLICY.rules().stream()
        .filter(other -> other.id().equals(rule))
        .findFirst()
        .orElseThrow()
        .action();
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  private static List<String> codes(Decision decision) {
    return decision.cautions().stream().map(Notice::code).toList();
  }
}
