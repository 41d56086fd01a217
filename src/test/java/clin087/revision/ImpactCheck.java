package clin087.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decisions;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.referral.Referral;
import clin087.report.ReferralJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the impact of a revision with what both policies decide for every single referral. */
final class ImpactCheck {
  private static final int MOST_REFERRALS = 300;

  int compared;
  int different;
  int byReason;
  int onlyNew;
  int onlyOld;

  /** Whether every referral gets the same answer, for the same reason. */
  boolean compare(String where, String oldText, String newText) {
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
      PlacedReferral placed = new PlacedReferral(before, old, after, now, stated);
      assertEquals(verdict ? 1 : 0, count(impact.verdicts(), placed, oldAnswer, newAnswer), here);
      int said = count(impact.reasons(), placed, oldAnswer, newAnswer);
      assertEquals(reason ? 1 : 0, said, here);
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

  /**
   * Whether a referral states all that both policies declare. An empty object states nothing, and a
   * policy that does not declare the set cannot read it: no group is about that alone.
   */
  private static boolean isComplete(Policy before, Policy after, Map<String, Object> stated) {
    if (stated.containsValue(Map.of())) {
      return false;
    }
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
  static Decisions decisions(Policy policy) {
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
      return NumberedAnswers.incomplete(policy, actions(decision), decision.attention());
    }
    Set<Integer> rules = new TreeSet<>();
    decision.deciding().forEach(rule -> rules.add(rule.index()));
    return NumberedAnswers.of(policy, rules, decision.attention());
  }

  /** The next step of an open verdict, unless it is to ask. */
  private static List<String> actions(Decision decision) {
    List<String> all = decision.deciding().stream().map(Rule::action).distinct().toList();
    return all.size() == 1
        ? all
        : decision.attentive().stream().limit(1).map(NextStep::action).toList();
  }

  private static int count(
      Impact.Difference difference,
      PlacedReferral placed,
      PolicyAnswer oldAnswer,
      PolicyAnswer newAnswer) {
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
}
