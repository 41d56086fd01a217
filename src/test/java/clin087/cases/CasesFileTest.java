package clin087.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.cases.Case.Expectation;
import clin087.policy.Fact;
import clin087.policy.Place;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of cases: what is read of them, and what is said of each thing that is wrong. */
class CasesFileTest {
  private static final Policy POLICY = Given.everyFeature();

  private static final String GOOD =
      """
      asOf: 2026-11-22
      cases:
        - case: Everything that can be said
          asOf: 2027-01-01
          given:
            age: 17
            bmi: 25.5
            score: -3
            treated: true
            side: both
            symptoms.list: [pain, numbness]
          expect: ASK
          rule: words
          clauses: [1.1, 1.2]
          missing: [side, age]
          afterwards: NO
          cautions: [lost, old]
        - case: "Nothing: at all"
          given: {}
          expect: NO
      """;

  private static CasesFile read(Policy policy, String yaml) {
    return CasesFile.read("some.tests.yaml", yaml.getBytes(StandardCharsets.UTF_8), policy);
  }

  private static long stated(Case each, String path) {
    return each.referral().stated(Given.fact(POLICY, path));
  }

  @Test
  void everyKeyIsRead() {
    CasesFile file = read(POLICY, GOOD);
    assertEquals(List.of(), file.problems());
    Case all = file.cases().get(0);
    assertEquals("Everything that can be said", all.name());
    assertEquals(new Place("some.tests.yaml", 3, 11), all.at());
    assertEquals(LocalDate.of(2027, 1, 1), all.asOf());
    assertEquals(17, stated(all, "/age"));
    assertEquals(255, stated(all, "/bmi"));
    assertEquals(-3, stated(all, "/score"));
    assertEquals(1, stated(all, "/treated"));
    assertEquals(2, stated(all, "/side"));
    assertEquals(0b101, stated(all, "/symptoms/list"));
    assertEquals(Fact.UNSTATED, stated(all, "/symptoms/since"));
    assertEquals(
        List.of(
            new Expectation(Aspect.VERDICT, List.of("ASK")),
            new Expectation(Aspect.RULE, List.of("words")),
            new Expectation(Aspect.CLAUSES, List.of("1.1", "1.2")),
            new Expectation(Aspect.MISSING, List.of("side", "age")),
            new Expectation(Aspect.AFTERWARDS, List.of("NO")),
            new Expectation(Aspect.CAUTIONS, List.of("lost", "old"))),
        all.expected());
    Case nothing = file.cases().get(1);
    assertEquals(LocalDate.of(2026, 11, 22), nothing.asOf(), "the date of the file");
    assertEquals(List.of(new Expectation(Aspect.VERDICT, List.of("NO"))), nothing.expected());
    for (Fact fact : POLICY.facts()) {
      assertEquals(Fact.UNSTATED, nothing.referral().stated(fact));
    }
  }

