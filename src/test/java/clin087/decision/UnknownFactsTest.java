package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision.Question;
import clin087.policy.Clause;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the contract: what is decided although facts are not stated. */
class UnknownFactsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'mcas': {'available': true, 'seen': false}}",
        "{'mcas': {'available': true}}",
        "{'ifr': {'reference': 'IFR-7'}}",
        "{'request': {'approvedBy': 'none'}}",
        "{'indication': {'category': 'other'}}",
      })
  void anUrgentReferralIsEligibleWhateverElseIsUnknown(String others) {
    String urgent = "{'request': {'procedure': 'spinal-fusion'}, 'coreCriteria': ['urgent']}";
    Decision decision = Given.decide(Given.over(urgent, others));
    assertEquals("ELIGIBLE", decision.verdict().id());
    assertEquals(List.of("3.2(a)"), clauses(decision.clauses()));
    assertEquals(List.of(), decision.missing());
    assertTrue(decision.isSettled());
  }

  @Test
  void oneUnknownFactThatMattersIsAskedForAlone() {
    Decision decision = Given.decide("{'coreCriteria': ['urgent']}");
    assertEquals("INFORMATION_NEEDED", decision.verdict().id());
    assertEquals(List.of("OUT_OF_SCOPE", "ELIGIBLE"), verdicts(decision.possible()));
    assertEquals(List.of("/request/procedure"), paths(decision.missing()));
    assertEquals(List.of("2.1"), clauses(decision.clauses()));
    assertNull(decision.rule());
    assertNull(decision.afterwards());
    assertFalse(decision.isSettled());
    assertEquals(List.of("urgent-other-procedure", "core-urgent"), rules(decision.deciding()));
  }

  @Test
  void anEmptyReferralIsAskedForEverythingInTheOrderOfTheRules() {
    Decision decision = Given.decide("{}");
    assertEquals(
        List.of(
            "/request/procedure",
            "/coreCriteria",
            "/indication/category",
            "/mcas/available",
            "/mcas/seen"),
        paths(decision.missing()));
    assertEquals(List.of("2.1", "3.2", "1.1"), clauses(decision.clauses()));
    assertEquals(
        List.of(
            "OUT_OF_SCOPE",
            "ELIGIBLE",
            "URGENT_ASSESSMENT",
            "MCAS_FIRST",
            "SEE_OTHER_POLICY",
            "NOT_COMMISSIONED"),
        verdicts(decision.possible()));
    assertEquals(
        List.of(
            "/patient/commissioner=this-icb by policy",
            "/ifr/status=none by policy",
            "/request/trialContinuation=false by policy",
            "/request/type=treatment by policy",
            "/request/cosmetic=false by policy"),
        assumed(decision));
    assertEquals(List.of(), decision.alsoMet());
    assertEquals(List.of(), decision.seeAlso());
  }

  @Test
  void everyMissingFactNamesItsClauseOnce() {
    String nothingAssumed = "{'request': {'soleFeasibility': true}, 'ifr': {'reference': 'IFR-7'}}";
    Decision decision = Given.decide(nothingAssumed);
    assertEquals(
        List.of(
            "/request/procedure",
            "/coreCriteria",
            "/indication/category",
            "/ifr/status",
            "/request/type",
            "/request/approvedBy",
            "/mcas/available",
            "/mcas/seen"),
        paths(decision.missing()));
    assertEquals(List.of("2.1", "3.2", "6.3(a)", "6.5(a)", "1.1"), clauses(decision.clauses()));
  }

  @Test
  void severalClausesMayDecideWithTheSameVerdict() {
    Decision decision =
        Given.decide(
            Given.over(
                Given.ORDINARY,
                "{'request': {'procedure': null, 'type': 'diagnostic', 'soleFeasibility': false}}"));
    assertEquals("OUT_OF_SCOPE", decision.verdict().id());
    assertEquals(List.of("other-procedure", "diagnostic-other"), rules(decision.deciding()));
    assertEquals(List.of("2.1", "6.5(a)"), clauses(decision.clauses()));
    assertEquals(List.of("OUT_OF_SCOPE"), verdicts(decision.possible()));
    assertEquals("other-procedure", decision.deciding().get(0).id());
    assertNull(decision.action());
    assertEquals(List.of("/request/procedure"), paths(decision.missingForAction()));
    assertEquals(List.of("6.1(c)"), decision.seeAlso());
    assertEquals(List.of(), decision.missing());
    assertEquals(List.of(), decision.alsoMet());
  }

  @Test
  void aClauseOfSeveralDecidingRulesIsListedOnce() {
    Decision decision = Given.decide("{'indication': {'category': 'other'}, 'coreCriteria': []}");
    assertEquals(List.of("other-procedure", "other-indication"), rules(decision.deciding()));
    assertEquals(List.of("2.1"), clauses(decision.clauses()));
  }

  @Test
  void aFactThatCannotMatterIsNotAskedFor() {
    String noService = "{'mcas': {'available': false, 'seen': null}}";
    assertEquals("NOT_COMMISSIONED", verdict(Given.over(Given.ORDINARY, noService)));
    String seen = "{'mcas': {'available': null}}";
    assertEquals("NOT_COMMISSIONED", verdict(Given.over(Given.ORDINARY, seen)));
    String unseen = "{'mcas': {'available': null, 'seen': false}}";
    Decision decision = Given.decide(Given.over(Given.ORDINARY, unseen));
    assertEquals(List.of("/mcas/available"), paths(decision.missing()));
    assertEquals(List.of("MCAS_FIRST", "NOT_COMMISSIONED"), verdicts(decision.possible()));
  }

  @Test
  void anApprovalThatIsStatedSpeaksAgainstTreatment() {
    Decision decision =
        Given.decide(Given.over(Given.ORDINARY, "{'request': {'approvedBy': 'icb'}}"));
    assertEquals(
        List.of("ELIGIBLE", "OUT_OF_SCOPE", "OPINION_ONLY", "NOT_COMMISSIONED"),
        verdicts(decision.possible()));
    assertEquals(List.of("/request/type", "/request/soleFeasibility"), paths(decision.missing()));
    assertEquals(List.of("6.5(a)"), clauses(decision.clauses()));
  }

  @Test
  void aSolePurposeThatIsStatedSpeaksAgainstTreatment() {
    Decision decision =
        Given.decide(Given.over(Given.ORDINARY, "{'request': {'soleFeasibility': false}}"));
    assertEquals(
        List.of("OUT_OF_SCOPE", "OPINION_ONLY", "NOT_COMMISSIONED"), verdicts(decision.possible()));
    assertEquals(List.of("/request/type"), paths(decision.missing()));
  }

  @Test
  void theReferenceOfAnIfrSpeaksAgainstNone() {
    String applied = Given.over(Given.ORDINARY, "{'ifr': {'reference': 'IFR-7'}}");
    Decision decision = Given.decide(applied);
    assertEquals(
        List.of("IFR_APPROVED", "AWAIT_IFR", "NOT_COMMISSIONED"), verdicts(decision.possible()));
    assertEquals(List.of("/ifr/status"), paths(decision.missing()));
    assertEquals(List.of("6.3(a)"), clauses(decision.clauses()));
    assertEquals("AWAIT_IFR", verdict(Given.over(applied, "{'ifr': {'status': 'pending'}}")));
  }

  @Test
  void theDayOfTheAssessmentStatesThatThePatientWasSeen() {
    String day = "{'mcas': {'available': true, 'seen': null, 'seenOn': '2024-05-01'}}";
    assertEquals("NOT_COMMISSIONED", verdict(Given.over(Given.ORDINARY, day)));
    assertEquals(
        "NOT_COMMISSIONED",
        Given.decide(Given.over(Given.ORDINARY, day), "/mcas/seen=false").verdict().id(),
        "what the referral implies it states, so no assumption takes its place");
  }

  @Test
  void anAssumptionWinsOverTheDefault() {
    Decision decision = Given.decide(Given.ORDINARY, "/ifr/status=approved");
    assertEquals("IFR_APPROVED", decision.verdict().id());
    assertEquals(
        List.of("/patient/commissioner=this-icb by policy", "/ifr/status=approved by option"),
        assumed(decision));
  }

  @Test
  void anAssumptionThatRepeatsTheDefaultIsStillTheOptions() {
    Decision decision = Given.decide(Given.ORDINARY, "/ifr/status=none");
    assertTrue(assumed(decision).contains("/ifr/status=none by option"));
  }

  @Test
  void anAssumptionLosesToTheReferral() {
    String stated = Given.over(Given.ORDINARY, "{'ifr': {'status': 'pending'}}");
    Decision decision = Given.decide(stated, "/ifr/status=approved");
    assertEquals("AWAIT_IFR", decision.verdict().id());
    assertTrue(assumed(decision).stream().noneMatch(line -> line.startsWith("/ifr")));
  }

  @Test
  void aDefaultGivesWayToTheReferralButNotToAnAssumption() {
    Decision decision = Given.decide(Given.ORDINARY, "/request/approvedBy=none");
    assertEquals("NOT_COMMISSIONED", decision.verdict().id());
    assertTrue(assumed(decision).contains("/request/type=treatment by policy"));
    assertTrue(assumed(decision).contains("/request/approvedBy=none by option"));
  }

  @Test
  void anAssumptionHoldsWhereTheDefaultGaveWay() {
    String approved = Given.over(Given.ORDINARY, "{'request': {'approvedBy': 'icb'}}");
    Decision decision = Given.decide(approved, "/request/type=treatment");
    assertEquals("NOT_COMMISSIONED", decision.verdict().id());
    assertTrue(assumed(decision).contains("/request/type=treatment by option"));
  }

  @Test
  void assumptionsOfEveryTypeAreListedInTheOrderOfTheRules() {
    Decision decision =
        Given.decide(
            "{}",
            "/mcas/seen=false",
            "/mcas/available=true",
            "/indication/category=non-specific-mechanical-back-pain",
            "/coreCriteria=[\"gender-incongruence\"]",
            "/request/procedure=spinal-fusion");
    assertEquals("MCAS_FIRST", decision.verdict().id());
    assertEquals(
        List.of(
            "/request/procedure=spinal-fusion by option",
            "/coreCriteria=gender-incongruence by option",
            "/patient/commissioner=this-icb by policy",
            "/indication/category=non-specific-mechanical-back-pain by option",
            "/ifr/status=none by policy",
            "/request/trialContinuation=false by policy",
            "/request/type=treatment by policy",
            "/request/cosmetic=false by policy",
            "/mcas/available=true by option",
            "/mcas/seen=false by option"),
        assumed(decision));
  }

  @Test
  void onlyWhatARuleUpToTheDecidingOneNamesIsListedAsAssumed() {
    String urgent = "{'request': {'procedure': 'spinal-fusion'}, 'coreCriteria': ['urgent']}";
    assertEquals(List.of(), assumed(Given.decide(urgent, "/mcas/available=true")));
    Decision cosmetic = Given.decide(Given.over(Given.ORDINARY, "{'request': {'cosmetic': true}}"));
    assertEquals(
        List.of(
            "/patient/commissioner=this-icb by policy",
            "/ifr/status=none by policy",
            "/request/trialContinuation=false by policy",
            "/request/type=treatment by policy"),
        assumed(cosmetic));
  }

  @Test
  void aMissingFactNeedNoClause() {
    String yaml = Given.resource("small.yaml").replace("treated?\n    clause: 1.1", "treated?");
    Policy policy = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8)).policy();
    Decider decider = Given.decider(policy, Given.AS_OF, List.of());
    Decision decision = decider.decide(Given.referral(policy, "{}"));
    assertEquals(List.of("/treated"), paths(decision.missing()));
    assertEquals(List.of(), clauses(decision.clauses()));
  }

  private static String verdict(String json) {
    return Given.decide(json).verdict().id();
  }

  private static List<String> verdicts(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::id).toList();
  }

  private static List<String> clauses(List<Clause> clauses) {
    return clauses.stream().map(Clause::id).toList();
  }

  private static List<String> rules(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  private static List<String> paths(List<Question> questions) {
    return questions.stream().map(question -> question.fact().path()).toList();
  }

  private static List<String> assumed(Decision decision) {
    return decision.assumed().stream()
        .map(
            it ->
                it.fact().path()
                    + "="
                    + String.join(",", it.fact().words(it.value()))
                    + " by "
                    + it.by().word())
        .toList();
  }
}
