package clin087.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.RandomPolicies;
import clin087.policy.Condition.Comparison;
import clin087.policy.Policy;
import clin087.policy.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search, compared with a walk through every complete referral. */
class SearchTest {
  private static final int POLICIES = 250;

  private static ReferralSpace space(Policy policy) {
    return new ReferralSpace(
        policy, Given.AS_OF, new Budget(Duration.ofMinutes(5), Long.MAX_VALUE));
  }

  @Test
  void anExampleIsFoundExactlyWhereThereIsOne() {
    int impossible = 0;
    for (int seed = 0; seed < POLICIES; seed++) {
      Policy policy = RandomPolicies.policy(seed);
      ReferralSpace space = space(policy);
      if (Referrals.count(space) > 5_000) {
        continue;
      }
      List<long[]> all = Referrals.every(space);
      for (Rule rule : policy.rules()) {
        String where = "seed " + seed + ", " + rule.id();
        boolean decides = all.stream().anyMatch(codes -> rule.equals(space.deciding(codes)));
        long[] example = space.before(rule).where(rule.when()).example();
        assertEquals(decides, example != null, where);
        if (example != null) {
          assertEquals(rule, space.deciding(example), where);
        } else {
          impossible++;
        }
        List<Comparison> comparisons = new ArrayList<>();
        rule.when().collectInto(comparisons);
        for (Comparison comparison : comparisons) {
          boolean fails =
              all.stream()
                  .anyMatch(
                      codes -> reaches(space, rule, codes) && !space.holds(comparison, codes));
          assertEquals(fails, space.before(rule).whereNot(comparison).isPossible(), where);
        }
      }
    }
    assertTrue(impossible > 20, "rules that never decide: " + impossible);
  }

  private static boolean reaches(ReferralSpace space, Rule rule, long[] codes) {
    Rule deciding = space.deciding(codes);
    return deciding == null || deciding.index() >= rule.index();
  }

  @Test
  void everyRuleOfTheBuiltInPolicyDecidesSomewhere() {
    ReferralSpace space = space(Given.POLICY);
    for (Rule rule : Given.POLICY.rules()) {
      long[] example = space.before(rule).where(rule.when()).example();
      assertNotNull(example, rule.id());
      assertEquals(rule, space.deciding(example), rule.id());
    }
    assertNull(space.undecided(Given.POLICY.rules().size()).example());
  }

  @Test
  void aBudgetThatIsSpentIsSaid() {
    ReferralSpace poor =
        new ReferralSpace(Given.POLICY, Given.AS_OF, new Budget(Duration.ofMinutes(5), 3));
    assertThrows(
        Budget.Spent.class, () -> poor.undecided(Given.POLICY.rules().size()).isPossible());
  }
}
