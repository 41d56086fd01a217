package clin087.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Assumptions;
import clin087.decision.Decider;
import clin087.decision.Situation;
import clin087.policy.Comparator;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Operand;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.referral.Referral;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Diagrams are the same node exactly when they are the same function. */
class DiagramsTest {
  private static final Policy POLICY = Given.everyFeature();
  private static final long AS_OF = Given.AS_OF.toEpochDay();

  private final Comparison treated = compare("/treated", Comparator.HOLDS);
  private final Comparison untreated = compare("/treated", Comparator.HOLDS_NOT);
  private final Comparison adult = compare("/age", Comparator.AT_LEAST, 18);
  private final Comparison child = compare("/age", Comparator.LESS_THAN, 18);
  private final Comparison left = compare("/side", Comparator.IS, 0);
  private Diagrams diagrams;

  @BeforeEach
  void nothingIsKnown() {
    long[] stated = new long[POLICY.facts().size()];
    Arrays.fill(stated, Fact.UNSTATED);
    Situation nothing =
        new Situation(
            new Assumptions(POLICY.facts(), List.of()),
            new Referral("R", stated, List.of()),
            AS_OF);
    List<Comparison> all = List.of(treated, untreated, adult, child, left);
    diagrams = new Diagrams(nothing, new Variables(POLICY.facts(), List.copyOf(all), AS_OF));
  }

  @Test
  void keysAreTheirParts() {
    Diagram yes = diagrams.constant(true);
    Diagrams.Key key = new Diagrams.Key(1, yes);
    assertEquals(key, new Diagrams.Key(1, yes));
    assertNotEquals(key, new Diagrams.Key(2, yes));
    assertNotEquals(key, new Diagrams.Key(1, diagrams.constant(false)));
    assertFalse(key.equals((Object) "a text"));
  }

  @Test
  void theSameFunctionIsTheSameNode() {
    Diagram one = diagrams.comparison(adult);
    assertSame(one, diagrams.comparison(adult));
    assertSame(one, diagrams.not(diagrams.comparison(child)));
    assertNotSame(one, diagrams.comparison(child));
    assertSame(one, diagrams.not(diagrams.not(one)));
  }

  @Test
  void theOrderOfThePartsDoesNotMatter() {
    Diagram a = diagrams.comparison(treated);
    Diagram b = diagrams.comparison(adult);
    Diagram c = diagrams.comparison(left);
    assertSame(diagrams.atLeast(2, List.of(a, b, c)), diagrams.atLeast(2, List.of(c, b, a)));
    assertSame(diagrams.atLeast(3, List.of(a, b, c)), diagrams.atLeast(3, List.of(b, c, a)));
  }

  @Test
  void whatCannotMatterIsGone() {
    Diagram a = diagrams.comparison(treated);
    Diagram notA = diagrams.comparison(untreated);
    Diagram tautology = diagrams.atLeast(1, List.of(a, notA));
    assertTrue(tautology.isResult());
    assertEquals(1, tautology.result);
    Diagram contradiction = diagrams.atLeast(2, List.of(a, notA));
    assertSame(diagrams.constant(false), contradiction);
    Diagram either = diagrams.choose(a, diagrams.comparison(left), diagrams.comparison(left));
    assertFalse(asks(either, treated));
  }

  @Test
  void atLeastNoneOfThemAlwaysHolds() {
    assertSame(diagrams.constant(true), diagrams.atLeast(0, List.of()));
    assertSame(diagrams.constant(false), diagrams.atLeast(2, List.of(diagrams.comparison(left))));
  }

  @Test
  void aDiagramKnowsItsResultsAndTheFactsThatMatter() {
    Diagram sameEitherWay =
        diagrams.choose(diagrams.comparison(left), diagrams.result(7), diagrams.result(7));
    Diagram nested =
        diagrams.choose(
            diagrams.comparison(treated),
            diagrams.choose(diagrams.comparison(adult), diagrams.result(3), sameEitherWay),
            diagrams.result(5));
    assertEquals("{3, 5, 7}", nested.results().toString());
    assertTrue(asks(nested, treated));
    assertTrue(asks(nested, adult));
    assertFalse(asks(nested, left));
  }

  @Test
  void aResultThatIsNoTruthIsNoCondition() {
    Diagram three = diagrams.result(3);
    assertThrows(
        IllegalStateException.class,
        () -> diagrams.choose(three, diagrams.result(4), diagrams.result(5)));
  }

  @Test
  void aPolicyWithoutACatchAllIsRefusedWhereNoRuleHolds() {
    List<Rule> rules = Given.POLICY.rules().subList(0, 3);
    Policy cut =
        new Policy(
            Given.POLICY.identity(),
            Given.POLICY.sections(),
            Given.POLICY.facts(),
            Given.POLICY.verdicts(),
            rules,
            List.of());
    Decider decider = Given.decider(cut, Given.AS_OF, List.of());
    assertThrows(IllegalStateException.class, () -> decider.decide(Given.referral(Given.ORDINARY)));
  }

  private static boolean asks(Diagram diagram, Comparison comparison) {
    return diagram.variables().stream().anyMatch(each -> each.fact() == comparison.fact());
  }

  private static Comparison compare(String path, Comparator comparator, long... codes) {
    List<Operand> operands =
        Arrays.stream(codes).mapToObj(code -> new Operand("" + code, code, null)).toList();
    return new Comparison(Given.fact(POLICY, path), comparator, operands);
  }
}
