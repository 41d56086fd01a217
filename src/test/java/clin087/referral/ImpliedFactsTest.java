package clin087.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a referral states by stating another fact; a set without a member states nothing. */
class ImpliedFactsTest {
  private static final String DEFAULT = "    default: [pain, numbness]\n";
  private static final String PAIN = "    states:\n      symptoms.list: pain\n";

  /** The policy with every feature, with other words. */
  private static Policy policy(String words, String others) {
    String text = Given.resource("every-feature.yaml").replace(words, others);
    PolicyFile file = PolicyFile.read(text.getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ReferralReading set(Policy policy, String set) {
    String json = "{\"reference\":\"A\",\"symptoms\":{\"list\":%s}}".formatted(set);
    return ReadAll.all(policy, new DocumentBlocks(in(json)), false).get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"pain\":null}", "null"})
  void aSetWithoutAMemberIsRequiredWhereTheSetIs(String set) {
    ReferralReading reading = set(policy(DEFAULT, "    required: true\n"), set);
    assertEquals(List.of("required 1:29"), ReadAll.shape(List.of(reading)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"pain\":null}", "null"})
  void aSetWithoutAMemberStatesNoOtherFact(String set) {
    Policy policy = policy(DEFAULT, "    states: {treated: true}\n");
    Fact treated = Given.fact(policy, "/treated");
    assertEquals(Fact.UNSTATED, set(policy, set).referral().stated(treated));
    assertEquals(1, set(policy, "{\"pain\":false}").referral().stated(treated));
  }

  @Test
  void twoFactsMayNotStateAThirdDifferently() {
    Policy policy = policy(PAIN, "    states: {treated: false}\n");
    String json =
        "{\"reference\":\"A\",\"symptoms\":{\"since\":\"2025-01-31\"},\"treatedOn\":\"2025-02-01\"}";
    List<ReferralReading> document = ReadAll.all(policy, new DocumentBlocks(in(json)), false);
    assertEquals(
        List.of("contradiction 1:" + (1 + json.lastIndexOf(":\"") + 1)), ReadAll.shape(document));
    String csv = "reference,symptoms.since,treatedOn\nA,2025-01-31,2025-02-01\n";
    assertEquals(
        List.of("contradiction 2:14"),
        ReadAll.shape(ReadAll.all(policy, new TableBlocks(in(csv)), false)));
  }
}
