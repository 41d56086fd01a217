package clin087.report;

import clin087.policy.Policy;
import java.time.LocalDate;

/**
 * What all results of a run share: the policy, the date of the check and how to write.
 *
 * @param explain whether reports show the trace
 * @param quiet whether text leaves out referrals that nobody needs to look at
 * @param color whether text is coloured
 * @param width how many characters a line of text may have
 */
public record Context(
    String toolVersion,
    Policy policy,
    LocalDate asOf,
    boolean explain,
    boolean quiet,
    boolean color,
    int width) {
  /** The name of the program. */
  public static final String TOOL = "clin087";

  /** What every answer says of itself. */
  public static final String DISCLAIMER =
      "An administrative check: it does not replace clinical judgement, and it approves no funding.";
}
