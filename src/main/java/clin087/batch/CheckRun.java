package clin087.batch;

import clin087.policy.Outcome;
import clin087.referral.Source;
import clin087.report.Summary;
import java.util.List;

/** One run of the check: from paths to outputs and an exit code. */
public final class CheckRun {
  private final Environment environment;
  private final CheckJob job;
  private final RunOptions options;

  public CheckRun(Environment environment, CheckJob job, RunOptions options) {
    this.environment = environment;
    this.job = job;
    this.options = options;
  }

  /**
   * Decides all referrals.
   *
   * @param paths files, folders or {@code -}
   * @param failOn the verdicts and cautions that end with exit code 1
   */
  public ExitCode run(List<String> paths, FailOn failOn) throws Failure {
    job.begin();
    new BatchLoop<>(environment, job, options).run(paths);
    return ended(failOn);
  }

  /** Decides the referrals of one source. */
  public ExitCode run(Source source, FailOn failOn) throws Failure {
    job.begin();
    new BatchLoop<>(environment, job, options).run(source);
    return ended(failOn);
  }

  private ExitCode ended(FailOn failOn) throws Failure {
    job.end();
    sayInvalid(job.summary().invalid());
    return exitCode(job.summary(), failOn);
  }

  /** Says how many referrals are invalid, if every result goes to a file. */
  private void sayInvalid(long invalid) {
    if (invalid > 0 && !job.usesStandardOutput()) {
      String are = invalid == 1 ? " referral is invalid" : " referrals are invalid";
      environment.err().println("clin087: " + invalid + are + "; the results say why");
    }
  }

  private static ExitCode exitCode(Summary summary, FailOn failOn) {
    if (summary.invalid() > 0) {
      return ExitCode.INVALID_INPUT;
    }
    if (failOn.applies(summary)) {
      return ExitCode.REFUSED;
    }
    if (summary.count(Outcome.REDIRECT) > 0) {
      return ExitCode.REDIRECTED;
    }
    return summary.count(Outcome.INCOMPLETE) > 0 ? ExitCode.INCOMPLETE : ExitCode.FINE;
  }
}
