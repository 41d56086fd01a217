package clin087.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clin087.Given;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.proof.Example;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReferralJsonTest {
  private static final String LONG = "0123456789".repeat(13);

  /** The reference of an example of a policy that states nothing else. */
  private static String reference(Policy policy) {
    Example example = Example.of(policy.facts(), policy.nothingStated());
    byte[] json = ReferralJson.write(example, LONG).toByteArray();
    return JsonMapper.shared()
        .readTree(new String(json, StandardCharsets.UTF_8))
        .get("reference")
        .asString();
  }

  @Test
  void aReferenceIsAsLongAsThePolicyAllows() {
    assertEquals(LONG, reference(Given.everyFeature()));
    Fact reference = Given.fact(Given.POLICY, "/reference");
    assertEquals(LONG.substring(0, reference.limits().maxLength()), reference(Given.POLICY));
  }
}
