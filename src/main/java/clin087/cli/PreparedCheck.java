package clin087.cli;

import clin087.batch.CheckJob;
import clin087.batch.CheckRun;
import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.FailOn;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.batch.RunOptions;
import clin087.decision.Decider;
import clin087.policy.Setting;
import clin087.referral.Source;
import clin087.report.Context;
import clin087.report.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check whose command line and policy have been read, so that only the referrals remain.
 *
 * @param assumptions what {@code --assume} states
 * @param save the file that an interview saves its referral to; null for none
 */
record PreparedCheck(
    Environment environment,
    Context context,
    List<Setting> assumptions,
    boolean ignoreUnknownFields,
    List<Target> targets,
    @Nullable Destination save,
    RunOptions options,
    FailOn failOn) {

  /** A format, and where it goes. */
  record Target(Format format, Destination destination) {}

  /** Decides the referrals of files, folders or {@code -}. */
  ExitCode run(List<String> paths) throws Failure {
    return run(environment, paths, null);
  }

  /** Decides the referrals of one source. */
  ExitCode run(Environment reading, Source source) throws Failure {
    return run(reading, List.of(), source);
  }

  private ExitCode run(Environment reading, List<String> paths, @Nullable Source source)
      throws Failure {
    Decider decider = new Decider(context.policy(), context.asOf(), assumptions);
    List<Output> outputs = new ArrayList<>();
    try {
      List<Format> formats = new ArrayList<>();
      for (Target target : targets) {
        outputs.add(Output.open(target.destination(), environment));
        formats.add(target.format());
      }
      CheckJob job = new CheckJob(context, decider, ignoreUnknownFields, formats, outputs);
      CheckRun run = new CheckRun(reading, job, options);
      return source == null ? run.run(paths, failOn) : run.run(source, failOn);
    } finally {
      for (Output output : outputs) {
        output.close();
      }
    }
  }

  /** Fails if an output cannot be written, before anybody has answered a question. */
  void tryOutputs() throws Failure {
    for (Target target : targets) {
      Output.tryToOpen(target.destination(), environment);
    }
    if (save != null) {
      Output.tryToOpen(save, environment);
    }
  }
}
