package clin087.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.policy.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The script of the page, beside the program itself: every field of every decision. */
class FormDecidesAsCheckTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "policies/CMICB_Clin087.yaml, 2000",
    "src/test/resources/clin087/suite/EXAMPLE_Knee02.yaml, 200",
    "src/test/resources/clin087/every-feature.yaml, 200",
    "src/test/resources/clin087/small.yaml, 200",
  })
  void referralsMadeAtRandom(String file, int referrals) throws Exception {
    compare(file, referrals, 1);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "policies/CMICB_Clin087.yaml, 20000",
    "src/test/resources/clin087/suite/EXAMPLE_Knee02.yaml, 20000",
    "src/test/resources/clin087/every-feature.yaml, 20000",
  })
  void manyReferralsMadeAtRandom(String file, int referrals) throws Exception {
    compare(file, referrals, 1_000_000);
  }

  private void compare(String file, int referrals, long seed) throws Exception {
    Policy policy = ByCheck.policy(Path.of(file));
    Set<String> verdicts = new TreeSet<>();
    try (Script script = new Script(policy)) {
      List<LocalDate> dates =
          List.of(
              LocalDate.of(2026, 11, 22),
              LocalDate.of(2028, 2, 29),
              LocalDate.of(2029, 8, 31),
              LocalDate.of(2026, 5, 31));
      for (int i = 0; i < dates.size(); i++) {
        LocalDate asOf = dates.get(i);
        AnyReferral any = new AnyReferral(policy, asOf, seed + i);
        List<String> made = new ArrayList<>();
        for (int k = 0; k < referrals / dates.size(); k++) {
          made.add(any.next());
        }
        List<JsonNode> checked = ByCheck.decisions(folder, Path.of(file), asOf, made);
        assertEquals(made.size(), checked.size());
        for (int k = 0; k < made.size(); k++) {
          String referral = made.get(k);
          JsonNode expected = checked.get(k);
          assertEquals(
              script.normal(expected), script.decide(referral, asOf), () -> asOf + " " + referral);
          verdicts.add(expected.path("verdict").asString("INVALID"));
        }
      }
    }
    assertTrue(verdicts.size() > 1 && verdicts.contains("INVALID"), verdicts::toString);
  }
}
