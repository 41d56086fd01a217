package clin087.batch;

import clin087.referral.InputForm;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes about its referrals.
 *
 * @param jobs how many threads work; 0 to start with one and add more for a long run
 * @param input the form of what its name does not tell; null to tell it by the first line
 * @param progress whether a long run says on standard error how far it has come
 */
public record RunOptions(int jobs, @Nullable InputForm input, boolean progress) {
  /** What holds where nobody asks for anything else. */
  static final RunOptions PLAIN = new RunOptions(0, null, false);
}
