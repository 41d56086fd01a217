package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.reading.PolicyFile;
import clin087.referral.Referral;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no condition tells apart shares a decision, and nothing else does. */
class DecisionsTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aKeptDecisionIsTheOneThatWouldBeMade(boolean exactValues) {
    for (int seed = 0; seed < 150; seed++) {
      RandomModel random = new RandomModel(seed);
      Model model = random.next();
      ModelText text = new ModelText(model);
      String yaml = text.policy();
      PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
      Policy policy = Objects.requireNonNull(file.policy());
      BruteForce evaluator = new BruteForce(model, Given.AS_OF);
      String[] options = text.options(random.options(model));
      Decider decider = new Decider(policy, Given.AS_OF, Given.settings(policy, options));
      Decisions decisions = new Decisions(decider, exactValues);
      for (int i = 0; i < 60; i++) {
        @Nullable Object[] stated = random.stated(model, evaluator, Integer.MAX_VALUE);
        String json = text.referral(stated);
        Referral referral = Given.referral(policy, json);
        Expected fresh = Expected.of(decider.decide(referral));
        Expected kept = Expected.of(decisions.of(referral));
        String where = "seed " + seed + "\n" + yaml + json + String.join(" ", options);
        assertEquals(shown(fresh, exactValues), shown(kept, exactValues), where);
      }
    }
  }

  /** Assumed values are shown whole, those of a trace only when exact. */
  private static Expected shown(Expected all, boolean trace) {
    return trace
        ? all
        : new Expected(
            all.verdict(),
            all.deciding(),
            all.clauses(),
            all.action(),
            all.alsoMet(),
            all.afterwards(),
            all.possible(),
            all.missing(),
            all.assumed(),
            all.notices(),
            List.of());
  }

  @Test
  void theBuiltInPolicysReferralsShareWhatIsAlike() {
    Decisions decisions = decisions(Given.POLICY, false);
    Decision one = decisions.of(Given.referral("{'date': '2025-01-01', 'notes': 'a'}"));
    assertSame(one, decisions.of(Given.referral("{'reference': 'B', 'date': '2026-01-01'}")));
    assertNotSame(one, decisions.of(Given.referral("{'date': '2024-01-01'}")));
    assertNotSame(one, decisions.of(Given.referral("{'ifr': {'reference': 'x'}}")));
    Decision referred = decisions.of(Given.referral("{'ifr': {'reference': 'y'}}"));
    assertSame(referred, decisions.of(Given.referral("{'ifr': {'reference': 'z'}}")));
  }

  @Test
  void exactValuesAreToldApartWhereATraceShowsThem() {
    Policy policy = Given.everyFeature();
    Referral fifty = Given.referral(policy, "{'age': 50}");
    Referral sixty = Given.referral(policy, "{'age': 60}");
    Decisions shared = decisions(policy, false);
    assertSame(shared.of(fifty), shared.of(sixty));
    Decisions exact = decisions(policy, true);
    assertNotSame(exact.of(fifty), exact.of(sixty));
    assertSame(exact.of(fifty), exact.of(fifty));
    Decisions dates = decisions(Given.POLICY, true);
    assertSame(
        dates.of(Given.referral("{'date': '2025-01-01'}")),
        dates.of(Given.referral("{'date': '2025-01-02'}")),
        "no rule names the date, so no trace shows it");
  }

  @Test
  void decisionsAreTheSameAfterTheKeptOnesHaveBeenDropped() {
    Policy policy = Given.everyFeature();
    Decisions decisions = decisions(policy, true);
    Referral first = Given.referral(policy, "{'age': 50}");
    Decision before = decisions.of(first);
    assertSame(before, decisions.of(first));
    int bmi = Given.fact(policy, "/bmi").index();
    int age = Given.fact(policy, "/age").index();
    for (int i = 0; i < 9_000; i++) {
      long[] stated = new long[policy.facts().size()];
      Arrays.fill(stated, Fact.UNSTATED);
      stated[bmi] = 100L + i % 900;
      stated[age] = i / 900L;
      decisions.of(new Referral("R", stated, List.of()));
    }
    Decision after = decisions.of(first);
    assertNotSame(before, after, "memory does not grow with the input");
    assertEquals(Expected.of(before), Expected.of(after));
  }

  @Test
  void keysAreTheirValues() {
    Decisions.Key key = new Decisions.Key(new long[] {1, 2});
    assertEquals(key, new Decisions.Key(new long[] {1, 2}));
    assertNotEquals(key, new Decisions.Key(new long[] {2, 1}));
    assertFalse(key.equals((Object) "a text"));
  }

  @Test
  void theEssenceOfASetIsWhatSomeConditionNames() {
    Policy policy = Given.everyFeature();
    Decider decider = new Decider(policy, Given.AS_OF, List.of());
    Referral numb = Given.referral(policy, "{'symptoms': {'list': ['pain', 'numbness']}}");
    Referral pain = Given.referral(policy, "{'symptoms': {'list': ['pain']}}");
    assertArrayEquals(decider.essence(numb, false), decider.essence(pain, false));
    assertFalse(Arrays.equals(decider.essence(numb, true), decider.essence(pain, true)));
  }

  private static Decisions decisions(Policy policy, boolean exactValues) {
    return new Decisions(new Decider(policy, Given.AS_OF, List.of()), exactValues);
  }
}
