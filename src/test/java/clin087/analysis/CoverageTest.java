package clin087.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.analysis.Coverage.Item;
import clin087.analysis.Coverage.Status;
import clin087.decision.EveryPartialReferral;
import clin087.decision.EveryPartialReferral.Tried;
import clin087.decision.RandomPolicies;
import clin087.policy.Policy;
import clin087.policy.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What can be covered, and what is, beside a walk through every referral, complete or not. */
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
      assertEquals(
          new TreeSet<>(every.points()), with(Status.GAP, none, every.policy()), where);
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
      cases.addAll(Proposals.of(coverage(policy, cases), cases, deciders));
      List<TestedCase> tested = deciders.test(cases);
      Coverage after = Coverage.of(tested, deciders, budget());
      String where = "seed " + seed + "\n" + RandomPolicies.yaml(seed);
      assertEquals(100, after.percent(), where);
      assertEquals(List.of(), Proposals.of(after, cases, deciders), where);
      for (TestedCase each : tested) {
        assertEquals(List.of(), each.differences(), where);
      }
    }
  }
}