  @Test
  void whatOneFactStatesOfAnotherIsStated() {
    CasesFile file =
        read(
            Given.POLICY,
            """
            cases:
              - case: seen
                given: {mcas.seenOn: 2026-10-05, ifr.reference: IFR-1}
                expect: INFORMATION_NEEDED
            """);
    Case seen = file.cases().get(0);
    assertEquals(1, seen.referral().stated(Given.fact(Given.POLICY, "/mcas/seen")));
    assertEquals(1, seen.referral().stated(Given.fact(Given.POLICY, "/ifr/reference")));
    assertNull(seen.asOf());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cases:                         | case:                   | 2:1  | unknown-key
          asOf: 2026-11-22               | asOf: 2026-02-30        | 1:7  | unknown-value
          asOf: 2027-01-01               | asOf: soon              | 4:11 | unknown-value
          - case: Everything that can be said | - case: 'Nothing: at all' | 18:11 | duplicate-id
          - case: Everything that can be said | - case: | 3:10 | missing-key
          expect: ASK                    | expct: ASK              | 12:5 | unknown-key
          expect: ASK                    | expect: ASKS            | 12:13 | unknown-verdict
          afterwards: NO                 | afterwards: NONE        | 16:17 | unknown-verdict
          rule: words                    | rule: wrds              | 13:11 | unknown-rule
          [1.1, 1.2]                     | [1.1, 1.4]              | 14:20 | unknown-clause
          [side, age]                    | [side, agee]            | 15:21 | unknown-fact
          [side, age]                    | side                    | 15:14 | wrong-type
          [lost, old]                    | [lost, olt]             | 17:22 | unknown-caution
          score: -3                      | skore: -3               | 8:7  | unknown-fact
          age: 17                        | age: 131                | 6:12 | unknown-value
          bmi: 25.5                      | bmi: 25.55              | 7:12 | unknown-value
          treated: true                  | treated: yes            | 9:16 | unknown-value
          side: both                     | side: bth               | 10:13 | unknown-value
          side: both                     | side: [both]            | 10:13 | wrong-type
          [pain, numbness]               | pain                    | 11:22 | wrong-type
          [pain, numbness]               | [pain, pains]           | 11:29 | unknown-value
          [pain, numbness]               | [pain, pain]            | 11:29 | repeated-value
          rule: words                    | rules: [wrds]           | 13:13 | unknown-rule
          rule: words                    | attention: maybe        | 13:16 | unknown-value
          rule: words                    | actions: [wrds]         | 13:15 | unknown-rule
          rule: words                    | missingForAction: [agee] | 13:24 | unknown-fact
          rule: words                    | open: [symptoms.list.pains] | 13:12 | unknown-value
          [pain, numbness]               | {pains: true}           | 11:23 | unknown-value
          [pain, numbness]               | {pain: maybe}           | 11:29 | unknown-value
          given: {}                      | gvn: {}                 | 19:5 | unknown-key
          given: {}                      | given: []               | 19:12 | wrong-type
          given: {}                      | given: {symptoms.since: 2026-01-01, symptoms.list: []} | \
          19:41 | contradiction
          """)
  void everyMistakeIsReportedInItsPlace(String right, String wrong, String place, String code) {
    String yaml =
        GOOD.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong);
    CasesFile file = read(POLICY, yaml);
    assertEquals(List.of(), file.cases());
    assertTrue(
        file.problems().stream()
            .anyMatch(
                it -> (it.line() + ":" + it.column() + " " + it.code()).equals(place + " " + code)),
        () -> place + " " + code + " is not among " + file.problems());
  }

  @Test
  void aSetCanBeGivenMemberByMember() {
    String yaml = GOOD.replace("[pain, numbness]", "{pain: true, numbness: false}");
    CasesFile file = read(POLICY, yaml);
    assertEquals(List.of(), file.problems());
    Fact set = Given.fact(POLICY, "/symptoms/list");
    long weakness = set.code("weakness");
    assertEquals(
        set.partly(set.code("pain"), weakness), stated(file.cases().get(0), "/symptoms/list"));
  }

  @Test
  void everyFurtherExpectationIsRead() {
    String yaml =
        GOOD.replace(
            "rule: words",
            "rules: [words, rest]\n    attention: true\n    actions: [rest]\n"
                + "    missingForAction: [age]\n    open: [symptoms.list.pain]");
    CasesFile file = read(POLICY, yaml);
    assertEquals(List.of(), file.problems());
    List<Expectation> expected = file.cases().get(0).expected();
    assertTrue(expected.contains(new Expectation(Aspect.RULES, List.of("words", "rest"))));
    assertTrue(expected.contains(new Expectation(Aspect.ATTENTION, List.of("true"))));
    assertTrue(expected.contains(new Expectation(Aspect.ACTIONS, List.of("rest"))));
    assertTrue(expected.contains(new Expectation(Aspect.MISSING_FOR_ACTION, List.of("age"))));
    assertTrue(expected.contains(new Expectation(Aspect.OPEN, List.of("symptoms.list.pain"))));
  }

  @Test
  void aDateIsGivenWithinItsLimits() {
    String yaml = GOOD.replace("age: 17", "treatedOn: 2027-01-02");
    Problem problem = read(POLICY, yaml).problems().get(0);
    assertEquals("unknown-value", problem.code());
    assertTrue(problem.message().contains("to 2027-01-01 (the date of the check)"));
  }

  @Test
  void theNearestNameIsNamed() {
    CasesFile file =
        read(Given.POLICY, "cases: [{case: a, given: {/mcas/seen: true}, expect: ELIGIBEL}]");
    assertEquals(2, file.problems().size());
    assertTrue(file.problems().get(0).message().contains("did you mean 'mcas.seen'?"));
    assertTrue(file.problems().get(1).message().contains("did you mean 'ELIGIBLE'?"));
  }

  @Test
  void whatEveryReferralMustStateACaseMustGive() {
    String yaml =
        Given.resource("every-feature.yaml")
            .replace("    max: 130\n", "    max: 130\n    required: true\n");
    Policy policy = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8)).policy();
    List<Problem> problems = read(policy, GOOD).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals("missing-key", problems.get(0).code());
    assertTrue(problems.get(0).message().contains("'age'"), problems::toString);
  }

  @Test
  void whatIsNoFileOfCasesIsSaidSo() {
    for (String yaml :
        List.of(
            "",
            "5",
            "[]",
            "a: &a [*a]",
            "cases: {}",
            "cases: 5",
            "'",
            "{}",
            "cases: [{}]",
            "cases: [5]")) {
      assertTrue(read(POLICY, yaml).problems().size() > 0, yaml);
    }
    assertEquals(List.of(), read(POLICY, "cases: []").problems());
  }

  @Test
  void aDamagedFileIsReadToItsEnd() throws IOException {
    String whole = Files.readString(Path.of("policies", "CMICB_Clin087.tests.yaml"));
    int accepted = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      int at = random.nextInt(whole.length());
      int to = Math.min(whole.length(), at + 1 + random.nextInt(4));
      String mark = String.valueOf("\0\t\n :-#&*!|>'\"[]{},.a".charAt(random.nextInt(21)));
      String damaged = whole.substring(0, at) + (seed % 2 == 0 ? mark : "") + whole.substring(to);
      CasesFile file = read(Given.POLICY, damaged);
      accepted += file.problems().isEmpty() ? 1 : 0;
      assertEquals(file.problems().isEmpty(), !file.cases().isEmpty(), "seed " + seed);
      for (Problem problem : file.problems()) {
        assertTrue(problem.line() > 0 && problem.column() > 0, problem::toString);
      }
    }
    assertTrue(accepted > 20 && accepted < 280, "some damage is to names only: " + accepted);
  }
}
