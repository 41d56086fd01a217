package clin087.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.cases.TestedCase.Difference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cases beside what the policy decides. */
class TestedCaseTest {

  private static TestedCase tested(String given, String expected) {
    String yaml = "cases: [{case: it, given: {" + given + "}, " + expected + "}]";
    CasesFile file = CasesFile.read("it", yaml.getBytes(StandardCharsets.UTF_8), Given.POLICY);
    assertEquals(List.of(), file.problems());
    return new Deciders(Given.POLICY, Given.AS_OF).test(file.cases()).get(0);
  }

  private static String differences(String given, String expected) {
    return tested(given, expected).differences().stream()
        .map(it -> it.aspect().key() + it.expected() + it.found())
        .collect(Collectors.joining(" "));
  }

  private static final String BACK_PAIN =
      "request.procedure: spinal-fusion, "
          + "indication.category: non-specific-mechanical-back-pain, ";

  @Test
  void whatIsExpectedIsComparedExactlyAndInOrder() {
    String given = BACK_PAIN + "request.type: diagnostic, coreCriteria: []";
    String missing = "missing: [request.soleFeasibility, request.approvedBy]";
    assertEquals("", differences(given, "expect: INFORMATION_NEEDED, " + missing));
    assertEquals(
        "missing[request.approvedBy, request.soleFeasibility]"
            + "[request.soleFeasibility, request.approvedBy]",
        differences(
            given,
            "expect: INFORMATION_NEEDED, missing: [request.approvedBy, request.soleFeasibility]"));
    assertEquals(
        "missing[][request.soleFeasibility, request.approvedBy]",
        differences(given, "expect: INFORMATION_NEEDED, missing: []"));
    assertEquals(
        "expect[ELIGIBLE][INFORMATION_NEEDED] rule[diagnostic-approved][]",
        differences(given, "expect: ELIGIBLE, rule: diagnostic-approved"));
  }

  @Test
  void whatIsNotExpectedIsNotCompared() {
    assertTrue(tested("request.procedure: other", "expect: OUT_OF_SCOPE").passes());
    assertFalse(tested("request.procedure: other", "expect: OUT_OF_SCOPE, clauses: []").passes());
  }

  @Test
  void whatFollowsTheNextStepIsCompared() {
    String given = BACK_PAIN + "coreCriteria: [], mcas.available: true, mcas.seen: false";
    assertEquals("", differences(given, "expect: MCAS_FIRST, afterwards: NOT_COMMISSIONED"));
    assertEquals(
        "afterwards[ELIGIBLE][NOT_COMMISSIONED]",
        differences(given, "expect: MCAS_FIRST, afterwards: ELIGIBLE"));
    assertEquals(
        List.of(new Difference(Aspect.AFTERWARDS, List.of("ELIGIBLE"), List.of())),
        tested("request.procedure: other", "expect: OUT_OF_SCOPE, afterwards: ELIGIBLE")
            .differences());
  }

  @Test
  void eachCaseIsDecidedOnItsOwnDate() {
    String expected = "expect: OUT_OF_SCOPE, cautions: [after-review]";
    assertEquals("", differences("request.procedure: other", "asOf: 2029-04-01, " + expected));
    assertEquals(
        "cautions[after-review][]",
        differences("request.procedure: other", "asOf: 2029-03-31, " + expected));
    assertEquals("cautions[after-review][]", differences("request.procedure: other", expected));
  }
}
