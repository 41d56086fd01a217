package clin087.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision;
import clin087.decision.Decisions;
import clin087.decision.LargePolicy;
import clin087.decision.RandomPolicies;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.referral.Referral;
import clin087.report.ReferralJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The impact of random revisions beside what both policies decide of every single referral. */
class ImpactTest {
  private static final int REVISIONS = 20;

  /** How many times as much the long form of the search tries. */
  private static final int LONG = 4;

  private static final int MOST_REFERRALS = 300;

  private int compared;
  private int different;
  private int byReason;
  private int onlyNew;
  private int onlyOld;

  @Test
  void everyReferralIsWhereItIsSaidToBe() {
    search(1);
  }

  @Test
  @Tag("long")
  void everyReferralOfManyMoreRevisionsIsWhereItIsSaidToBe() {
    search(LONG);
  }

  private void search(int times) {
    int same = 0;
    for (int seed = 0; seed < times * REVISIONS; seed++) {
      String before = RandomPolicies.yaml(seed);
      String after =
          seed % 5 == 0 ? RandomPolicies.yaml(seed + 1) : new RandomRevision(seed).of(before);
      same += compare("seed " + seed, before, after) ? 1 : 0;
    }
    assertTrue(same >= times, "the same: " + same);
    assertTrue(different > times * 300, "different: " + different + " of " + compared);
    assertTrue(byReason > times * 30, "for another reason: " + byReason + " of " + compared);
    assertTrue(onlyNew > times * 30, "only the new one reads: " + onlyNew);
    assertTrue(onlyOld > times * 30, "only the old one reads: " + onlyOld);
  }

  @Test
  void aLargePolicyIsComparedByItsRules() {
    LargePolicy large = new LargePolicy();
    Policy before = RandomRevision.policy(large.text());
    large
        .rule(100)
        .put("verdict", large.rule(100).get("verdict").asString().equals("V1") ? "V2" : "V1");
    Policy after = RandomRevision.policy(large.text());
    Impact impact = Impact.of(before, after, Given.AS_OF, Duration.ofMinutes(2));
    assertFalse(impact.verdicts().proved());
    assertTrue(impact.byRulesProved());
    assertEquals(1, impact.byRules().size());
    RuleChange change = impact.byRules().get(0);
    assertEquals("r100 r100", change.before().id() + " " + change.after().id());
    SharedReferrals referrals = new SharedReferrals(before, after);
    String json =
        new String(
            ReferralJson.write(change.example(), "EXAMPLE").toByteArray(), StandardCharsets.UTF_8);
    assertEquals(
        change.before().verdict().id(),
        decisions(before).of(referrals.read(before, json)).verdict().id());
    assertEquals(
        change.after().verdict().id(),
        decisions(after).of(referrals.read(after, json)).verdict().id());
  }

  @Test
  void aLargePolicyThatOnlyLooksDifferentIsProvedTheSame() {
    LargePolicy large = new LargePolicy();
    Policy before = RandomRevision.policy(large.text());
    large.weaken(50);
    Policy after = RandomRevision.policy(large.text());
    Impact impact = Impact.of(before, after, Given.AS_OF, Duration.ofMinutes(2));
    assertTrue(impact.isNone());
    assertFalse(impact.reasons().proved());
  }

  @Test
  void whatThereIsNoTimeForIsNotGuessed() {
    Policy before = RandomPolicies.policy(1);
    Policy after = RandomPolicies.policy(2);
    Impact impact = Impact.of(before, after, Given.AS_OF, Duration.ZERO);
    assertFalse(impact.verdicts().proved());
    assertFalse(impact.byRulesProved());
    assertFalse(impact.isNone());
    assertTrue(Impact.of(before, before, Given.AS_OF, Duration.ZERO).isNone());
  }

