package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.Notice;
import clin087.policy.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 6 of the contract: what a decision carries beside its verdict. */
class CautionsTest {

  @Test
  void aSuspectedMalignancyIsNotLostInAnUrgentCase() {
    Decision decision = ordinaryWith("{'coreCriteria': ['suspected-malignancy', 'urgent']}");
    assertEquals("core-urgent", Objects.requireNonNull(decision.rule()).id());
    assertEquals(List.of(), ids(decision.alsoMet()));
    assertEquals(List.of("core-criterion-stated", "confirm-urgent"), codes(decision));
    Notice suspicion = decision.cautions().get(0);
    assertEquals("3.2(c)", clause(suspicion));
    assertTrue(suspicion.message().contains("2-week rule"), suspicion.message());
  }

  @Test
  void besideAnotherProcedureTheSuspicionIsAlsoMet() {
    Decision decision =
        ordinaryWith(
            "{'request': {'procedure': 'other'}, 'indication': null,"
                + " 'coreCriteria': ['suspected-malignancy', 'urgent']}");
    assertEquals("urgent-other-procedure", Objects.requireNonNull(decision.rule()).id());
    assertEquals(List.of("suspected-malignancy-other-procedure"), ids(decision.alsoMet()));
    assertEquals(List.of(), codes(decision));
  }

  @Test
  void aRefusalByOneClauseNamesTheOthersButNotTheCatchAll() {
    assertEquals(List.of(), ids(ordinaryWith("{'request': {'cosmetic': true}}").alsoMet()));
    assertEquals(
        List.of("cosmetic", "ifr-declined"),
        ids(
            ordinaryWith(
                    "{'request': {'trialContinuation': true, 'cosmetic': true}, 'ifr': {'status': 'declined'}}")
                .alsoMet()));
  }

