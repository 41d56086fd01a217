package clin087.batch;

import clin087.batch.CheckJob.Done;
import clin087.decision.Decider;
import clin087.decision.Decisions;
import clin087.referral.BlockReader;
import clin087.referral.Referral;
import clin087.referral.ReferralReading;
import clin087.referral.Span;
import clin087.report.Context;
import clin087.report.OwnCautions;
import clin087.report.Report;
import clin087.report.Result;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.report.Summary;
import clin087.text.Bytes;
import clin087.text.Sha256;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, decides and writes the referrals of its tasks, one task after another. */
final class CheckWorker implements Job.Worker<Done> {
  private final CheckJob job;
  private final Context context;
  private final Decider decider;
  private final Decisions decisions;
  private final List<Report> reports;
  private final BlockReader reader;

  CheckWorker(
      CheckJob job,
      Context context,
      Decider decider,
      Decisions decisions,
      boolean ignoreUnknownFields,
      List<Report> reports) {
    this.job = job;
    this.context = context;
    this.decider = decider;
    this.decisions = decisions;
    this.reports = reports;
    this.reader = new BlockReader(context.policy(), context.asOf(), ignoreUnknownFields);
  }

  @Override
  public Done process(Task task) {
    TaskResults results = new TaskResults(task, job.entries());
    boolean goesOn = reader.read(task.block(), results);
    return new Done(task, results.entries, results.summary, !goesOn);
  }

  /** What the task that is being worked on comes to. */
  private final class TaskResults implements BlockReader.Sink {
    private final Task task;
    private final List<Bytes> entries;
    private final Summary summary = job.summary().empty();
    private final boolean numberInName;
    private int index;

    TaskResults(Task task, List<Bytes> entries) {
      this.task = task;
      this.entries = entries;
      this.index = task.firstIndex();
      this.numberInName = OwnCautions.hasNhsNumber(task.source());
    }

    @Override
    public void accept(ReferralReading reading, Span span) {
      Result result = result(reading, span);
      summary.add(result);
      add(result, entries);
      index++;
    }

    private Result result(ReferralReading reading, Span span) {
      Referral referral = reading.referral();
      if (referral == null) {
        return new Invalid(task.source(), index, reading.reference(), reading.problems());
      }
      return new Decided(
          task.source(),
          index,
          referral.reference(),
          context.explain() ? decider.decide(referral) : decisions.of(referral),
          OwnCautions.of(referral, numberInName),
          context.explain() ? sha256(task, span) : null);
    }
  }

  private void add(Result result, List<Bytes> entries) {
    for (int i = 0; i < reports.size(); i++) {
      Bytes bytes = entries.get(i);
      int before = bytes.length();
      if (before > 0) {
        reports.get(i).between(bytes);
      }
      int after = bytes.length();
      reports.get(i).add(result, bytes);
      if (bytes.length() == after) {
        bytes.truncate(before);
      }
    }
  }

  private static @Nullable String sha256(Task task, Span span) {
    return Sha256.of(Arrays.copyOfRange(task.block().bytes(), span.start(), span.end()));
  }
}
