package clin087.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decider;
import clin087.policy.Comparator;
import clin087.policy.Condition.Comparison;
import clin087.policy.Operand;
import clin087.policy.Policy;
import clin087.policy.Rule;
import java.util.Arrays;
import java.util.List;
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

  private final Variables variables =
      new Variables(POLICY.facts(), List.of(treated, untreated, adult, child, left), AS_OF);
  private final Diagrams diagrams = new Diagrams(Budget.ofSteps(1_000));
  private final ConditionDiagrams conditions =
      new ConditionDiagrams(
          new KnownFacts(POLICY.nothingStated(), Given.AS_OF), variables, diagrams);

  @Test
  void theSameFunctionIsTheSameNode() {
    int one = conditions.of(adult);
    assertEquals(one, conditions.of(adult));
    assertEquals(one, diagrams.not(conditions.of(child)));
    assertNotEquals(one, conditions.of(child));
    assertEquals(one, diagrams.not(diagrams.not(one)));
  }

  @Test
  void theOrderOfThePartsDoesNotMatter() {
    int a = conditions.of(treated);
    int b = conditions.of(adult);
    int c = conditions.of(left);
    assertEquals(atLeast(2, a, b, c), atLeast(2, c, b, a));
    assertEquals(atLeast(3, a, b, c), atLeast(3, b, c, a));
  }

  @Test
  void whatCannotMatterIsGone() {
    int a = conditions.of(treated);
    int notA = conditions.of(untreated);
    assertEquals(Diagrams.YES, diagrams.or(a, notA));
    assertEquals(Diagrams.NO, diagrams.and(a, notA));
    int either = diagrams.choose(a, conditions.of(left), conditions.of(left));
    assertFalse(asks(either, treated));
  }

  @Test
  void atLeastNoneOfThemAlwaysHolds() {
    assertEquals(Diagrams.YES, atLeast(0));
    assertEquals(Diagrams.NO, atLeast(2, conditions.of(left)));
  }

  @Test
  void aDiagramKnowsItsResultsAndTheVariablesThatMatter() {
    int sameEitherWay = diagrams.choose(conditions.of(left), ~7, ~7);
    int inner = diagrams.choose(conditions.of(adult), ~3, sameEitherWay);
    int nested = diagrams.choose(conditions.of(treated), inner, ~5);
    assertEquals("{3, 5, 7}", diagrams.results(nested).toString());
    assertTrue(asks(nested, treated));
    assertTrue(asks(nested, adult));
    assertFalse(asks(nested, left));
  }

  @Test
  void aDiagramWithOtherResultsAsksOnlyForWhatStillMatters() {
    int inner = diagrams.choose(conditions.of(adult), ~2, ~1);
    int nested = diagrams.choose(conditions.of(treated), inner, ~0);
    int alike = diagrams.relabelled(nested, new int[] {0, 1, 1});
    assertTrue(asks(alike, treated));
    assertFalse(asks(alike, adult));
    assertEquals(~1, diagrams.relabelled(nested, new int[] {1, 1, 1}));
  }

  @Test
  void whatIsTooMuchToLayOutIsSaid() {
    Diagrams poor = new Diagrams(Budget.ofSteps(0));
    assertThrows(Budget.Spent.class, () -> poor.node(0, Diagrams.NO, Diagrams.YES));
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

  private int atLeast(int n, int... parts) {
    return diagrams.atLeast(n, parts);
  }

  private boolean asks(int diagram, Comparison comparison) {
    return diagrams.levels(diagram).get(variables.of(comparison).level());
  }

  private static Comparison compare(String path, Comparator comparator, long... codes) {
    List<Operand> operands =
        Arrays.stream(codes).mapToObj(code -> new Operand("" + code, code, null)).toList();
    return new Comparison(Given.fact(POLICY, path), comparator, operands);
  }
}