  @Test
  void whatAlwaysHoldsBesideTheDecidingRuleIsNotNamed() {
    String excluded = "{'request': {'cosmetic': true}, 'ifr': {'status': 'pending'}}";
    assertEquals("AWAIT_IFR", ordinaryWith(excluded).verdict().id());
    assertEquals(List.of(), ids(ordinaryWith(excluded).alsoMet()));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          urgent               | 3.2(a) | true
          nice-tag             | 3.2(b) | false
          suspected-malignancy | 3.2(c) | true
          reconstruction       | 3.2(d) | false
          congenital-deformity | 3.2(e) | false
          tissue-degenerative  | 3.2(f) | false
          gender-incongruence  | 3.2(g) | true
          """)
  void everyStatedCriterionIsNamedWhileTheVerdictIsOpen(
      String criterion, String clause, boolean withItsAction) {
    Decision decision = Given.decide("{'coreCriteria': ['" + criterion + "']}");
    assertEquals("INFORMATION_NEEDED", decision.verdict().id());
    assertEquals(List.of("core-criterion-stated"), codes(decision));
    Notice notice = decision.cautions().get(0);
    assertEquals(clause, clause(notice));
    assertTrue(notice.message().contains(clause), notice.message());
    String action =
        Given.POLICY.rules().stream()
            .filter(rule -> rule.facts().get(0).name().equals("coreCriteria"))
            .filter(rule -> rule.clause().id().equals(clause))
            .findFirst()
            .orElseThrow()
            .action();
    assertEquals(withItsAction, notice.message().contains(action), notice.message());
    assertEquals(List.of(), decision.alsoMet());
  }

  @Test
  void theStatedCriteriaAreNamedInTheOrderOfTheSection() {
    Decision decision =
        ordinaryWith(
            "{'request': {'procedure': null}, 'indication': {'category': 'other'}, 'coreCriteria':"
                + " ['gender-incongruence', 'tissue-degenerative', 'congenital-deformity',"
                + " 'reconstruction', 'suspected-malignancy', 'nice-tag', 'urgent']}");
    assertEquals(
        List.of("3.2(a)", "3.2(b)", "3.2(c)", "3.2(d)", "3.2(e)", "3.2(f)", "3.2(g)"),
        decision.cautions().stream().map(CautionsTest::clause).toList());
  }

  @Test
  void aCriterionOfTheDecidingClauseNeedsNoCaution() {
    String another = "{'request': {'procedure': 'other'}, 'indication': {'category': 'other'}";
    assertEquals(List.of(), codes(ordinaryWith(another + ", 'coreCriteria': ['urgent']}")));
    assertEquals(
        List.of("core-criterion-stated"),
        codes(ordinaryWith(another + ", 'coreCriteria': ['urgent', 'reconstruction']}")));
  }

  @Test
  void genderIncongruenceIsNamedWhereItDoesNotDecide() {
    Decision decision =
        ordinaryWith(
            "{'coreCriteria': ['gender-incongruence'],"
                + " 'ifr': {'status': 'approved', 'reference': 'IFR-1'}}");
    assertEquals("IFR_APPROVED", decision.verdict().id());
    assertEquals(List.of("core-criterion-stated"), codes(decision));
    assertEquals("3.2(g)", clause(decision.cautions().get(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "urgent, confirm-urgent, 3.2(a)",
    "nice-tag, confirm-criterion, 3.2(b)",
    "suspected-malignancy, '', ''",
    "reconstruction, confirm-criterion, 3.2(d)",
    "tissue-degenerative, confirm-criterion, 3.2(f)",
    "gender-incongruence, '', ''",
  })
  void whatIsUnlikelyBesideBackPainIsToBeConfirmed(String criterion, String code, String clause) {
    String stated = "{'coreCriteria': ['" + criterion + "']}";
    assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(ordinaryWith(stated)));
    for (Notice notice : ordinaryWith(stated).cautions()) {
      assertTrue(notice.message().contains(clause), notice.message());
      assertFalse(notice.attention());
    }
    for (String category : List.of("'other'", "null")) {
      String elsewhere = Given.over(stated, "{'indication': {'category': " + category + "}}");
      List<String> raised = codes(ordinaryWith(elsewhere));
      assertTrue(raised.stream().noneMatch(it -> it.startsWith("confirm-")), category);
    }
  }

  @Test
  void aCongenitalDeformityIsToBeConfirmedForASpinalFusion() {
    String stated = "{'coreCriteria': ['congenital-deformity']}";
    for (String category : List.of("'non-specific-mechanical-back-pain'", "'other'", "null")) {
      String beside = Given.over(stated, "{'indication': {'category': " + category + "}}");
      assertEquals(List.of("confirm-criterion"), codes(ordinaryWith(beside)), category);
    }
    String another = Given.over(stated, "{'request': {'procedure': 'other'}}");
    assertEquals(List.of("core-criterion-stated"), codes(ordinaryWith(another)));
  }

  @Test
  void noGuidelineIsATechnologyAppraisal() {
    String message = ordinaryWith("{'coreCriteria': ['nice-tag']}").cautions().get(0).message();
    assertTrue(message.contains("interventional procedures guidance"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "leg-pain, false",
    "neurological-deficit, true",
    "instability, false",
    "deformity, false",
    "fracture, true",
    "infection, true",
    "tumour, true",
    "inflammatory, false",
    "earlier-fusion, false",
    "not-low-back, false",
  })
  void whatTheLetterSaysBesideBackPainIsToBeConfirmed(String feature, boolean redFlag) {
    String list = "{'indication': {'features': ['" + feature + "']}}";
    String member = "{'indication': {'features': {'" + feature + "': true}}}";
    for (String stated : List.of(list, member)) {
      Decision decision = ordinaryWith(stated);
      assertEquals(
          redFlag ? List.of("red-flag", "features-stated") : List.of("features-stated"),
          codes(decision));
      assertEquals(redFlag, decision.attention());
      String elsewhere = Given.over(stated, "{'indication': {'category': 'other'}}");
      assertEquals(redFlag ? List.of("red-flag") : List.of(), codes(ordinaryWith(elsewhere)));
    }
    String denied = "{'indication': {'features': {'" + feature + "': false}}}";
    assertEquals(List.of(), codes(ordinaryWith(denied)));
  }

  @Test
  void aRedFlagAsksForUrgencyAndSuspicion() {
    Notice notice = ordinaryWith("{'indication': {'features': ['tumour']}}").cautions().get(0);
    assertTrue(notice.attention());
    assertTrue(notice.message().contains("3.2(a)"), notice.message());
    assertTrue(notice.message().contains("3.2(c)"), notice.message());
  }

  @Test
  void aChildIsNoticed() {
    assertEquals(List.of("age"), codes(ordinaryWith("{'patient': {'age': 15}}")));
    assertEquals(List.of(), codes(ordinaryWith("{'patient': {'age': 16}}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'ifr': {'status': 'approved'}}                       | ifr-reference
          {'ifr': {'status': 'approved', 'reference': 'I-1'}}   |
          {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'ifr-panel'}} | ifr-reference
          {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'icb'}} |
          {'request': {'type': 'treatment', 'approvedBy': 'ifr-panel'}} |
          {'request': {'type': 'treatment', 'approvedBy': 'icb'}, 'ifr': {'status': 'declined'}} | approval-conflict
          {'request': {'type': 'treatment', 'approvedBy': 'gp'}, 'ifr': {'status': 'declined'}} | approval-conflict
          {'request': {'type': 'treatment', 'approvedBy': 'none'}, 'ifr': {'status': 'declined'}} |
          {'request': {'type': 'diagnostic', 'soleFeasibility': true, 'approvedBy': 'ifr-panel'}, 'ifr': {'status': 'declined'}} | ifr-reference approval-conflict
          """)
  void anApprovalIsToBeShownAndToAgree(String stated, @Nullable String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected.split(" ")), codes(ordinaryWith(stated)));
  }

  @Test
  void anOpinionIsNoPlaceOnAWaitingList() {
    String opinion = "{'request': {'type': 'opinion'}}";
    assertEquals(List.of(), codes(ordinaryWith(opinion)));
    String proceeds = Given.over(opinion, "{'indication': {'category': 'other'}}");
    assertEquals(List.of("opinion-only"), codes(ordinaryWith(proceeds)));
  }

  @Test
  void theLimitsOfTheWholeSuiteAreNamedWhereTheOutcomeIsToProceed() {
    String trial = "{'request': {'procedure': 'other', 'trialContinuation': true}}";
    assertEquals(List.of("suite-limit"), codes(ordinaryWith(trial)));
    assertEquals("6.6", clause(ordinaryWith(trial).cautions().get(0)));
    String both = Given.over(trial, "{'request': {'cosmetic': true}}");
    assertEquals(List.of("suite-limit", "suite-limit"), codes(ordinaryWith(both)));
    Notice cosmetic = ordinaryWith(both).cautions().get(1);
    assertEquals("6.4(b)", clause(cosmetic));
    assertTrue(cosmetic.message().contains("holds up nothing that is urgent"));
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
  void theCautionsHaveTheOrderOfTheContract() {
    String all =
        "{'date': '2020-01-01', 'patient': {'age': 7},"
            + " 'request': {'procedure': 'spinal-fusion', 'type': 'opinion', 'cosmetic': true,"
            + " 'trialContinuation': true, 'approvedBy': 'icb'},"
            + " 'indication': {'category': 'non-specific-mechanical-back-pain',"
            + " 'features': ['tumour']},"
            + " 'coreCriteria': ['urgent', 'suspected-malignancy', 'congenital-deformity'],"
            + " 'ifr': {'status': 'declined'}}";
    Decision decision =
        Given.decider(Given.POLICY, LocalDate.of(2030, 1, 1), List.of())
            .decide(Given.referral(all));
    assertEquals(
        List.of(
            "red-flag",
            "core-criterion-stated",
            "confirm-urgent",
            "confirm-criterion",
            "features-stated",
            "age",
            "approval-conflict",
            "opinion-only",
            "suite-limit",
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

  private static String clause(Notice notice) {
    return Objects.requireNonNull(notice.clause()).id();
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  private static List<String> codes(Decision decision) {
    return decision.cautions().stream().map(Notice::code).toList();
  }
}
