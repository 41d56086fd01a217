package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.proof.Completions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The program's decisions beside those of an evaluator that tries every completion. */
class BruteForceTest {
  static final LocalDate AS_OF = Given.AS_OF;

  /** So few that what is unknown is always searched, never laid out. */
  private static final int NO_CHOICES = 0;

  private static final int REFERRALS = 2000;
  private static final int POLICIES = 300;
  private static final int REFERRALS_OF_EACH = 8;

  @Test
  void theBuiltInPolicyDecidesAsTheContractDoes() {
    Model model = ContractModel.of(Given.POLICY.rules(), Given.POLICY.cautions());
    BruteForce evaluator = new BruteForce(model, AS_OF);
    ModelText text = new ModelText(model);
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int seed = 0; seed < REFERRALS; seed++) {
      RandomModel random = new RandomModel(seed);
      int most = seed % 100 == 0 ? 20_000 : 1_000;
      @Nullable Object[] stated = random.stated(model, evaluator, most);
      if (seed % 3 > 0) {
        Object criteria = seed % 3 == 1 ? Set.of() : Set.of("gender-incongruence");
        withoutAnEarlyEnd(model, stated, criteria);
      }
      Map<Integer, Object> options = random.options(model);
      Expected expected = compare("seed " + seed, Given.POLICY, text, evaluator, stated, options);
      verdicts.merge(expected.verdict(), 1, Integer::sum);
    }
    assertEquals(9, verdicts.size(), () -> "every verdict is met: " + verdicts);
  }

  @Test
  void anyPolicyDecidesAsItsCompletionsDo() {
    int settledThoughUnknown = 0;
    int open = 0;
    int severalRules = 0;
    for (int seed = 0; seed < POLICIES; seed++) {
      RandomModel random = new RandomModel(seed);
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
        Expected expected = compare(where, file.policy(), text, evaluator, stated, options);
        open += expected.deciding().isEmpty() ? 1 : 0;
        severalRules += expected.deciding().size() > 1 ? 1 : 0;
        settledThoughUnknown +=
            expected.missing().isEmpty() && expected.trace().toString().contains("=null") ? 1 : 0;
      }
    }
    assertTrue(open > 500, "open: " + open);
    assertTrue(settledThoughUnknown > 200, "settled though unknown: " + settledThoughUnknown);
    assertTrue(severalRules > 50, "several rules: " + severalRules);
  }

  /** Restricts the facts of the first eight rules, so that the later ones get their turn. */
  private static void withoutAnEarlyEnd(
      Model model, @Nullable Object[] stated, Object coreCriteria) {
    for (int i = 0; i < stated.length; i++) {
      switch (model.facts().get(i).path()) {
        case "/request/procedure" -> stated[i] = "spinal-fusion";
        case "/indication/category" -> stated[i] = "non-specific-mechanical-back-pain";
        case "/coreCriteria" -> stated[i] = coreCriteria;
        default -> {}
      }
    }
  }

  private static Expected compare(
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
            Completions.bounded(policy, AS_OF, NO_CHOICES));
    actual = Expected.of(searching.decide(Given.referral(policy, json)));
    assertEquals(expected, actual, () -> "by search: " + where + "\n" + json);
    return expected;
  }
}
