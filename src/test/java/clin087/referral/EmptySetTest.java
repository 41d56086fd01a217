package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set of which no member is stated is not stated. */
class EmptySetTest {
  private static final String SET =
      "    question: Which symptoms?\n    default: [pain, numbness]\n";

  private static Policy policy(String more) {
    String text = Given.resource("every-feature.yaml");
    String changed = text.replace(SET, SET.replace("    default: [pain, numbness]\n", more));
    PolicyFile file = PolicyFile.read(changed.getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }

  private static ReferralReading read(Policy policy, String set) {
    byte[] json =
        "{\"reference\":\"A\",\"symptoms\":{\"list\":%s}}"
            .formatted(set)
            .getBytes(StandardCharsets.UTF_8);
    List<ReferralReading> readings = new ArrayList<>();
    new BlockReader(policy, Given.AS_OF, false)
        .read(
            new Block(json, json.length, List.of(new Span(0, json.length, 1, 1, null)), true),
            (reading, at) -> readings.add(reading));
    return readings.get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"pain\":null}", "null"})
  void itIsRequiredWhereTheSetIs(String set) {
    ReferralReading reading = read(policy("    required: true\n"), set);
    assertEquals(
        List.of("required /symptoms/list"),
        reading.problems().stream().map(each -> each.code() + " " + each.path()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"pain\":null}", "null"})
  void itStatesNothingElse(String set) {
    Policy policy = policy("    states: {treated: true}\n");
    Fact treated = Given.fact(policy, "/treated");
    assertEquals(Fact.UNSTATED, read(policy, set).referral().stated(treated));
    assertEquals(1, read(policy, "{\"pain\":false}").referral().stated(treated));
  }
}
