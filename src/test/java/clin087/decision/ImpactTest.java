package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.referral.Referral;
import clin087.report.ReferralJson;
import clin087.revision.Answer;
import clin087.revision.Impact;
import clin087.revision.Interval;
import clin087.revision.Region;
import clin087.revision.Region.Part;
import clin087.revision.RuleChange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The impact of random revisions beside what both policies decide of every single referral. */
class ImpactTest {
  private static final int REVISIONS = 120;
  private static final int MOST_REFERRALS = 300;

  private int compared;
  private int different;
  private int byClause;

  @Test
  void everyReferralIsWhereItIsSaidToBe() {
    int same = 0;
    for (int seed = 0; seed < REVISIONS; seed++) {
      Model model = new RandomModel(seed).next();
      String before = new ModelText(model).policy();
      String after =
          seed % 5 == 0
              ? new ModelText(new RandomModel(seed + 1).next()).policy()
              : new RandomRevision(seed).of(before);
      same += compare("seed " + seed, before, after) ? 1 : 0;
    }
    assertTrue(same > 5, "the same: " + same);
    assertTrue(different > 1_000, "different: " + different + " of " + compared);
    assertTrue(byClause > 100, "by another clause: " + byClause + " of " + compared);
  }

  @Test
  void aLargePolicyIsComparedByItsRules() {
    LargePolicy large = new LargePolicy();
    Policy before = RandomRevision.policy(large.text());
    large
        .rule(100)
        .put("verdict", large.rule(100).get("verdict").asString().equals("V1") ? "V2" : "V1");
    Policy after = RandomRevision.policy(large.text());
    Impact impact = Impact.of(before, after, BruteForceTest.AS_OF, Duration.ofMinutes(2));
    assertFalse(impact.verdictsProved());
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
    Impact impact = Impact.of(before, after, BruteForceTest.AS_OF, Duration.ofMinutes(2));
    assertTrue(impact.isNone());
    assertFalse(impact.clausesProved());
  }

  @Test
  void whatThereIsNoTimeForIsNotGuessed() {
    Model model = new RandomModel(1).next();
    Policy before = RandomRevision.policy(new ModelText(model).policy());
    Policy after = RandomRevision.policy(new ModelText(new RandomModel(2).next()).policy());
    Impact impact = Impact.of(before, after, BruteForceTest.AS_OF, Duration.ZERO);
    assertFalse(impact.verdictsProved());
    assertFalse(impact.byRulesProved());
    assertFalse(impact.isNone());
    assertTrue(Impact.of(before, before, BruteForceTest.AS_OF, Duration.ZERO).isNone());
  }

  private boolean compare(String where, String oldText, String newText) {
    Policy before = RandomRevision.policy(oldText);
    Policy after = RandomRevision.policy(newText);
    Impact impact = Impact.of(before, after, BruteForceTest.AS_OF, Duration.ofMinutes(1));
    String all = where + "\n" + oldText + "\n" + newText + "\n";
    SharedReferrals referrals = new SharedReferrals(before, after);
    Decisions oldDecisions = decisions(before);
    Decisions newDecisions = decisions(after);
    boolean same = true;
    for (Map<String, Object> stated : referrals.all(MOST_REFERRALS, where.hashCode())) {
      String json = referrals.json(stated);
      Referral old = referrals.read(before, json);
      Referral now = referrals.read(after, json);
      if (old == null || now == null) {
        continue;
      }
      Answer oldAnswer = answer(oldDecisions.of(old));
      Answer newAnswer = answer(newDecisions.of(now));
      compared++;
      boolean verdict =
          !oldAnswer.verdict().equals(newAnswer.verdict()) || oldAnswer.open() != newAnswer.open();
      boolean clause =
          !verdict && !Set.copyOf(oldAnswer.clauses()).equals(Set.copyOf(newAnswer.clauses()));
      different += verdict ? 1 : 0;
      byClause += clause ? 1 : 0;
      same &= !verdict && !clause;
      String here = all + json + "\n" + oldAnswer + "\n" + newAnswer + "\n" + impact;
      Placed placed = new Placed(before, old, after, now, stated);
      assertEquals(verdict ? 1 : 0, count(impact.verdicts(), placed, oldAnswer, newAnswer), here);
      assertEquals(clause ? 1 : 0, count(impact.clauses(), placed, oldAnswer, newAnswer), here);
    }
    for (Region region : impact.verdicts()) {
      example(all, region, before, after, referrals);
    }
    for (Region region : impact.clauses()) {
      example(all, region, before, after, referrals);
    }
    if (same && !referrals.sampled) {
      assertTrue(impact.verdicts().isEmpty() && impact.clauses().isEmpty(), all + impact);
    }
    return same;
  }

