package clin087.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN =
      List.of("MCAS_FIRST", "mcas-first", "patient.bmi", "patient.age");

  @ParameterizedTest
  @CsvSource({
    "mcas-frist, mcas-first",
    "MCAS_FRIST, MCAS_FIRST",
    "mcasfirst, mcas-first",
    "bmi, patient.bmi",
    "patient.bni, patient.bmi",
    "patient.weight, ''",
    "'', ''"
  })
  void theNameThatWasProbablyMeant(String wrong, String meant) {
    assertEquals(meant, NearestName.to(wrong, KNOWN));
  }

  @Test
  void nothingIsNearAVeryLongName() {
    assertEquals("", NearestName.to("x".repeat(1 << 20), List.of("gp", "x")));
    assertEquals("; expected gp", NearestName.hint("gp".repeat(1 << 20), List.of("gp")));
  }

  @Test
  void whereNoneIsNearSomeAreListed() {
    assertEquals("; expected one, two", NearestName.hint("something", List.of("one", "two")));
    assertEquals("; there is none", NearestName.hint("something", List.of()));
    List<String> many = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      many.add("" + i);
    }
    assertEquals(
        "; expected 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 or one of 8 more",
        NearestName.hint("something", many));
  }
}
