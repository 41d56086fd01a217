package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decision.Question;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Section 5 of the contract: the next step is as exact as the verdict, and so are the questions.
 */
class NextStepsTest {

  @Test
  void anotherProcedureMayBeUrgentAsLongAsNothingElseIsStated() {
    Decision decision = Given.decide("{'request': {'procedure': 'other'}}");
    assertEquals("OUT_OF_SCOPE", decision.verdict().id());
    assertEquals(
        List.of(
            "3.2(a): urgent-other-procedure",
            "3.2(c): suspected-malignancy-other-procedure",
            "2.1: other-procedure"),
        steps(decision));
    assertNull(decision.action());
    assertEquals(List.of(), decision.missing());
    assertEquals(
        List.of("/coreCriteria [urgent, suspected-malignancy]"),
        questions(decision.missingForAction()));
    assertEquals(List.of("6.1(c)"), decision.seeAlso());
    assertFalse(decision.attention());
  }

  @Test
  void anUrgentReferralHasItsNextStepThoughItsProcedureIsUnknown() {
    Decision decision = Given.decide("{'coreCriteria': ['urgent']}");
    assertEquals("INFORMATION_NEEDED", decision.verdict().id());
    assertEquals(List.of("3.2(a): urgent-other-procedure, core-urgent"), steps(decision));
    assertEquals(action("core-urgent"), decision.action());
    assertEquals(List.of("/request/procedure []"), questions(decision.missing()));
    assertEquals(List.of(), decision.missingForAction());
    assertTrue(decision.attention());
  }

  @Test
  void aSuspicionIsActedOnWhileItsVerdictIsOpen() {
    Decision decision = Given.decide("{'coreCriteria': {'suspected-malignancy': true}}");
    assertEquals("INFORMATION_NEEDED", decision.verdict().id());
    assertEquals(List.of("3.2(c): core-suspected-malignancy"), steps(decision));
    assertEquals(action("core-suspected-malignancy"), decision.action());
    assertEquals(
        List.of("/request/procedure []", "/coreCriteria [urgent]"), questions(decision.missing()));
    assertTrue(decision.attention());
  }

  @Test
  void anOpenVerdictWithoutAttentionHasTheActionForMissingFacts() {
    Decision decision = Given.decide("{}");
    assertEquals(Given.POLICY.incomplete().action(), decision.action());
    assertEquals(List.of(), decision.actions());
    assertFalse(decision.attention());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'urgent': false}                                | suspected-malignancy, nice-tag, ...
          {'urgent': false, 'suspected-malignancy': false} | nice-tag, reconstruction, ...
          {'urgent': false, 'nice-tag': false}             | suspected-malignancy, reconstruction, ...
          """)
  void onlyTheMembersThatCanMatterAreOpen(String criteria, String open) {
    String fusion =
        Given.over(Given.ORDINARY, "{'coreCriteria': null, 'request': {'type': 'treatment'}}");
    Decision decision = Given.decide(Given.over(fusion, "{'coreCriteria': " + criteria + "}"));
    String found = decision.missing().get(0).open().stream().map(Choice::value).toList().toString();
    for (String member : open.split(", ", -1)) {
      assertTrue(member.equals("...") || found.contains(member), found);
    }
    for (String member : criteria.replaceAll("[{}' ]|: ?false", "").split(",", -1)) {
      assertFalse(found.contains(member), found);
    }
  }

  @Test
  void aSetWhoseMembersAreAllDeniedIsAnEmptyOne() {
    StringBuilder members = new StringBuilder();
    for (Choice choice : Given.fact(Given.POLICY, "/coreCriteria").choices()) {
      members.append(members.isEmpty() ? "" : ", ").append("'" + choice.value() + "': false");
    }
    String denied = Given.over(Given.ORDINARY, "{'coreCriteria': {" + members + "}}");
    assertEquals(Expected.of(Given.decide(Given.ORDINARY)), Expected.of(Given.decide(denied)));
  }

  @Test
  void anAssumptionGivesWayWhenAnyMemberIsStated() {
    String json = "{'request': {'procedure': 'other'}, 'coreCriteria': {'nice-tag': false}}";
    Decision decision = Given.decide(json, "/coreCriteria=[]");
    assertEquals(3, decision.deciding().size());
    assertEquals(List.of(), decision.assumed());
  }

  private static String action(String rule) {
    return Given.POLICY.rules().stream()
        .filter(each -> each.id().equals(rule))
        .findFirst()
        .orElseThrow()
        .action();
  }

  private static List<String> steps(Decision decision) {
    return decision.actions().stream().map(NextStepsTest::step).toList();
  }

  private static String step(NextStep step) {
    List<String> clauses = step.clauses().stream().map(Clause::id).toList();
    List<String> rules = step.rules().stream().map(Rule::id).toList();
    return String.join(", ", clauses) + ": " + String.join(", ", rules);
  }

  private static List<String> questions(List<Question> questions) {
    return questions.stream()
        .map(it -> it.fact().path() + " " + it.open().stream().map(Choice::value).toList())
        .toList();
  }
}
