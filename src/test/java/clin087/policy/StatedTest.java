package clin087.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clin087.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a referral states, where nothing says otherwise, is what has a value. */
class StatedTest {
  private static final Fact FACT = Given.POLICY.facts().get(0);

  private static Facts facts(long value) {
    return new Facts() {
      @Override
      public long value(Fact fact) {
        return value;
      }

      @Override
      public long asOf() {
        return 0;
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, true", Fact.UNSTATED + ", false"})
  void aFactIsStatedWhereItHasAValue(long value, boolean stated) {
    assertEquals(stated, facts(value).isStated(FACT));
    assertEquals(stated, Comparator.STATED.test(value, 0));
    assertEquals(!stated, Comparator.NOT_STATED.test(value, 0));
  }

  @Test
  void aPolicyWithoutAReferenceIsNone() {
    Policy own = Given.POLICY;
    Policy none =
        new Policy(own.identity(), List.of(), List.of(), own.verdicts(), List.of(), List.of());
    assertThrows(IllegalStateException.class, none::reference);
  }
}
