package clin087.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.RandomPolicies;
import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Facts;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PolicyCompletions, compared with a walk through each of them, with sets that are known in part
 * too.
 */
class ReferralCompletionsTest {
  private static final int POLICIES = 50;
  private static final int LONG = 10 * POLICIES;
  private static final int REFERRALS = 4;
  private static final int MOST = 3_000;

  @Test
  void completionsComeToWhatTheyComeToOneByOne() {
    compare(POLICIES);
  }

  @Test
  @Tag("long")
  void completionsOfManyMorePoliciesComeToWhatTheyComeToOneByOne() {
    compare(LONG);
  }

  private static void compare(int policies) {
    int several = 0;
    for (int seed = 0; seed < policies; seed++) {
      Policy policy = RandomPolicies.policy(seed);
      Random random = new Random(seed);
      PolicyCompletions completions = new PolicyCompletions(policy, Given.AS_OF);
      PolicyCompletions searching = PolicyCompletions.bounded(policy, Given.AS_OF, 0);
      for (int i = 0; i < REFERRALS; i++) {
        Facts known = known(policy, random);
        ReferralSpace space =
            new ReferralSpace(
                policy, Given.AS_OF, new Budget(Duration.ofMinutes(5), Long.MAX_VALUE), known);
        if (Referrals.count(space) > MOST) {
          continue;
        }
        List<long[]> all = Referrals.every(space);
        Reach expected = expected(space, known, all);
        several += expected.rules().cardinality() > 1 ? 1 : 0;
        ReferralCompletions drawn = completions.of(known);
        ReferralCompletions searched = searching.of(known);
        assertSame(expected, drawn.reach(), "seed " + seed);
        assertSame(expected, searched.reach(), "searched, seed " + seed);
        for (Rule rule : policy.rules()) {
          Truth truth = truth(space, rule.when(), all);
          String where = "seed " + seed + " " + rule.id();
          assertEquals(truth, drawn.truth(rule.when()), where);
          assertEquals(truth, searched.truth(rule), "searched, " + where);
        }
      }
    }
    assertTrue(several > policies / 3, "several rules: " + several);
  }

  @Test
  void aConditionImpliesAnotherWhereEveryReferralThatMeetsItMeetsTheOther() {
    int implied = 0;
    for (int seed = 0; seed < LONG / 2; seed++) {
      Policy policy = RandomPolicies.policy(seed);
      PolicyCompletions completions = new PolicyCompletions(policy, Given.AS_OF);
      PolicyCompletions searching = PolicyCompletions.bounded(policy, Given.AS_OF, 0);
      ReferralSpace space = new ReferralSpace(policy, Given.AS_OF, Budget.unlimited());
      if (Referrals.count(space) > MOST) {
        continue;
      }
      List<long[]> all = Referrals.every(space);
      for (Rule rule : policy.rules()) {
        for (Rule other : policy.rules()) {
          boolean expected =
              all.stream()
                  .allMatch(
                      codes ->
                          !space.holds(rule.when(), codes) || space.holds(other.when(), codes));
          assertEquals(expected, completions.implies(rule.when(), other.when()), "seed " + seed);
          assertEquals(expected, searching.implies(rule.when(), other.when()), "searched " + seed);
          implied += expected && rule.index() != other.index() ? 1 : 0;
        }
      }
    }
    assertTrue(implied > 50, "implied: " + implied);
  }

  private static void assertSame(Reach expected, Reach actual, String where) {
    assertEquals(expected.rules(), actual.rules(), where);
    assertEquals(names(expected.forVerdict()), names(actual.forVerdict()), where);
    assertEquals(names(expected.forAction()), names(actual.forAction()), where);
  }

  private static List<String> names(List<Variable> variables) {
    return variables.stream().map(each -> each.fact().path() + " " + each.member()).toList();
  }

  private static Truth truth(ReferralSpace space, Condition condition, List<long[]> all) {
    long held = all.stream().filter(codes -> space.holds(condition, codes)).count();
    return held == 0 ? Truth.FALSE : held == all.size() ? Truth.TRUE : Truth.UNKNOWN;
  }

  private static Reach expected(ReferralSpace space, Facts known, List<long[]> all) {
    BitSet rules = new BitSet();
    List<Variable> forVerdict = new ArrayList<>();
    List<Variable> forAction = new ArrayList<>();
    for (long[] codes : all) {
      rules.set(deciding(space, codes).index());
    }
    for (Variable variable : space.variables()) {
      if (variable.isOpen(known.value(variable.fact()))) {
        boolean verdict = false;
        boolean action = false;
        for (long[] codes : all) {
          for (int region = 0; region < variable.regions().size(); region++) {
            Rule before = deciding(space, codes);
            Rule after = deciding(space, with(codes, variable, region));
            verdict |= before.verdict().index() != after.verdict().index();
            action |= !before.action().equals(after.action());
          }
        }
        if (verdict) {
          forVerdict.add(variable);
        }
        if (action) {
          forAction.add(variable);
        }
      }
    }
    return new Reach(rules, forVerdict, forAction);
  }

  private static long[] with(long[] codes, Variable variable, int region) {
    long[] changed = codes.clone();
    int fact = variable.fact().index();
    long value = variable.regions().representative(region);
    changed[fact] =
        variable.fact().type() == FactType.SET
            ? (codes[fact] & ~(1L << variable.member())) | value
            : value;
    return changed;
  }

  private static Rule deciding(ReferralSpace space, long[] codes) {
    Rule rule = space.deciding(codes);
    if (rule == null) {
      throw new AssertionError("the last rule always holds");
    }
    return rule;
  }

  /** Some facts known, sets in part. */
  private static Facts known(Policy policy, Random random) {
    long[] codes = policy.nothingStated();
    for (Variable variable :
        new ReferralSpace(policy, Given.AS_OF, Budget.unlimited()).variables()) {
      Fact fact = variable.fact();
      if (random.nextInt(3) == 0) {
        int region = random.nextInt(variable.regions().size());
        long value = variable.regions().representative(region);
        if (fact.type() == FactType.SET) {
          long code = codes[fact.index()];
          long bit = 1L << variable.member();
          long has = code == Fact.UNSTATED ? 0 : code & ~(fact.open(code) << Fact.MOST_MEMBERS);
          codes[fact.index()] = fact.partly(has | value, fact.open(code) & ~bit);
        } else {
          codes[fact.index()] = value;
        }
      }
    }
    return new KnownFacts(codes, Given.AS_OF);
  }
}
