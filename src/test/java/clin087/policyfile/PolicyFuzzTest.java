package clin087.policyfile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.Given;
import clin087.decision.Decider;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.problem.Problem;
import clin087.referral.Referral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading any policy file ends in a policy or in problems. */
class PolicyFuzzTest {
  private static final int ROUNDS = 400;
  private static final String MARKS = "\0\t\n :-#&*!|>'\"%@`[]{},?~<=.()/0aZ\u00e9\uFEFF";

  @Test
  void aDamagedPolicyFileIsReadToItsEnd() throws IOException {
    byte[] builtIn = Files.readAllBytes(Path.of("policies", "CMICB_Clin087.yaml"));
    byte[] every = Given.resource("every-feature.yaml").getBytes(StandardCharsets.UTF_8);
    int accepted = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      // the built-in file is mostly prose: damage to the other says more
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      byte[] damaged = damage(seed % 4 == 0 ? builtIn : every, random);
      try {
        accepted += check(PolicyFile.read(damaged)) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertTrue(accepted > ROUNDS / 20, "some damage is only to prose: " + accepted);
    assertTrue(accepted < ROUNDS, "some damage is noticed");
  }

  @Test
  void aDamagedSharedFileIsReadToItsEnd(@TempDir Path folder) throws IOException {
    byte[] policy = Given.resource("include/policy.yaml").getBytes(StandardCharsets.UTF_8);
    byte[] core = Given.resource("include/core.yaml").getBytes(StandardCharsets.UTF_8);
    Path shared = Files.createDirectory(folder.resolve("shared")).resolve("core.yaml");
    int accepted = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      Files.write(shared, seed % 3 == 0 ? core : damage(core, random));
      byte[] own = seed % 3 == 0 ? damage(policy, random) : policy;
      try {
        accepted += check(PolicyFile.read("policy.yaml", own, folder)) ? 1 : 0;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertTrue(accepted > ROUNDS / 20, "some damage is only to prose: " + accepted);
    assertTrue(accepted < ROUNDS, "some damage is noticed");
  }

  /** Whether it is accepted, in which case it decides. */
  private static boolean check(PolicyFile file) {
    Policy policy = file.policy();
    assertTrue(policy != null || !file.isValid());
    for (Problem problem : file.problems()) {
      assertTrue(problem.line() > 0 && problem.column() > 0, problem::toString);
      assertTrue(problem.message().length() < 2_000, problem::toString);
    }
    if (policy == null || !file.isValid()) {
      return false;
    }
    long[] nothing = new long[policy.facts().size()];
    Arrays.fill(nothing, Fact.UNSTATED);
    Decider decider = Given.decider(policy, Given.AS_OF, List.of());
    decider.decide(new Referral("R", nothing, List.of()));
    return true;
  }

  private static byte[] damage(byte[] whole, Random random) {
    String text = new String(whole, StandardCharsets.UTF_8);
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(5) == 0 ? 200 : 3));
      String piece = text.substring(at, to);
      text =
          switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, at) + mark(random) + text.substring(to);
            case 2 -> text.substring(0, at) + mark(random) + text.substring(at);
            case 3 -> {
              int where = random.nextInt(text.length());
              yield text.substring(0, where) + piece + text.substring(where);
            }
            default ->
                text.substring(0, at) + piece.repeat(1 + random.nextInt(40)) + text.substring(to);
          };
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static char mark(Random random) {
    return MARKS.charAt(random.nextInt(MARKS.length()));
  }
}