  private boolean compare(String where, String oldText, String newText) {
    Policy before = RandomRevision.policy(oldText);
    Policy after = RandomRevision.policy(newText);
    Impact impact = Impact.of(before, after, Given.AS_OF, Duration.ofMinutes(1));
    String all = where + "\n" + oldText + "\n" + newText + "\n";
    assertTrue(impact.isProved(), all);
    SharedReferrals referrals = new SharedReferrals(before, after);
    Decisions oldDecisions = decisions(before);
    Decisions newDecisions = decisions(after);
    boolean same = true;
    for (Map<String, Object> stated : referrals.all(MOST_REFERRALS, where.hashCode())) {
      String json = referrals.json(stated);
      Referral old = referrals.read(before, json);
      Referral now = referrals.read(after, json);
      if (old == null && now == null) {
        continue;
      }
      String here = all + json + "\n" + impact;
      if (old == null || now == null) {
        Map<String, Object> left = referrals.without(old == null ? before : after, stated);
        Referral without = referrals.read(old == null ? before : after, referrals.json(left));
        oneSided(
            old == null ? impact.onlyNew() : impact.onlyOld(),
            verdict(oldDecisions, old == null ? without : old),
            verdict(newDecisions, now == null ? without : now),
            isComplete(before, after, stated),
            here);
        onlyNew += old == null ? 1 : 0;
        onlyOld += now == null ? 1 : 0;
        continue;
      }
      PolicyAnswer oldAnswer = answer(before, oldDecisions.of(old));
      PolicyAnswer newAnswer = answer(after, newDecisions.of(now));
      compared++;
      boolean verdict = oldAnswer.hasOtherVerdict(newAnswer);
      boolean reason = oldAnswer.hasOtherReason(newAnswer);
      different += verdict ? 1 : 0;
      byReason += reason ? 1 : 0;
      same &= !verdict && !reason;
      here += "\n" + oldAnswer + "\n" + newAnswer;
      Placed placed = new Placed(before, old, after, now, stated);
      assertEquals(verdict ? 1 : 0, count(impact.verdicts(), placed, oldAnswer, newAnswer), here);
      int said = count(impact.reasons(), placed, oldAnswer, newAnswer);
      boolean byAttention = reason && !oldAnswer.with(true).hasOtherReason(newAnswer.with(true));
      if (!byAttention || said > 1 || isComplete(before, after, stated)) {
        // of referrals that leave facts out, not every one is said that differs by attention alone
        assertEquals(reason ? 1 : 0, said, here);
      }
    }
    for (Impact.Difference difference : List.of(impact.verdicts(), impact.reasons())) {
      for (ReferralGroup group : difference.groups()) {
        example(all, group, before, after, referrals);
      }
      for (ReferralGroup group : difference.partial()) {
        example(all, group, before, after, referrals);
      }
    }
    if (same && !referrals.sampled) {
      assertTrue(impact.verdicts().isNone() && impact.reasons().isNone(), all + impact);
    }
    return same;
  }

  private static String verdict(Decisions decisions, @Nullable Referral referral) {
    return referral == null ? PolicyAnswer.INVALID : decisions.of(referral).verdict().id();
  }

  /** Whether a referral states all that both policies declare. */
  private static boolean isComplete(Policy before, Policy after, Map<String, Object> stated) {
    for (Fact fact : before.facts()) {
      boolean both = after.facts().stream().anyMatch(each -> each.path().equals(fact.path()));
      Object value = stated.get(fact.path());
      boolean wholly = value != null && !(value instanceof Map<?, ?>);
      if (both && !wholly && !fact.isReference()) {
        return false;
      }
    }
    return true;
  }

  /** What only one policy can read is said, with what either decides of it. */
  private static void oneSided(
      List<OneSidedGroup> groups, String old, String now, boolean complete, String here) {
    assertFalse(groups.isEmpty(), here);
    if (complete) {
      assertTrue(
          groups.stream()
              .anyMatch(
                  group ->
                      group.before().verdict().equals(old) && group.after().verdict().equals(now)),
          () -> old + " -> " + now + "\n" + here);
    }
  }

  private static void example(
      String all, ReferralGroup group, Policy before, Policy after, SharedReferrals referrals) {
    if (group.example() == null) {
      return;
    }
    String json =
        new String(
            ReferralJson.write(group.example(), "EXAMPLE").toByteArray(), StandardCharsets.UTF_8);
    String here = all + group + "\n" + json;
    Referral old = referrals.read(before, json);
    Referral now = referrals.read(after, json);
    assertTrue(old != null && now != null, here);
    check(group.before(), before, old, here);
    check(group.after(), after, now, here);
  }

  private static void check(PolicyAnswer expected, Policy policy, Referral referral, String here) {
    PolicyAnswer answer = answer(policy, decisions(policy).of(referral));
    assertEquals(expected.verdict(), answer.verdict(), here);
    assertTrue(
        answer.open() || expected.clauses().containsAll(answer.clauses()), here + "\n" + answer);
  }

  /** Decisions by the rules alone, so that it is they that give attention. */
  private static Decisions decisions(Policy policy) {
    Policy rules =
        new Policy(
            policy.identity(),
            policy.sections(),
            policy.facts(),
            policy.verdicts(),
            policy.rules(),
            List.of());
    return new Decisions(Given.decider(rules, Given.AS_OF, List.of()));
  }

