package clin087.coverage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.cases.Case;
import clin087.cases.CasesFile;
import clin087.cases.Deciders;
import clin087.cases.TestedCase;
import clin087.coverage.Coverage.Item;
import clin087.coverage.Coverage.Status;
import clin087.decision.EveryPartialReferral;
import clin087.decision.EveryPartialReferral.Tried;
import clin087.decision.RandomPolicies;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policyfile.PolicyFile;
import clin087.proof.Budget;
import clin087.proof.ImpliedFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Coverage, compared with a walk through every referral, complete or not. */
class CoverageTest {
  private static final int POLICIES = 600;
  private static final long MOST_REFERRALS = 600;

  private static Budget budget() {
    return new Budget(Duration.ofMinutes(5), Long.MAX_VALUE);
  }

  private static Coverage coverage(Policy policy, List<Case> cases) {
    Deciders deciders = new Deciders(policy, Given.AS_OF);
    return Coverage.of(deciders.test(cases), deciders, budget());
  }

  /** The points of a status, named as by {@link EveryPartialReferral}. */
  private static Set<String> with(Status status, Coverage coverage, Policy policy) {
    Set<String> names = new TreeSet<>();
    for (Item item : coverage.with(status)) {
      Point point = item.point();
      if (point.clause() != null) {
        names.add(point.clause().id() + " decides");
      }
      Rule rule = point.rule();
      if (rule != null && point.comparison() == null) {
        names.add(rule.id() + " " + point.way().words());
      }
    }
    for (Rule rule : policy.rules()) {
      List<Point> points = coverage.points().ofComparisons(rule);
      for (int i = 0; i < points.size(); i++) {
        if (coverage.of(points.get(i)).status() == status) {
          names.add(rule.id() + "#" + i / 3 + " " + points.get(i).way().words());
        }
      }
    }
    return names;
  }

  @Test
  void whatCanBeReachedIsExactlyWhatSomeReferralReaches() {
    int tried = 0;
    int impossible = 0;
    int openDefaults = 0;
    for (int seed = 0; seed < POLICIES; seed++) {
      Tried every = EveryPartialReferral.of(seed, MOST_REFERRALS);
      if (every == null) {
        continue;
      }
      String where = "seed " + seed + "\n" + every.yaml();
      Coverage none = coverage(every.policy(), List.of());
      assertEquals(Set.of(), with(Status.COVERED, none, every.policy()), where);
      assertEquals(Set.of(), with(Status.NOT_PROVED, none, every.policy()), where);
      assertEquals(new TreeSet<>(every.points()), with(Status.GAP, none, every.policy()), where);
      tried++;
      impossible += none.count(Status.IMPOSSIBLE);
      openDefaults += EveryPartialReferral.hasOpenDefault(seed) ? 1 : 0;
    }
    assertTrue(tried > 50, "tried: " + tried);
    assertTrue(impossible > 300, "impossible: " + impossible);
    assertTrue(openDefaults > 10, "defaults that give way: " + openDefaults);
  }

  @Test
  void whatIsProposedPassesAndLeavesNothingToPropose() {
    for (int seed = 0; seed < 120; seed++) {
      Policy policy = RandomPolicies.policy(seed);
      Deciders deciders = new Deciders(policy, Given.AS_OF);
      List<Case> cases = new ArrayList<>();
      cases.addAll(Proposals.of(coverage(policy, cases), cases, deciders, budget()));
      List<TestedCase> tested = deciders.test(cases);
      Coverage after = Coverage.of(tested, deciders, budget());
      String where = "seed " + seed + "\n" + RandomPolicies.yaml(seed);
      assertEquals(100, after.percent(), where);
      assertEquals(List.of(), Proposals.of(after, cases, deciders, budget()), where);
      for (TestedCase each : tested) {
        assertEquals(List.of(), each.differences(), where);
      }
    }
  }

