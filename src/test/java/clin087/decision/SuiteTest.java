package clin087.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.policy.Clause;
import clin087.policy.Policy;
import clin087.policy.Section;
import clin087.policyfile.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second, invented policy that shares its core with the shipped one. */
class SuiteTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "clin087", "suite");
  private static final Policy KNEE = knee();
  private static final int REFERRALS = 400;

  /** A referral that meets the criteria on the date of the tests, 2026-11-22. */
  private static final String MET =
      """
      {'request': {'procedure': 'knee-replacement'}, 'age': 67, 'bmi': 35.4, 'coreCriteria': [],
       'knee': {'score': 19, 'painSince': '2026-05-22', 'imagedOn': '2026-06-01'},
       'tried': ['exercise', 'pain-relief', 'walking-aid'], 'preparation': {'done': false}}
      """;

  private static Policy knee() {
    try {
      byte[] yaml = Files.readAllBytes(FOLDER.resolve("EXAMPLE_Knee02.yaml"));
      PolicyFile file = PolicyFile.read("EXAMPLE_Knee02.yaml", yaml, FOLDER);
      return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Section> shared(Policy policy) {
    return policy.sections().stream()
        .filter(section -> section.id().equals("3") || section.id().startsWith("6"))
        .toList();
  }

  @Test
  void theCoreQuotesTheShippedPolicyWordForWord() {
    List<Section> ours = shared(KNEE);
    List<Section> theirs = shared(Given.POLICY);
    assertEquals(
        theirs.stream().map(section -> section.id() + " " + section.title()).toList(),
        ours.stream().map(section -> section.id() + " " + section.title()).toList());
    for (int i = 0; i < ours.size(); i++) {
      List<Clause> own = ours.get(i).clauses();
      assertEquals(
          theirs.get(i).clauses().stream().map(Clause::id).toList(),
          own.stream().map(Clause::id).toList());
      own.forEach(clause -> assertEquals(Given.POLICY.clause(clause.id()).text(), clause.text()));
    }
    assertTrue(ours.size() > 6, "sections 3, 6 and 6.1 to 6.6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                            | ELIGIBLE         | criteria-met               | 1.1
          {'request': {'procedure': 'other'}}           | OUT_OF_SCOPE     | other-procedure            | 2.1
          {'age': 17}                                   | SEE_OTHER_POLICY | child                      | 2.2
          {'age': 17, 'coreCriteria': ['urgent']}       | ELIGIBLE         | core-urgent                | 3.2(a)
          {'bmi': 35.5}                                 | PREPARE_FIRST    | prepare-first              | 1.2
          {'bmi': 35.5, 'preparation': {'done': true}}  | ELIGIBLE         | criteria-met               | 1.1
          {'knee': {'score': 20}}                       | NOT_COMMISSIONED | not-routinely-commissioned | 1.3
          {'knee': {'painSince': '2026-05-23'}}         | NOT_COMMISSIONED | not-routinely-commissioned | 1.3
          {'knee': {'imagedOn': '2025-11-21'}}          | NOT_COMMISSIONED | not-routinely-commissioned | 1.3
          {'knee': {'imagedOn': '2025-11-22'}}          | ELIGIBLE         | criteria-met               | 1.1
          {'tried': ['exercise', 'walking-aid']}        | NOT_COMMISSIONED | not-routinely-commissioned | 1.3
          {'tried': null}                               | INFORMATION_NEEDED |                          |
          {'tried': null, 'knee': {'score': 48}}        | NOT_COMMISSIONED | not-routinely-commissioned | 1.3
          {'request': {'cosmetic': true}}               | NOT_COMMISSIONED | cosmetic                   | 6.4(b)
          {'request': {'type': 'opinion'}}              | OPINION_ONLY     | opinion-only               | 6.5(b)
          {'ifr': {'status': 'approved'}, 'bmi': 50}    | IFR_APPROVED     | ifr-approved               | 6.3(a)
          {'ifr': {'status': 'pending'}, 'tried': []}   | AWAIT_IFR        | ifr-pending                | 6.3(a)
          {'ifr': {'status': 'declined'}, 'tried': []}  | NOT_COMMISSIONED | ifr-declined               | 1.3
          """)
  void eachReferralGetsTheVerdictOfTheRuleThatDecides(
      String changes, String verdict, @Nullable String rule, @Nullable String clause) {
    Decision decision = decide(Given.over(MET, changes));
    assertEquals(verdict, decision.verdict().id());
    assertEquals(rule, decision.rule() == null ? null : decision.rule().id());
    assertEquals(
        clause == null ? List.of("1.1(d)") : List.of(clause),
        decision.clauses().stream().map(Clause::id).toList());
  }

  private static Decision decide(String json) {
    return Given.decider(KNEE, Given.AS_OF, List.of()).decide(Given.referral(KNEE, json));
  }

  @Test
  void theDecisionSaysWhatFollowsThePreparation() {
    Decision decision = decide(Given.over(MET, "{'bmi': 41.0}"));
    assertEquals("PREPARE_FIRST", decision.verdict().id());
    assertEquals("ELIGIBLE", Objects.requireNonNull(decision.afterwards()).verdict().id());
  }

  @Test
  void itDecidesAsItsCompletionsDo() {
    Model model = PolicyModel.of(KNEE);
    BruteForce evaluator = new BruteForce(model, Given.AS_OF);
    ModelText text = new ModelText(model);
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int seed = 0; seed < REFERRALS; seed++) {
      RandomModel random = new RandomModel(seed);
      @Nullable Object[] stated = random.stated(model, evaluator, 1_000);
      if (seed % 4 > 0) {
        likely(model, stated, seed);
      }
      String json = text.referral(stated);
      Expected expected = evaluator.decide(stated, Map.of());
      assertEquals(expected, Expected.of(decide(json)), () -> json);
      verdicts.merge(expected.verdict(), 1, Integer::sum);
    }
    assertEquals(
        KNEE.verdicts().size(), verdicts.size(), () -> "every verdict is met: " + verdicts);
  }

  /** Restricts the facts of the first rules, so that the later ones get their turn. */
  private static void likely(Model model, @Nullable Object[] stated, int seed) {
    for (int i = 0; i < stated.length; i++) {
      switch (model.facts().get(i).path()) {
        case "/patient/commissioner" -> stated[i] = null;
        case "/request/procedure" -> stated[i] = "knee-replacement";
        case "/coreCriteria" -> stated[i] = Set.of();
        case "/ifr/status" ->
            stated[i] = seed % 4 > 1 ? "none" : seed % 8 == 1 ? "pending" : stated[i];
        case "/request/cosmetic", "/request/trialContinuation" -> stated[i] = false;
        default -> {}
      }
    }
  }
}