  private static void example(
      String all, Region region, Policy before, Policy after, SharedReferrals referrals) {
    String json =
        new String(
            ReferralJson.write(region.example(), "EXAMPLE").toByteArray(), StandardCharsets.UTF_8);
    String here = all + region + "\n" + json;
    Referral old = referrals.read(before, json);
    Referral now = referrals.read(after, json);
    assertTrue(old != null && now != null, here);
    check(region.before(), before, old, here);
    check(region.after(), after, now, here);
  }

  private static void check(Answer expected, Policy policy, Referral referral, String here) {
    Answer answer = answer(decisions(policy).of(referral));
    assertEquals(expected.verdict(), answer.verdict(), here);
    assertTrue(
        answer.open() || expected.clauses().containsAll(answer.clauses()), here + "\n" + answer);
  }

  private static Decisions decisions(Policy policy) {
    return new Decisions(Given.decider(policy, BruteForceTest.AS_OF, List.of()));
  }

  private static Answer answer(Decision decision) {
    List<String> clauses = new ArrayList<>();
    if (decision.isSettled()) {
      for (Clause clause : decision.clauses()) {
        clauses.add(clause.id());
      }
    }
    return new Answer(decision.verdict().id(), !decision.isSettled(), clauses);
  }

  private static int count(
      List<Region> regions, Placed placed, Answer oldAnswer, Answer newAnswer) {
    int count = 0;
    for (Region region : regions) {
      boolean in = region.parts().stream().allMatch(placed::isIn);
      if (in) {
        count++;
        boolean right =
            region.before().verdict().equals(oldAnswer.verdict())
                && region.after().verdict().equals(newAnswer.verdict())
                && region.before().clauses().containsAll(oldAnswer.clauses())
                && region.after().clauses().containsAll(newAnswer.clauses());
        count += right ? 0 : 100;
      }
    }
    return count;
  }

  /** A referral as both policies see it. */
  private record Placed(
      Policy before, Referral old, Policy after, Referral now, Map<String, Object> stated) {
    boolean isIn(Part part) {
      String path = part.fact().path();
      Object value = stated.get(path);
      if (value == null && !part.literal()) {
        value = effective(after, now, path);
        value = value == null ? effective(before, old, path) : value;
      }
      if (value == null) {
        return part.unstated();
      }
      if (!part.stated()) {
        return false;
      }
      if (value instanceof Set<?> members) {
        Set<String> all = new LinkedHashSet<>();
        members.forEach(member -> all.add((String) member));
        return all.containsAll(part.fact().words(part.present()))
            && part.fact().words(part.absent()).stream().noneMatch(all::contains);
      }
      if (part.fact().type() == FactType.TEXT) {
        return true;
      }
      long code = part.fact().code((String) value);
      for (Interval values : part.values()) {
        if (values.min() <= code && code <= values.max()) {
          return true;
        }
      }
      return false;
    }

    private static @Nullable Object effective(Policy policy, Referral referral, String path) {
      for (Fact fact : policy.facts()) {
        if (fact.path().equals(path)) {
          long code = referral.stated(fact);
          boolean givesWay =
              fact.assumedUnless().stream()
                  .anyMatch(other -> referral.stated()[other] != Fact.UNSTATED);
          code = code == Fact.UNSTATED && !givesWay ? fact.assumed() : code;
          if (code == Fact.UNSTATED) {
            return null;
          }
          List<String> words = fact.words(code);
          return fact.type() == FactType.SET
              ? new LinkedHashSet<>(words)
              : fact.type() == FactType.TEXT ? "stated" : words.get(0);
        }
      }
      return null;
    }
  }
}