  private static Policy policy(String yaml) {
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), file.problems());
    return file.policy();
  }

  @Test
  void theBuiltInPolicyIsCoveredByItsCases() {
    List<Case> cases = Given.cases();
    Coverage coverage = coverage(Given.POLICY, cases);
    assertEquals(List.of(), coverage.with(Status.GAP));
    assertEquals(List.of(), coverage.with(Status.NOT_PROVED));
    assertEquals(100, coverage.percent());
    assertEquals(
        List.of(
            "rule other-commissioner is unknown",
            "'patient.commissioner is not this-icb' in other-commissioner is unknown",
            "'request.trialContinuation' in ifr-pending-excluded is unknown",
            "'request.cosmetic' in ifr-pending-excluded is unknown",
            "'request.trialContinuation' in trial-continuation is unknown",
            "'request.cosmetic' in cosmetic is unknown",
            "rule not-routinely-commissioned fails",
            "rule not-routinely-commissioned is unknown"),
        coverage.with(Status.IMPOSSIBLE).stream().map(item -> item.point().toString()).toList());
    for (TestedCase each : new Deciders(Given.POLICY, Given.AS_OF).test(cases)) {
      assertEquals(List.of(), each.differences(), each.example().name());
    }
  }

  @Test
  void aBulletWithAClauseDecidesWhenItHolds() {
    // at least two of: treated; side is left (1.1); an adult who ... (1.2); ...
    String given =
        "age: 5, bmi: 10.0, score: -10, symptoms.since: 2026-11-22, symptoms.list: [pain]";
    assertEquals("clause 1.2 decides", clauses("side: both, treated: true, " + given));
    assertEquals(
        "clause 1.1 decides, clause 1.2 decides", clauses("side: left, treated: true, " + given));
  }

  private static String clauses(String given) {
    String rules =
        Given.resource("every-feature.yaml")
            .replace("        - age <= 80\n", "")
            .replace("        - age < 81\n", "")
            .replace("        - bmi <= 40\n", "")
            .replace("        - bmi < 40.1\n", "");
    Policy policy = policy(rules);
    String yaml = "cases: [{case: a, given: {" + given + "}, expect: NO, rule: nested}]";
    CasesFile file = CasesFile.read("it", yaml.getBytes(StandardCharsets.UTF_8), policy);
    assertEquals(
        List.of(),
        new Deciders(policy, Given.AS_OF).test(file.cases()).get(0).differences(),
        given);
    return coverage(policy, file.cases()).with(Status.COVERED).stream()
        .filter(item -> item.point().clause() != null)
        .map(item -> item.point().toString())
        .collect(Collectors.joining(", "));
  }

  @Test
  void casesOnDatesOfTheirOwnWidenWhatCanBeReached() {
    Policy policy =
        policy(
            Given.resource("small.yaml").replace("when: treated", "when: asOf after 2029-01-31"));
    assertEquals(
        Set.of("1.2 decides", "first fails", "first#0 fails", "rest decides", "rest holds"),
        with(Status.GAP, coverage(policy, List.of()), policy));
    String yaml = "cases: [{case: later, asOf: 2030-01-01, given: {}, expect: YES}]";
    CasesFile file = CasesFile.read("it", yaml.getBytes(StandardCharsets.UTF_8), policy);
    Coverage later = coverage(policy, file.cases());
    assertEquals(
        Set.of("1.1 decides", "first decides", "first holds", "first#0 holds"),
        with(Status.COVERED, later, policy));
    assertEquals(Set.of(), with(Status.GAP, later, policy), "no case is on a date before");
  }

  @Test
  void whatEveryReferralStatesIsNeverUnknown() {
    String yaml =
        Given.resource("small.yaml").replace("treated?\n", "treated?\n    required: true\n");
    Policy policy = policy(yaml);
    Coverage none = coverage(policy, List.of());
    assertEquals(
        Set.of("first is unknown", "first#0 is unknown", "rest fails", "rest is unknown"),
        with(Status.IMPOSSIBLE, none, policy));
    Deciders deciders = new Deciders(policy, Given.AS_OF);
    for (Case each : Proposals.of(none, List.of(), deciders, budget())) {
      assertTrue(each.referral().stated(Given.fact(policy, "/treated")) >= 0, each.name());
    }
  }

  @Test
  void aFactThatStatesAnotherIsStatedWithIt() {
    String states = "question: Since when?\n    states: {treated: true}\n";
    String rule =
        """
          - rule: recent
            clause: 1.2
            when: {all: [not treated, since after 2026-01-01]}
            verdict: NO
            action: Wait.
          - rule: earlier
            clause: 1.2
            when: since before 2026-01-01
            verdict: NO
            action: Wait.
          - rule: first
        """;
    Policy policy =
        policy(
            Given.resource("small.yaml")
                .replace("question: Since when?\n", states)
                .replace("  - rule: first\n", rule)
                .replace("[rest, old]", "[rest, old, recent, earlier]"));
    Coverage none = coverage(policy, List.of());
    Set<String> gaps = with(Status.GAP, none, policy);
    assertTrue(gaps.contains("earlier holds"), gaps::toString);
    assertTrue(gaps.contains("recent#0 holds"), gaps::toString);
    assertTrue(gaps.contains("recent decides"), "while the date is not stated: " + gaps);
    // no referral can state what a complete one would have to
    assertEquals(Set.of("recent holds"), with(Status.NOT_PROVED, none, policy));
    Deciders deciders = new Deciders(policy, Given.AS_OF);
    for (Case each : Proposals.of(none, List.of(), deciders, budget())) {
      long[] again = each.referral().stated().clone();
      assertEquals(null, ImpliedFacts.complete(policy, again), each.name());
      assertArrayEquals(each.referral().stated(), again, each.name());
    }
  }

  @Test
  void whatIsProposedWhenTheTimeIsOverIsLongerButAsGood() {
    Policy policy = Given.POLICY;
    Deciders deciders = new Deciders(policy, Given.AS_OF);
    Coverage none = coverage(policy, List.of());
    List<Case> brief = Proposals.of(none, List.of(), deciders, budget());
    Budget over = new Budget(Duration.ofSeconds(-1), Long.MAX_VALUE);
    List<Case> hasty = Proposals.of(none, List.of(), deciders, over);
    assertEquals(100, coverage(policy, hasty).percent());
    assertTrue(stated(hasty) > stated(brief), () -> stated(hasty) + " and " + stated(brief));
  }

  private static long stated(List<Case> cases) {
    long stated = 0;
    for (Case each : cases) {
      stated += Arrays.stream(each.referral().stated()).filter(c -> c != Fact.UNSTATED).count();
    }
    return stated / cases.size();
  }

  @Test
  void whatCannotBeProvedInTimeIsSaidSo() {
    Deciders deciders = new Deciders(Given.POLICY, Given.AS_OF);
    Coverage spent = Coverage.of(List.of(), deciders, new Budget(Duration.ofMinutes(5), 0));
    assertEquals(0, spent.percent());
    assertEquals(spent.total(), spent.count(Status.NOT_PROVED));
    assertEquals(List.of(), Proposals.of(spent, List.of(), deciders, budget()));
  }
}
