package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.referral.Referral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Referrals share a decision exactly if no question of the policy distinguishes them. */
class DecisionsTest {

  @Test
  void aKeptDecisionIsTheOneThatWouldBeMade() {
    for (int seed = 0; seed < 150; seed++) {
      RandomModel random = new RandomModel(seed, true);
      Model model = random.next();
      ModelText text = new ModelText(model);
      String yaml = text.policy();
      PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
      Policy policy = Objects.requireNonNull(file.policy());
      BruteForce evaluator = new BruteForce(model, Given.AS_OF);
      String[] options = text.options(random.options(model));
      Decider decider = Given.decider(policy, Given.AS_OF, Given.settings(policy, options));
      Decisions decisions = new Decisions(decider, 20);
      for (int i = 0; i < 60; i++) {
        @Nullable Object[] stated = random.stated(model, evaluator, Integer.MAX_VALUE);
        String json = text.referral(stated);
        Referral referral = Given.referral(policy, json);
        Expected fresh = Expected.of(decider.decide(referral)).withoutTrace();
        String where = "seed " + seed + "\n" + yaml + json + String.join(" ", options);
        assertEquals(fresh, Expected.of(decisions.of(referral)), where);
        assertEquals(fresh, Expected.of(decisions.of(referral)), "again, " + where);
      }
    }
  }

  @Test
  void theBuiltInPolicysReferralsShareWhatIsAlike() {
    Decisions decisions = decisions(Given.POLICY, 100);
    Decision one = decisions.of(Given.referral("{'date': '2025-01-01', 'notes': 'a'}"));
    assertSame(one, decisions.of(Given.referral("{'reference': 'B', 'date': '2026-01-01'}")));
    assertNotSame(one, decisions.of(Given.referral("{'date': '2024-01-01'}")));
    assertNotSame(one, decisions.of(Given.referral("{'ifr': {'reference': 'x'}}")));
    Decision referred = decisions.of(Given.referral("{'ifr': {'reference': 'y'}}"));
    assertSame(referred, decisions.of(Given.referral("{'ifr': {'reference': 'z'}}")));
  }

  @Test
  void aDecisionIsLearnedOnceHoweverManyThreadsAskForIt() throws InterruptedException {
    Decisions decisions = decisions(Given.POLICY, 100);
    Referral referral = Given.referral("{}");
    List<Decision> learned = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(new Thread(() -> learned.add(decisions.of(referral))));
    }
    synchronized (decisions) { // so that all of them wait to learn it
      for (Thread thread : threads) {
        thread.start();
        while (thread.isAlive() && thread.getState() != Thread.State.BLOCKED) {
          Thread.onSpinWait();
        }
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(3, learned.size());
    assertSame(learned.get(0), learned.get(1));
    assertSame(learned.get(0), learned.get(2));
  }

  @Test
  void numbersAndSetsThatNoConditionTellsApartAreAlike() {
    Policy policy = Given.everyFeature();
    Decisions decisions = decisions(policy, 100);
    assertSame(
        decisions.of(Given.referral(policy, "{'age': 50}")),
        decisions.of(Given.referral(policy, "{'age': 60}")));
    assertSame(
        decisions.of(Given.referral(policy, "{'symptoms': {'list': ['pain', 'numbness']}}")),
        decisions.of(Given.referral(policy, "{'symptoms': {'list': ['pain']}}")));
  }

  @Test
  void aDefaultThatHasPassedIsLikeNoDayThatAReferralMayState() {
    String yaml = RandomPolicies.richYaml(1222);
    Policy policy =
        Objects.requireNonNull(PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8)).policy());
    Decider decider = Given.decider(policy, LocalDate.of(2027, 3, 30), List.of());
    Decisions decisions = new Decisions(decider, 20);
    // f2 is not before the date of the check, but 2026-12-13 where it is not stated
    for (String json : List.of("{}", "{'f2': '2027-03-30'}")) {
      Referral referral = Given.referral(policy, json);
      Expected fresh = Expected.of(decider.decide(referral)).withoutTrace();
      assertEquals(fresh, Expected.of(decisions.of(referral)), json);
    }
  }

  @Test
  void decisionsAreTheSameAfterTheKeptOnesHaveBeenDropped() {
    Decisions decisions = decisions(Given.POLICY, 2);
    List<String> kinds =
        List.of(
            "{'coreCriteria': ['urgent']}",
            "{'request': {'procedure': 'other'}}",
            "{'indication': {'category': 'other'}}",
            "{'ifr': {'status': 'pending'}}");
    List<Decision> before = new ArrayList<>();
    kinds.forEach(kind -> before.add(decisions.of(Given.referral(kind))));
    for (int i = 0; i < kinds.size(); i++) {
      Decision after = decisions.of(Given.referral(kinds.get(i)));
      assertNotSame(before.get(i), after, "memory does not grow with the input");
      assertEquals(Expected.of(before.get(i)), Expected.of(after));
    }
  }

  @Test
  void aMissingFactWithoutAClauseIsAskedForAllTheSame() throws IOException {
    String yaml =
        Files.readString(Path.of("policies/CMICB_Clin087.yaml"))
            .replaceAll("(question: .*)\n    clause: .*", "$1");
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    Decision decision =
        Given.decider(policy, Given.AS_OF, List.of()).decide(Given.referral(policy, "{}"));
    assertFalse(decision.isSettled());
    assertFalse(decision.missing().isEmpty());
    assertEquals(List.of(), decision.clauses());
  }

  private static Decisions decisions(Policy policy, int most) {
    return new Decisions(Given.decider(policy, Given.AS_OF, List.of()), most);
  }
}
