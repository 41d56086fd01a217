package clin087.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clin087.problem.ReferralProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of problem that the README explains is met by a referral, or by its file. */
class ReferralProblemTest {
  @TempDir Path folder;

  /** A referral that has the problem, and may have others beside it. */
  private static String referral(ReferralProblem kind) {
    return switch (kind) {
      case UNREADABLE -> "a referral whose file is not written";
      case EMPTY -> "[]";
      case NOT_JSON -> "{'reference':'A'}";
      case NOT_CSV -> "reference\nA,B\n";
      case NOT_UTF8 -> "{\"reference\":\"\\ud800\"}";
      case UNKNOWN_FIELD -> Cli.INVALID;
      case DUPLICATE_FIELD -> "{\"reference\":\"A\",\"reference\":\"B\"}";
      case REQUIRED -> "{}";
      case WRONG_TYPE -> "{\"reference\":1}";
      case NOT_ALLOWED -> "{\"reference\":\"A\",\"coreCriteria\":[\"pain\"]}";
      case REPEATED_VALUE -> "{\"reference\":\"A\",\"coreCriteria\":[\"urgent\",\"urgent\"]}";
      case BAD_DATE -> "{\"reference\":\"A\",\"date\":\"2025-02-29\"}";
      case TOO_LONG -> "{\"reference\":\"" + "A".repeat(65) + "\"}";
      case CONTROL_CHARACTER -> "{\"reference\":\"A\\n\"}";
      case CONTRADICTION ->
          "{\"reference\":\"A\",\"mcas\":{\"seen\":false,\"seenOn\":\"2025-01-01\"}}";
      case TOO_LARGE -> "{\"notes\":\"" + "A".repeat(1 << 20) + "\"}";
      case TOO_DEEP -> "{\"notes\":" + "[".repeat(33) + "]".repeat(33) + "}";
    };
  }

  @ParameterizedTest
  @EnumSource
  void aReferralWithTheProblemIsToldItsCode(ReferralProblem kind) {
    Cli cli = new Cli(folder);
    String name = kind == ReferralProblem.NOT_CSV ? "referral.csv" : "referral.json";
    if (kind != ReferralProblem.UNREADABLE) {
      cli.write(name, referral(kind));
    }
    Cli.Ran ran = cli.run("check", "--format", "ndjson", name);
    assertTrue(ran.out().contains("{\"code\":\"" + kind.code() + "\","), ran.out());
    assertEquals(5, ran.code());
  }
}
