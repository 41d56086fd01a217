package clin087.decision;

import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The policies of {@link RandomModel}, for tests of other packages. */
public final class RandomPolicies {
  private RandomPolicies() {}

  /** A policy file that nobody would write. */
  public static String yaml(long seed) {
    return new ModelText(new RandomModel(seed).next()).policy();
  }

  /** The same with limits of dates, facts that state others, and cautions that ask for that. */
  public static String richYaml(long seed) {
    return new ModelText(new RandomModel(seed, true).next()).policy();
  }

  /** What is read of it. */
  public static Policy policy(long seed) {
    PolicyFile file = PolicyFile.read(yaml(seed).getBytes(StandardCharsets.UTF_8));
    return Objects.requireNonNull(file.policy(), () -> file.problems().toString());
  }
}
