package clin087.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clin087.Given;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.proof.Budget;
import clin087.proof.ReferralSpace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caution that asks whether facts are stated is found where no referral can raise it. */
class CautionsCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reference is stated                                                     | false
          since is not stated                                                     | false
          {all: [since is stated, treated]}                                       | false
          {all: [since is stated, side is not stated, age > 100]}                 | false
          {none: [since is stated, since is not stated]}                          | true
          {all: [since is stated, since is not stated]}                           | true
          {all: [since is stated, age > 100, age < 90]}                           | true
          {all: [{any: [since is not stated, side is stated]}, since is stated]}  | false
          """)
  void aCautionIsNeverRaisedWhateverIsStated(String when, boolean never) {
    String yaml = Given.resource("small.yaml").replace("when: age > 100", "when: " + when);
    PolicyFile file = PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    Policy policy = Objects.requireNonNull(file.policy(), () -> file.problems().toString());
    Budget budget = new Budget(Duration.ofMinutes(1), Long.MAX_VALUE);
    long found =
        Lint.onItsDay(new ReferralSpace(policy, Given.AS_OF, budget), file.places()).stream()
            .filter(finding -> finding.code().equals("never-raised"))
            .count();
    assertEquals(never ? 1 : 0, found);
  }
}