  private static PolicyAnswer answer(Policy policy, Decision decision) {
    if (!decision.isSettled()) {
      return NumberedAnswers.incomplete(policy, decision.attention());
    }
    Set<Integer> rules = new TreeSet<>();
    decision.deciding().forEach(rule -> rules.add(rule.index()));
    return NumberedAnswers.of(policy, rules, decision.attention());
  }

  private static int count(
      Impact.Difference difference, Placed placed, PolicyAnswer oldAnswer, PolicyAnswer newAnswer) {
    int count = 0;
    for (ReferralGroup group : difference.groups()) {
      count += placed.isStatedIn(group) ? right(group, oldAnswer, newAnswer) : 0;
    }
    for (ReferralGroup group : difference.partial()) {
      count += placed.isIn(group) ? right(group, oldAnswer, newAnswer) : 0;
    }
    return count;
  }

  private static int right(ReferralGroup group, PolicyAnswer oldAnswer, PolicyAnswer newAnswer) {
    boolean right =
        group.before().verdict().equals(oldAnswer.verdict())
            && group.after().verdict().equals(newAnswer.verdict())
            && group.before().clauses().containsAll(oldAnswer.clauses())
            && group.after().clauses().containsAll(newAnswer.clauses());
    return right ? 1 : 100;
  }

  /** A referral as both policies see it. */
  private record Placed(
      Policy before, Referral old, Policy after, Referral now, Map<String, Object> stated) {
    /** Whether it states what a group names, or both policies assume that. */
    boolean isStatedIn(ReferralGroup group) {
      return group.facts().stream()
          .allMatch(
              values -> {
                Object value = stated.get(values.fact().path());
                if (value != null || values.unstated() || values.fact().type() == FactType.SET) {
                  return allows(values, value);
                }
                Object one = assumed(before, old, values.fact().path());
                Object other = assumed(after, now, values.fact().path());
                return one != null
                    && other != null
                    && values.fact().type() != FactType.SET
                    && allows(values, one)
                    && allows(values, other);
              });
    }

    /** Whether it states what a group names, and nothing of what that says is not stated. */
    boolean isIn(ReferralGroup group) {
      return group.facts().stream()
          .allMatch(values -> allows(values, stated.get(values.fact().path())));
    }

    private static boolean allows(FactValues values, @Nullable Object value) {
      Fact fact = values.fact();
      if (fact.type() == FactType.SET) {
        return allowsSet(values, value);
      }
      if (value == null) {
        return values.unstated();
      }
      if (!values.stated()) {
        return false;
      }
      if (fact.type() == FactType.TEXT) {
        return true;
      }
      long code = fact.type().isListed() ? fact.choice((String) value) : fact.code((String) value);
      return values.values().stream().anyMatch(each -> each.min() <= code && code <= each.max());
    }

    private static boolean allowsSet(FactValues values, @Nullable Object value) {
      boolean unstated = value == null || (value instanceof Map<?, ?> members && members.isEmpty());
      if (unstated) {
        return values.unstated();
      }
      if (!values.stated()) {
        return false;
      }
      if (!values.note().isEmpty()
          && values.note().equals("as a list") != value instanceof Set<?>) {
        return false;
      }
      for (int i = 0; i < values.fact().choices().size(); i++) {
        String word = values.fact().choices().get(i).value();
        Boolean has =
            value instanceof Set<?> all
                ? (Boolean) all.contains(word)
                : value instanceof Map<?, ?> members ? (Boolean) members.get(word) : null;
        long bit = 1L << i;
        boolean fits =
            has == null
                ? ((values.present() | values.absent() | values.notUnknown()) & bit) == 0
                : has
                    ? ((values.absent() | values.unknown() | values.notPresent()) & bit) == 0
                    : ((values.present() | values.unknown() | values.notAbsent()) & bit) == 0;
        if (!fits) {
          return false;
        }
      }
      return true;
    }

    private static @Nullable Object assumed(Policy policy, Referral referral, String path) {
      for (Fact fact : policy.facts()) {
        boolean givesWay =
            fact.assumedUnless().stream()
                .anyMatch(other -> referral.stated()[other] != Fact.UNSTATED);
        if (fact.path().equals(path)
            && referral.stated(fact) == Fact.UNSTATED
            && fact.assumed() != Fact.UNSTATED
            && fact.type() != FactType.TEXT
            && fact.type() != FactType.SET
            && !givesWay) {
          return fact.words(fact.assumed()).get(0);
        }
      }
      return null;
    }
  }
}
