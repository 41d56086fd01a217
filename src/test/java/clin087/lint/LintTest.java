package clin087.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decider;
import clin087.decision.Decision;
import clin087.decision.RandomPolicies;
import clin087.policy.Condition;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.policyfile.PolicyFile;
import clin087.proof.Budget;
import clin087.proof.NamedExample;
import clin087.proof.ReferralSpace;
import clin087.proof.Referrals;
import clin087.referral.Referral;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Lint on random policies, compared with a walk through every complete referral. */
@TestInstance(Lifecycle.PER_CLASS)
class LintTest {
  private static final int MOST_REFERRALS = 3_000;
  private static final Set<FindingKind> NEEDLESS =
      Set.of(FindingKind.NO_EFFECT, FindingKind.REDUNDANT, FindingKind.SAME_VERDICT);

  /** A policy with its findings and every complete referral. */
  private record Linted(
      Policy policy, ReferralSpace space, List<Finding> findings, List<long[]> all) {
    List<Finding> of(String code) {
      return findings.stream().filter(finding -> finding.code().equals(code)).toList();
    }

    /** The names of the pieces that findings of a kind are about. */
    Set<String> about(String code) {
      return of(code).stream()
          .map(finding -> name(finding.piece()))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Rule deciding(long[] codes) {
      return Objects.requireNonNull(space.deciding(codes));
    }
  }

  private static String name(Object piece) {
    if (piece instanceof Rule rule) {
      return rule.id();
    }
    if (piece instanceof Fact fact) {
      return fact.path();
    }
    return piece instanceof Verdict verdict ? verdict.id() : piece.getClass().getSimpleName();
  }

  private static List<Linted> linted(int policies) {
    List<Linted> linted = new ArrayList<>();
    for (int seed = 0; seed < policies; seed++) {
      PolicyFile file = PolicyFile.read(RandomPolicies.yaml(seed).getBytes(StandardCharsets.UTF_8));
      Policy policy = Objects.requireNonNull(file.policy());
      Budget budget = new Budget(Duration.ofMinutes(5), Long.MAX_VALUE);
      ReferralSpace space = new ReferralSpace(policy, Given.AS_OF, budget);
      if (Referrals.count(space) <= MOST_REFERRALS) {
        List<Finding> findings = Lint.onItsDay(space, file.places());
        linted.add(new Linted(policy, space, findings, Referrals.every(space)));
      }
    }
    return linted;
  }

  private List<Linted> linted = List.of();

  /** How many random policies are looked at. */
  int policies() {
    return 40;
  }

  @BeforeAll
  void lint() {
    linted = linted(policies());
  }

  @Test
  void thereAreEnoughPoliciesOfEveryKind() {
    assertTrue(linted.size() > policies() / 2, "policies: " + linted.size());
    for (String code :
        List.of("never-decides", "no-effect", "redundant", "same-verdict", "order", "default")) {
      long count = linted.stream().filter(it -> !it.of(code).isEmpty()).count();
      assertTrue(count > policies() / 40, code + ": " + count);
    }
    assertTrue(linted.stream().allMatch(it -> it.of("not-proved").isEmpty()));
  }

  @Test
  void aRuleNeverDecidesExactlyWhereNoReferralIsDecidedByIt() {
    for (Linted it : linted) {
      Set<String> never = new TreeSet<>();
      it.policy().rules().forEach(rule -> never.add(rule.id()));
      it.all().forEach(codes -> never.remove(it.deciding(codes).id()));
      assertEquals(never, it.about("never-decides"));
    }
  }

  @Test
  void aVerdictIsNeverReachedExactlyWhereNoReferralGetsIt() {
    for (Linted it : linted) {
      Set<String> never = new TreeSet<>();
      it.policy().verdicts().stream()
          .filter(verdict -> verdict.outcome() != Outcome.INCOMPLETE)
          .forEach(verdict -> never.add(verdict.id()));
      it.all().forEach(codes -> never.remove(it.deciding(codes).verdict().id()));
      assertEquals(never, it.about("never-reached"));
    }
  }

  @Test
  void aFactHasNoEffectExactlyWhereNoChangeOfItsValueChangesAVerdict() {
    for (Linted it : linted) {
      Set<String> without = new TreeSet<>();
      for (Fact fact : it.policy().factsOfRules()) {
        if (!matters(it, fact)) {
          without.add(fact.path());
        }
      }
      Set<String> found = it.about("no-effect");
      found.removeIf(name -> !name.startsWith("/"));
      assertEquals(without, found);
    }
  }

  private static boolean matters(Linted it, Fact fact) {
    for (long[] codes : it.all()) {
      for (long[] other : it.all()) {
        if (sameBut(fact, codes, other)
            && !it.deciding(codes).verdict().equals(it.deciding(other).verdict())) {
          return true;
        }
      }
    }
    return false;
  }

  private static long[] codes(NamedExample example) {
    return example.referral().stated().stream().mapToLong(Long::longValue).toArray();
  }

  private static boolean sameBut(Fact fact, long[] one, long[] other) {
    for (int i = 0; i < one.length; i++) {
      if (i != fact.index() && one[i] != other[i]) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theOrderDecidesExactlyWhereTwoRulesHoldWithDifferentOutcomesAndEitherCouldComeFirst() {
    for (Linted it : linted) {
      Set<String> pairs = new TreeSet<>();
      for (long[] codes : it.all()) {
        Rule rule = it.deciding(codes);
        for (Rule other : it.policy().rules().subList(0, last(it.policy()))) {
          if (other.index() > rule.index()
              && other.verdict().outcome() != rule.verdict().outcome()
              && !rule.attention()
              && !isSpecialCase(it, rule, other)
              && it.space().holds(other.when(), codes)) {
            pairs.add("order." + rule.id() + "." + other.id());
          }
        }
      }
      Set<String> found = new TreeSet<>();
      for (Finding finding : it.of("order")) {
        for (NamedExample example : finding.examples()) {
          found.add(example.name());
          String decides = Objects.requireNonNull(it.space().deciding(codes(example))).id();
          assertTrue(example.name().startsWith("order." + decides + "."), example.name());
        }
      }
      assertEquals(pairs, found);
    }
  }

  private static boolean isSpecialCase(Linted it, Rule rule, Rule other) {
    return it.all().stream()
        .filter(codes -> it.space().holds(rule.when(), codes))
        .allMatch(codes -> it.space().holds(other.when(), codes));
  }

  private static int last(Policy policy) {
    return policy.rules().size() - 1;
  }

  @Test
  void aPartIsOnlyReportedWhereTakingItForTrueOrFalseChangesNoVerdict() {
    for (Linted it : linted) {
      for (Finding finding : it.findings()) {
        if (NEEDLESS.contains(finding.kind()) && finding.piece() instanceof Condition part) {
          Rule rule = ruleWith(it.policy(), part);
          boolean harmless =
              isHarmless(it, rule, part, new Condition.Otherwise())
                  || isHarmless(it, rule, part, RemovalEffects.NEVER);
          assertTrue(harmless, finding.toString());
        }
      }
    }
  }

  @Test
  void everyRuleThatCouldBeLeftOutIsReported() {
    for (Linted it : linted) {
      Set<String> needless = new TreeSet<>();
      for (Rule rule : it.policy().rules().subList(0, last(it.policy()))) {
        boolean decides = it.all().stream().anyMatch(codes -> it.deciding(codes).equals(rule));
        if (decides
            && !rule.attention()
            && isHarmless(it, rule, rule.when(), RemovalEffects.NEVER)) {
          needless.add(rule.id());
        }
      }
      Set<String> found = it.about("same-verdict");
      found.addAll(it.about("no-effect"));
      found.removeIf(name -> !name.startsWith("r"));
      assertEquals(needless, found);
    }
  }

  private static Rule ruleWith(Policy policy, Condition part) {
    return policy.rules().stream()
        .filter(rule -> contains(rule.when(), part))
        .findFirst()
        .orElseThrow();
  }

  private static boolean contains(Condition whole, Condition part) {
    return whole == part
        || (whole instanceof Condition.Bullets list
            && list.bullets().stream().anyMatch(each -> contains(each.condition(), part)));
  }

  private static boolean isHarmless(Linted it, Rule rule, Condition part, Condition by) {
    Condition replaced = EffectiveConditionsCheck.replaced(rule.when(), part, by);
    for (long[] codes : it.all()) {
      Verdict now = null;
      for (Rule each : it.policy().rules()) {
        Condition when = each.equals(rule) ? replaced : each.when();
        if (now == null && it.space().holds(when, codes)) {
          now = each.verdict();
        }
      }
      if (!it.deciding(codes).verdict().equals(now)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theExampleOfADefaultGetsAnotherVerdictOnceTheFactIsStated() {
    for (Linted it : linted) {
      Decider decider = Given.decider(it.policy(), Given.AS_OF, List.of());
      for (Finding finding : it.of("default")) {
        Fact fact = (Fact) finding.piece();
        assertFalse(finding.examples().isEmpty());
        for (NamedExample example : finding.examples()) {
          assertEquals(Fact.UNSTATED, example.referral().code(fact));
          String hidden = verdict(decider, codes(example));
          boolean another = false;
          for (long[] codes : it.all()) {
            long[] stated = codes(example);
            stated[fact.index()] = codes[fact.index()];
            another |= !verdict(decider, stated).equals(hidden);
          }
          assertTrue(another, finding.toString());
        }
      }
    }
  }

  @Test
  void everyDefaultThatHidesAnotherVerdictIsReported() {
    for (Linted it : linted) {
      Decider decider = Given.decider(it.policy(), Given.AS_OF, List.of());
      for (Fact fact : it.policy().factsOfRules()) {
        if (fact.assumed() != Fact.UNSTATED) {
          assertEquals(hides(it, decider, fact), it.about("default").contains(fact.path()));
        }
      }
    }
  }

  /** Whether stating the fact changes the verdict of a referral that takes its default. */
  private static boolean hides(Linted it, Decider decider, Fact fact) {
    List<Fact> dependent =
        it.policy().factsOfRules().stream()
            .filter(other -> other.assumedUnless().contains(fact.index()))
            .filter(other -> other.type() != FactType.SET)
            .toList();
    for (long[] codes : it.all()) {
      for (int some = 0; some < 1 << dependent.size(); some++) {
        long[] stated = codes.clone();
        for (int i = 0; i < dependent.size(); i++) {
          int index = dependent.get(i).index();
          stated[index] = (some >> i & 1) == 1 ? Fact.UNSTATED : stated[index];
        }
        fact.assumedUnless().forEach(other -> stated[other] = Fact.UNSTATED);
        long[] assumed = stated.clone();
        stated[fact.index()] = codes[fact.index()];
        assumed[fact.index()] = Fact.UNSTATED;
        if (!verdict(decider, stated).equals(verdict(decider, assumed))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String verdict(Decider decider, long[] stated) {
    Decision decision = decider.decide(new Referral("R", stated.clone(), List.of()));
    return decision.verdict().id();
  }

  @Test
  void theBuiltInPolicyIsSound() {
    PolicyFile file = Given.policyFile();
    Policy policy = Objects.requireNonNull(file.policy());
    ReferralSpace space =
        new ReferralSpace(policy, Given.AS_OF, new Budget(Duration.ofMinutes(5), 1_000_000));
    List<Finding> findings = Lint.of(space, file.places());
    findings.forEach(it -> assertEquals(Severity.INFORMATION, it.severity(), it.toString()));
    Set<String> codes = new TreeSet<>();
    findings.forEach(finding -> codes.add(finding.code()));
    assertEquals(Set.of("default", "order", "redundant", "same-verdict", "unnamed-value"), codes);
  }
}
