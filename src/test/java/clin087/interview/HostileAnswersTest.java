package clin087.interview;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decision.Question;
import clin087.decision.RandomPolicies;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Interviews answered with whatever may come: an answer that is taken leaves a referral. */
class HostileAnswersTest {
  private static final int INTERVIEWS = 60;
  private static final int ANSWERS = 40;

  private static final List<String> DAYS =
      List.of(
          "2026-11-22",
          "2026-11-23",
          "1999-12-31",
          "2000-01-01",
          "31/12/1999",
          "22/11/2026",
          "0000-01-01",
          "9999-12-31",
          "29/02/2025");

  private static final List<String> NUMBERS =
      List.of(
          "0", "9", "-1", "10", "11", "130", "131", "42.0", "1e2", "25.55", "9.9", "99.9", "100");

  private static final List<String> LINES =
      List.of(
          "",
          "?",
          "help",
          "back",
          ":back",
          ":x",
          "none",
          "only",
          "1",
          "2",
          "1,only",
          "2 1 only",
          "1e999999999",
          "0.00000001",
          "99999999999999999999",
          "yes",
          "no",
          "\u0000",
          "A\u200bB",
          "\uFFFD",
          "x".repeat(65),
          "\uD83D\uDE00".repeat(64),
          "{}",
          "\"",
          "null",
          ",");

  static Stream<Policy> policies() {
    return Stream.concat(
        Stream.of(Given.POLICY, Given.everyFeature(), demanding()),
        LongStream.range(20, 28).mapToObj(RandomPolicies::policy));
  }

  /** A policy whose rules ask for what a referral must state, and for a date up to today. */
  private static Policy demanding() {
    String rule =
        """
          - rule: probe
            clause: 1.2
            when: treatedOn after 2020-01-01
            verdict: NO
            action: Do.
        """;
    String yaml =
        Given.resource("every-feature.yaml")
            .replace("    question: Which side?", "    question: Which side?\n    required: true")
            .replace("    max: 99.9", "    max: 99.9\n    required: true")
            .replace("    about: the day of the treatment", "    question: Treated when?")
            .replace("rules:\n", "rules:\n" + rule)
            .replace("[days, nested, rest]", "[days, nested, probe, rest]");
    return policy(yaml);
  }

  private static Policy policy(String yaml) {
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }

  @Test
  void anAnswerThatContradictsWhatIsStatedIsAskedForAgain() {
    String about = "    about: the day of the treatment\n";
    Policy policy =
        policy(Given.resource("every-feature.yaml").replace(about, about + "    required: true\n"));
    DraftDecider decider = new DraftDecider(policy, Given.AS_OF, List.of());
    String json = "{\"reference\":\"R-1\",\"treated\":false}";
    ReferralDraft start = decider.begin(json.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    QuestionWriter writer = new QuestionWriter(policy, Given.AS_OF, out, 500);
    Interview interview =
        new Interview(policy, decider, Objects.requireNonNull(start), false, writer);
    interview.ask();
    interview.answer("2026-11-22");
    assertFalse(interview.isReferral());
    assertTrue(
        said.toString(StandardCharsets.UTF_8)
            .contains("This contradicts what is stated already: expected true, as /treatedOn"),
        said::toString);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyAnswerThatIsTakenLeavesAReferral(Policy policy) {
    Random random = new Random(11);
    DraftDecider decider = new DraftDecider(policy, Given.AS_OF, List.of());
    ReferralDraft start = ReferralDraft.empty();
    for (int i = 0; i < INTERVIEWS; i++) {
      ReferralDraft end = hold(policy, decider, start, random);
      ReferralDraft begun = decider.begin(end.json());
      assertNotNull(begun, () -> text(end));
      start = random.nextInt(3) == 0 ? begun : ReferralDraft.empty();
    }
  }

  private static ReferralDraft hold(
      Policy policy, DraftDecider decider, ReferralDraft start, Random random) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Interview interview =
        new Interview(
            policy,
            decider,
            start,
            random.nextBoolean(),
            new QuestionWriter(policy, Given.AS_OF, out, 80));
    List<String> said = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      if (!assertDoesNotThrow(interview::ask, said::toString) || interview.isLost()) {
        break;
      }
      String line = line(Objects.requireNonNull(interview.asked()), random);
      said.add(line);
      assertTrue(assertDoesNotThrow(() -> interview.answer(line), said::toString), line);
      if (interview.isReferral()) {
        Given.referral(policy, text(interview.draft()));
      }
    }
    return interview.draft();
  }

  /** A line that often fits the question, and often does not. */
  private static String line(Question question, Random random) {
    Fact fact = question.fact();
    List<Choice> options = AnswerReader.options(fact, question.open());
    if (fact.isReference() && random.nextBoolean()) {
      return "REF-1";
    }
    if (!options.isEmpty() && random.nextBoolean()) {
      Choice option = options.get(random.nextInt(options.size()));
      return random.nextBoolean() ? option.label() : option.value() + " only";
    }
    boolean day = fact.type() == FactType.DATE && random.nextBoolean();
    boolean number = fact.type().isOrdered() && random.nextBoolean();
    List<String> lines = day ? DAYS : number ? NUMBERS : LINES;
    return lines.get(random.nextInt(lines.size()));
  }

  private static String text(ReferralDraft draft) {
    return new String(draft.json(), StandardCharsets.UTF_8);
  }
}
