package clin087.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision;
import clin087.decision.Decision.Question;
import clin087.decision.RandomPolicies;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.referral.Referral;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interviews answered by a machine that knows a whole referral. */
class InterviewTest {
  private static final int MANY = 100;

  static Stream<Policy> policies() {
    return Stream.concat(
        Stream.of(Given.POLICY, Given.everyFeature()),
        LongStream.range(0, 12).mapToObj(RandomPolicies::policy));
  }

  /** The values that a machine knows, by the index of their fact. */
  private static long[] complete(Policy policy, Random random) {
    long[] codes = policy.nothingStated();
    for (Fact fact : policy.factsOfRules()) {
      codes[fact.index()] =
          switch (fact.type()) {
            case BOOLEAN -> random.nextInt(2);
            case CHOICE -> random.nextInt(fact.choices().size());
            case SET -> random.nextInt(3) == 0 ? random.nextLong(1L << fact.choices().size()) : 0;
            case INTEGER, DECIMAL ->
                random.nextLong(fact.limits().min(), Math.min(fact.limits().max(), 20_000) + 1);
            case DATE -> Given.AS_OF.toEpochDay() - random.nextInt(4000);
            case TEXT -> Fact.UNSTATED;
          };
    }
    return codes;
  }

  /** An interview on its way, with all that is to be held of it. */
  private static final class Run {
    private final Interview interview;
    private final DraftDecider decider;
    private final Policy policy;
    private final boolean askAll;

    Run(Policy policy, boolean askAll) {
      this.policy = policy;
      this.askAll = askAll;
      this.decider = new DraftDecider(policy, Given.AS_OF, List.of());
      this.interview =
          new Interview(
              policy,
              decider,
              ReferralDraft.empty(),
              askAll,
              new QuestionWriter(
                  policy,
                  Given.AS_OF,
                  new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                  80));
    }

    /** Answers everything; the questions that were asked. */
    List<Question> hold(long[] known, Random random) {
      List<Question> asked = new ArrayList<>();
      while (interview.ask()) {
        Question question = interview.asked();
        if (!question.fact().isReference()) {
          assertMatters(question);
        }
        asked.add(question);
        assertTrue(interview.answer(said(question, known, random)), "nobody ends it");
        assertTrue(!interview.isLost(), "every answer is understood");
        assertTrue(asked.size() < 200, () -> "it ends: " + asked);
      }
      return asked;
    }

    /** How a person would say what the machine knows. */
    private String said(Question question, long[] known, Random random) {
      Fact fact = question.fact();
      if (fact.isReference()) {
        return "REF-1";
      }
      if (!askAll && random.nextInt(20) == 0) {
        return "?";
      }
      long code = known[fact.index()];
      if (fact.type() != FactType.SET) {
        return fact.words(code).get(0).toUpperCase(Locale.ROOT);
      }
      List<String> apply = new ArrayList<>();
      for (Choice member : question.open()) {
        if ((code >> fact.choices().indexOf(member) & 1) == 1) {
          apply.add(member.value());
        }
      }
      if (apply.isEmpty()) {
        return "none";
      }
      return random.nextBoolean() ? String.join(", ", apply) + " only" : apply.get(0);
    }

    private void assertMatters(Question question) {
      Decision now =
          decider.decide(interview.draft(), askAll ? interview.notYetAsked() : List.of());
      List<Question> open = new ArrayList<>(now.missing());
      open.addAll(now.missingForAction());
      assertTrue(
          open.stream()
              .anyMatch(
                  each ->
                      each.fact().equals(question.fact())
                          && each.open().containsAll(question.open())),
          () -> question + " could have been left out");
    }

    Decision decision() {
      String json = new String(interview.draft().json(), StandardCharsets.UTF_8);
      return Given.decider(policy, Given.AS_OF, List.of()).decide(Given.referral(policy, json));
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void anInterviewEndsWithTheDecisionOfTheSavedReferral(Policy policy) {
    Random random = new Random(7);
    for (int i = 0; i < MANY; i++) {
      Run run = new Run(policy, false);
      List<Question> asked = run.hold(complete(policy, random), random);
      assertEquals(asked.size(), new HashSet<>(asked).size(), "no question is asked twice");
      Decision decision = run.decision();
      for (Question question : decision.missing()) {
        assertTrue(wasAsked(question, asked), () -> question + " was not asked");
      }
    }
  }

  private static boolean wasAsked(Question question, List<Question> asked) {
    Set<Object> answered = new HashSet<>();
    for (Question each : asked) {
      answered.add(each.fact());
      answered.addAll(each.open());
    }
    return answered.contains(question.fact()) && answered.containsAll(question.open());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void whereAllIsAskedTheVerdictIsThatOfTheWholeReferral(Policy policy) {
    Random random = new Random(8);
    for (int i = 0; i < MANY; i++) {
      long[] known = complete(policy, random);
      Run run = new Run(policy, true);
      run.hold(known, random);
      Decision whole =
          Given.decider(policy, Given.AS_OF, List.of())
              .decide(new Referral("REF-1", known, List.of(), false));
      assertEquals(whole.verdict(), run.decision().verdict());
      assertEquals(whole.action(), run.decision().action());
    }
  }
}
