package clin087.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.proof.Budget;
import clin087.proof.ReferralSpace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes that officers make, each planted in a policy without any finding. */
class PlantedMistakesTest {
  /** Criteria with a period, a number and a refusal, as documents word them. */
  private static final String POLICY =
      """
      policy:
        id: PLANTED
        title: A policy
        publisher: Nobody
        version: 1
        published: 2026-01
        reviewDue: 2027-01
        source: nowhere
      verdicts:
        - verdict: URGENT
          outcome: proceed
          label: Treat now
        - verdict: YES
          outcome: proceed
          label: Go ahead
        - verdict: CLINIC
          outcome: redirect
          label: The clinic first
          afterwards:
            seen: true
        - verdict: NO
          outcome: refuse
          label: Do not
        - verdict: ASK
          outcome: incomplete
          label: Ask
          action: Ask.
      facts:
        - path: /reference
          type: text
          about: the reference
          required: true
        - path: /date
          type: date
          about: the date of the referral
        - path: /core
          type: set
          values: {urgent: urgent, cancer: suspected cancer}
          question: Which core criteria apply?
        - path: /seen
          type: boolean
          question: Has the patient been seen in the clinic?
        - path: /since
          type: date
          question: Since when has there been pain?
        - path: /bmi
          type: decimal
          decimals: 1
          unit: kg/m2
          max: 100
          question: What is the body mass index?
        - path: /tried
          type: set
          values: {exercise: exercise, physio: physiotherapy, pills: painkillers}
          question: What has been tried?
      rules:
        - rule: urgent
          clause: 1.1
          attention: true
          when: {any: [core has urgent, core has cancer]}
          verdict: URGENT
          action: Treat now.
        - rule: clinic-first
          clause: 1.2
          when: not seen
          verdict: CLINIC
          action: Book the clinic.
        - rule: too-heavy
          clause: 1.4
          when: bmi > 40 kg/m2
          verdict: NO
          action: Do not.
        - rule: criteria-met
          clause: 1.3
          when:
            all:
              - since on or before 12 weeks ago
              - atLeast: 2
                of: [tried has exercise, tried has physio, tried has pills]
          verdict: YES
          action: Do.
        - rule: rest
          clause: 1.5
          when: otherwise
          verdict: NO
          action: Do not.
      cautions:
        - caution: urgent-stated
          notReported: [urgent]
          message: Look at {clause}.
        - caution: before
          when: date before 2026-01-01
          message: It is older than the policy.
        - caution: after
          when: asOf after 2027-01-31
          message: The review is due.
      sections:
        - section: 1
          title: One
          clauses:
            - clause: 1.1
              text: Patients in urgent need are always treated.
              encodedBy: [urgent, urgent-stated]
            - clause: 1.2
              text: The patient needs to be seen in the clinic first.
              encodedBy: [clinic-first]
            - clause: 1.3
              text: There has been pain for at least 12 weeks, and at least two of exercise, physiotherapy and painkillers were tried.
              encodedBy: [criteria-met]
            - clause: 1.4
              text: It is not commissioned for a BMI of more than 40 kg/m2.
              encodedBy: [too-heavy]
            - clause: 1.5
              text: Otherwise it is not commissioned.
              encodedBy: [rest]
      """;

