package clin087.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.decision.RandomPolicies;
import clin087.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The script of the page, beside the program itself, by policies that nobody would write. */
class FormOfAnyPolicyTest {
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(2026, 11, 22),
          LocalDate.of(2026, 12, 31),
          LocalDate.of(2027, 3, 30),
          LocalDate.of(2028, 2, 29));

  @TempDir Path folder;

  /** What was decided, so that the policies cannot all say the same. */
  private final Set<String> found = new TreeSet<>();

  @Test
  void theFormOfAnyPolicyDecidesAsCheckDoes() throws Exception {
    compare(1, 20, 20);
    assertTrue(
        found.containsAll(
            List.of("INVALID", "OPEN", "V0", "V1", "cautions", "assumed", "afterwards")),
        found::toString);
  }

  @Test
  void theFormAgreesOnWhatThePageOnceReadDifferently() throws Exception {
    // what is true afterwards, and what is assumed, is a day that no referral may state
    compare(1191, 1, 20);
    compare(1222, 1, 20);
    // a set of which no member is stated does not state what it would state as well
    compare(1240, 1, 20);
  }

  @Test
  @Tag("long")
  void theFormsOfManyPoliciesDecideAsCheckDoes() throws Exception {
    compare(1000, 500, 40);
  }

  private void compare(long first, int policies, int referrals) throws Exception {
    for (long seed = first; seed < first + policies; seed++) {
      Path file = Files.writeString(folder.resolve("policy.yaml"), RandomPolicies.richYaml(seed));
      LocalDate asOf = DATES.get((int) (seed % DATES.size()));
      Policy policy = ByCheck.policy(file);
      AnyReferral any = new AnyReferral(policy, asOf, seed);
      List<String> made = Stream.generate(any::next).limit(referrals).toList();
      List<JsonNode> checked = ByCheck.decisions(folder, file, asOf, made);
      assertEquals(referrals, checked.size());
      try (Script script = new Script(policy)) {
        for (int i = 0; i < made.size(); i++) {
          String about = "policy " + seed + " on " + asOf + ": " + made.get(i);
          String decided = script.decide(made.get(i), asOf);
          assertEquals(script.normal(checked.get(i)), decided, about);
          note(checked.get(i));
        }
      }
    }
  }

  private void note(JsonNode decision) {
    found.add(decision.path("verdict").asString("INVALID"));
    for (String field : List.of("cautions", "assumed", "afterwards")) {
      if (!decision.path(field).isEmpty()) {
        found.add(field);
      }
    }
  }
}
