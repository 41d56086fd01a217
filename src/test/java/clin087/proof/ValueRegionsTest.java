package clin087.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clin087.Given;
import clin087.policy.Comparator;
import clin087.policy.Condition;
import clin087.policy.Condition.Comparison;
import clin087.policy.Fact;
import clin087.policy.Operand;
import clin087.policy.Policy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The regions of a fact begin where conditions distinguish its values, and only there. */
class ValueRegionsTest {
  private static final Policy POLICY = Given.everyFeature();
  private static final long AS_OF = Given.AS_OF.toEpochDay();

  @Test
  void aNumberIsCutAtItsConstants() {
    ValueRegions regions = regions("/age", compare("/age", Comparator.AT_LEAST, 18));
    assertEquals(2, regions.size());
    assertEquals(0, regions.representativeOf(0));
    assertEquals(0, regions.representativeOf(17));
    assertEquals(18, regions.representativeOf(18));
    assertEquals(18, regions.representativeOf(130));
  }

  @Test
  void valuesOnBothSidesOfAConstantMayBeAlike() {
    ValueRegions regions = regions("/age", compare("/age", Comparator.EQUAL, 40));
    assertEquals(2, regions.size());
    assertEquals(regions.representativeOf(39), regions.representativeOf(41));
    assertEquals(40, regions.representativeOf(40));
  }

  @Test
  void constantsAtTheEndsOfTheRangeLeaveNoEmptyRegion() {
    assertEquals(1, regions("/age", compare("/age", Comparator.AT_LEAST, 0)).size());
    assertEquals(1, regions("/age", compare("/age", Comparator.MORE_THAN, 130)).size());
    assertEquals(2, regions("/age", compare("/age", Comparator.AT_LEAST, 130)).size());
    assertEquals(1, regions("/age", compare("/age", Comparator.AT_MOST, 130)).size());
  }

  @Test
  void aChoiceIsCutOnlyWhereConditionsDiffer() {
    ValueRegions regions = regions("/side", compare("/side", Comparator.IS, 1));
    assertEquals(2, regions.size());
    assertEquals(regions.representativeOf(0), regions.representativeOf(2));
    assertEquals(1, regions.representative(1));
  }

  @Test
  void aDayIsCutAtTheDayThatIsMeantOnTheDateOfTheCheck() {
    Operand ago = new Operand("3 months ago", 3, ChronoUnit.MONTHS);
    Fact since = Given.fact(POLICY, "/symptoms/since");
    Comparison before = new Comparison(since, Comparator.BEFORE, List.of(ago));
    long day = LocalDate.of(2026, 8, 22).toEpochDay();
    ValueRegions regions = ValueRegions.of(since, List.of(before), AS_OF);
    assertEquals(2, regions.size());
    assertEquals(day, regions.representativeOf(day));
    assertEquals(regions.representativeOf(0), regions.representativeOf(day - 1));
  }

  @Test
  void aDayBeforeTheCalendarBeginsCutsNothing() {
    Operand ago = new Operand("99999 years ago", 99_999, ChronoUnit.YEARS);
    Fact since = Given.fact(POLICY, "/symptoms/since");
    Comparison after = new Comparison(since, Comparator.AFTER, List.of(ago));
    assertEquals(1, ValueRegions.of(since, List.of(after), AS_OF).size());
  }

  @Test
  void aMemberOfASetIsAbsentOrPresent() {
    ValueRegions regions = ValueRegions.ofMember(4);
    assertEquals(2, regions.size());
    assertEquals(0, regions.representative(0));
    assertEquals(4, regions.representative(1));
  }

  @Test
  void variablesHaveTheOrderInWhichConditionsAskForThem() {
    Comparison side = compare("/side", Comparator.IS, 1);
    Comparison age = compare("/age", Comparator.AT_LEAST, 18);
    Comparison pain = compare("/symptoms/list", Comparator.HAS, 0);
    Comparison weakness = compare("/symptoms/list", Comparator.LACKS, 1);
    List<Condition> conditions = List.of(side, age, weakness, side, pain);
    Variables variables = new Variables(POLICY.facts(), conditions, AS_OF);
    assertEquals(0, variables.of(side).level());
    assertEquals(1, variables.of(age).level());
    assertEquals(2, variables.of(weakness).level());
    assertEquals(3, variables.of(pain).level());
  }

  @Test
  void aComparisonThatNoConditionHoldsHasNoVariable() {
    Comparison pain = compare("/symptoms/list", Comparator.HAS, 0);
    Variables variables = new Variables(POLICY.facts(), List.of(pain), AS_OF);
    Comparison weakness = compare("/symptoms/list", Comparator.HAS, 1);
    assertThrows(IllegalArgumentException.class, () -> variables.of(weakness));
    Comparison age = compare("/age", Comparator.EQUAL, 1);
    assertThrows(IllegalArgumentException.class, () -> variables.of(age));
    assertEquals(0, variables.representative(Given.fact(POLICY, "/age"), 40));
  }

  private static ValueRegions regions(String path, Comparison comparison) {
    return ValueRegions.of(Given.fact(POLICY, path), List.of(comparison), AS_OF);
  }

  private static Comparison compare(String path, Comparator comparator, long code) {
    Operand operand = new Operand(Long.toString(code), code, null);
    return new Comparison(Given.fact(POLICY, path), comparator, List.of(operand));
  }
}
