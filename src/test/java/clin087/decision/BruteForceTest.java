package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program's decisions, compared with those of an evaluator that tries every completion. */
class BruteForceTest {
  static final LocalDate AS_OF = Given.AS_OF;

  /** So few that the program always searches, and never builds diagrams. */
  private static final int NO_CHOICES = 0;

  private static final int REFERRALS = 600;
  private static final int POLICIES = 80;

  /** How many times as much the long form of a search tries. */
  private static final int LONG = 10;

  private static final int REFERRALS_OF_EACH = 8;

  /** What the referrals of a test have shown. */
  private final Map<String, Integer> met = new TreeMap<>();

  @Test
  void theBuiltInPolicyDecidesAsTheContractDoes() {
    compareWithContract(1);
  }

  @Test
  @Tag("long")
  void theBuiltInPolicyDecidesManyReferralsAsTheContractDoes() {
    compareWithContract(LONG);
  }

  private void compareWithContract(int times) {
    Policy policy = Given.POLICY;
    Model model = ContractModel.of(policy.rules(), policy.cautions(), policy.incomplete().action());
    BruteForce evaluator = new BruteForce(model, AS_OF);
    ModelText text = new ModelText(model);
    for (int seed = 0; seed < times * REFERRALS; seed++) {
      RandomModel random = new RandomModel(seed);
      @Nullable Object[] stated = random.stated(model, evaluator, seed % 100 == 0 ? 20_000 : 1_000);
      withoutAnEarlyEnd(model, stated, new Random(seed));
      Map<Integer, Object> options = random.options(model);
      compare("seed " + seed, policy, text, evaluator, stated, options);
    }
    for (String verdict : policy.verdicts().stream().map(it -> it.id()).toList()) {
      assertMet(1, verdict);
    }
    assertMet(times * 16, "attention");
    assertMet(times * 8, "open next step");
    assertMet(times * 8, "open members");
    assertMet(times * 3, "action while open");
  }

  @Test
  void anyPolicyDecidesAsItsCompletionsDo() {
    compareWithCompletions(1);
  }

  @Test
  @Tag("long")
  void manyMorePoliciesDecideAsTheirCompletionsDo() {
    compareWithCompletions(LONG);
  }

  private void compareWithCompletions(int times) {
    for (int seed = 0; seed < times * POLICIES; seed++) {
      RandomModel random = new RandomModel(seed, true);
      Model model = random.next();
      BruteForce evaluator = new BruteForce(model, AS_OF);
      ModelText text = new ModelText(model);
      String yaml = text.policy();
      PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
      String where = "seed " + seed + "\n" + yaml;
      assertEquals(0, file.problems().size(), () -> file.problems() + where);
      for (int i = 0; i < REFERRALS_OF_EACH; i++) {
        @Nullable Object[] stated = random.stated(model, evaluator, 1_500);
        Map<Integer, Object> options = random.options(model);
        compare(where, file.policy(), text, evaluator, stated, options);
      }
    }
    assertMet(times * 83, "OPEN");
    assertMet(times * 33, "settled though unknown");
    assertMet(times * 16, "several rules");
    assertMet(times * 16, "attention");
    assertMet(times * 8, "open next step");
    assertMet(times * 16, "open members");
    assertMet(times * 8, "action while open");
    assertMet(times * 8, "also met");
    assertMet(times * 8, "afterwards");
  }

  private void assertMet(int least, String what) {
    assertTrue(met.getOrDefault(what, 0) >= least, () -> what + " is rare: " + met);
  }

  private void count(Expected expected) {
    meet(expected.verdict(), true);
    boolean settled = expected.possible().size() == 1;
    boolean unknown = expected.trace().toString().contains("=null");
    meet("settled though unknown", settled && unknown);
    meet("several rules", expected.deciding().size() > 1);
    meet("attention", expected.attention());
    meet("open next step", !expected.missingForAction().isEmpty());
    meet("open members", expected.missing().toString().contains("[v"));
    meet("open members", expected.missing().toString().contains("Criteria["));
    meet("action while open", !settled && !expected.actions().isEmpty());
    meet("also met", !expected.alsoMet().isEmpty());
    meet("afterwards", !expected.afterwards().isEmpty());
  }

  private void meet(String what, boolean is) {
    met.merge(what, is ? 1 : 0, Integer::sum);
  }

  /** Restricts the facts of the first rules two times of three, so that later ones get a turn. */
  private static void withoutAnEarlyEnd(Model model, @Nullable Object[] stated, Random random) {
    if (random.nextInt(3) == 0) {
      return;
    }
    List<Object> criteria =
        List.of(
            Set.of(),
            Set.of("gender-incongruence"),
            Map.of("urgent", false, "suspected-malignancy", false),
            Map.of("gender-incongruence", false, "nice-tag", false, "reconstruction", false));
    for (int i = 0; i < stated.length; i++) {
      switch (model.facts().get(i).path()) {
        case "/patient/commissioner" -> stated[i] = null;
        case "/request/procedure" -> stated[i] = random.nextInt(4) == 0 ? null : "spinal-fusion";
        case "/indication/category" -> stated[i] = "non-specific-mechanical-back-pain";
        case "/coreCriteria" -> stated[i] = criteria.get(random.nextInt(criteria.size()));
        default -> {}
      }
    }
  }

  private void compare(
      String where,
      Policy policy,
      ModelText text,
      BruteForce evaluator,
      @Nullable Object[] stated,
      Map<Integer, Object> options) {
    String json = text.referral(stated);
    String[] assumptions = text.options(options);
    Decider decider = Given.decider(policy, AS_OF, Given.settings(policy, assumptions));
    Expected expected = evaluator.decide(stated, options);
    Expected actual = Expected.of(decider.decide(Given.referral(policy, json)));
    assertEquals(
        expected, actual, () -> where + "\n" + json + "\n" + String.join(" ", assumptions));
    Decider searching =
        new Decider(
            policy,
            AS_OF,
            Given.settings(policy, assumptions),
            clin087.proof.PolicyCompletions.bounded(policy, AS_OF, NO_CHOICES));
    actual = Expected.of(searching.decide(Given.referral(policy, json)));
    assertEquals(expected, actual, () -> "by search: " + where + "\n" + json);
    count(expected);
  }
}