  private static List<Finding> lint(String yaml) {
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), file.problems());
    Policy policy = Objects.requireNonNull(file.policy());
    Budget budget = new Budget(Duration.ofMinutes(5), Long.MAX_VALUE);
    return Lint.of(new ReferralSpace(policy, Given.AS_OF, budget), file.places());
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream()
        .map(Finding::code)
        .filter(code -> !code.equals("order"))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void thePolicyItselfIsFine() {
    assertEquals(List.of(), codes(lint(POLICY)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "on or before 12 weeks | on or before 10 weeks | other-number | they say \"at least 12 weeks\"",
        "on or before 12 weeks | on or before 12 months | other-number | 'since on or before 12 months ago'",
        "bmi > 40 kg/m2 | bmi > 35 kg/m2 | other-number | more than 40 kg/m2",
        "atLeast: 2 | atLeast: 3 | other-number | at least 3 of its bullets",
        "on or before 12 weeks | on or before 84 days | | ",
        "at least 12 weeks | twelve weeks or longer | | ",
        "at least 12 weeks | more than twelve weeks | other-boundary | the limit itself",
        "since on or before | since before | other-boundary | say \"at least 12 weeks\"",
        "bmi > 40 | bmi >= 40 | other-boundary | say \"more than 40 kg/m2\"",
        "on or before 12 weeks | after 12 weeks | other-way-round | check which side is meant",
        "bmi > 40 | bmi <= 40 | other-way-round | check which side is meant",
        "It is not commissioned for a BMI of more than 40 | Commissioned for a BMI of up to 40 | | ",
        "has been pain for | has been pain for six months, in the last year for | number-not-encoded | six months",
        "Since when has there been pain? | Has the patient been seen in the clinic? | same-question | /since asks the same question as /seen",
        "date before 2026-01-01 | date before 2025-01-01 | other-date | 'published' is 2026-01",
        "reviewDue: 2027-01 | reviewDue: 2028-01 | other-date | count from 2028-01-31; the cautions have 2027-01-31",
        "pills: painkillers} | pills: painkillers, rest: bed rest} | unread-value | the value rest of /tried",
        "      seen: true | since: 2026-01-01 | leads-back | CLINIC again",
        "notReported: [urgent] | clause: 1.1\\n    when: core has urgent | unguarded-attention | its clause 1.1",
        "core criteria apply? | core criteria apply?\\n    default: [] | default hidden-attention | hides the rule 'urgent'",
        "verdict: CLINIC\\n    action: Book | verdict: NO\\n    action: Book | never-reached | CLINIC",
      })
  void aMistakeIsFound(String right, String wrong, String codes, String says) {
    String old = right.strip().replace("\\n", "\n");
    assertTrue(POLICY.contains(old), old);
    List<Finding> findings = lint(POLICY.replace(old, wrong.replace("\\n", "\n")));
    List<String> expected = codes == null ? List.of() : List.of(codes.split(" ", -1));

    assertEquals(expected, codes(findings), findings.toString());
    assertTrue(
        says == null || findings.stream().anyMatch(it -> it.message().contains(says)),
        findings.toString());
  }

  @Test
  void aRefusalBeforeARuleWithAttentionIsAnError() {
    int urgent = POLICY.indexOf("  - rule: urgent");
    int clinic = POLICY.indexOf("  - rule: clinic-first");
    int met = POLICY.indexOf("  - rule: criteria-met");
    String late =
        POLICY.substring(0, urgent)
            + POLICY.substring(clinic, met)
            + POLICY.substring(urgent, clinic)
            + POLICY.substring(met);
    List<Finding> findings = lint(late);
    Finding found =
        findings.stream().filter(it -> it.kind() == FindingKind.REFUSED_FIRST).findFirst().get();
    assertEquals(Severity.ERROR, found.severity());
    assertTrue(found.message().contains("put 'urgent' before it"), found.message());
    assertEquals(1, found.examples().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"asOf after 2027-06-30", "asOf before 2025-06-30"})
  void aWindowOfTimeIsNoContradiction(String when) {
    String window =
        POLICY.replace(
            "  - rule: rest",
            "  - rule: window\n    clause: 1.5\n    when: "
                + when
                + "\n    verdict: YES\n    action: Do.\n  - rule: rest");
    List<Finding> findings = lint(window.replace("[rest]", "[rest, window]"));
    assertEquals(List.of(), codes(findings), findings.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "< 18, > 18, 18 meets neither",
    "<= 18, >= 18, 18 meets both",
    "< 18, >= 19, 18 meets neither",
    "< 18, >= 18, ''",
    "<= 18, > 18, ''"
  })
  void limitsThatDoNotCompleteEachOtherAreFound(String one, String other, String says) {
    String two =
        POLICY
            .replace("decimals: 1", "decimals: 0")
            .replace("when: bmi > 40 kg/m2", "when: {any: [bmi " + one + ", bmi " + other + "]}");
    List<Finding> found =
        lint(two).stream().filter(it -> it.kind() == FindingKind.BOUNDARY).toList();
    assertEquals(says.isEmpty() ? 0 : 1, found.size());
    assertTrue(found.isEmpty() || found.get(0).message().contains(says), found.toString());
  }
}
