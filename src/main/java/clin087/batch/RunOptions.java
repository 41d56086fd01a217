package clin087.batch;

import clin087.referral.InputForm;
import org.jspecify.annotations.Nullable;

/**
 * How a run reads and works on its referrals.
 *
 * @param jobs how many threads work, of which at most {@link #MOST_JOBS} are used; 0 to start with
 *     one and add more for a long run
 * @param input the form of inputs whose name does not tell it; null to tell it from the first line
 * @param progress whether to show the progress of a long run on standard error
 */
public record RunOptions(int jobs, @Nullable InputForm input, boolean progress) {
  /** The most threads that work; more would need more memory than there is. */
  public static final int MOST_JOBS = 16;

  /** The defaults. */
  static final RunOptions PLAIN = new RunOptions(0, null, false);
}
