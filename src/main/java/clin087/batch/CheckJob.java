package clin087.batch;

import clin087.decision.Decider;
import clin087.decision.Decisions;
import clin087.report.Context;
import clin087.report.Format;
import clin087.report.Report;
import clin087.report.Summary;
import clin087.text.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Decides referrals, and writes the reports to their outputs. */
public final class CheckJob implements Job<CheckJob.Done> {
  /** How large a text is kept for another task, in bytes. */
  private static final int MOST_KEPT = 1 << 20;

  private final Context context;
  private final Decider decider;
  private final Decisions decisions;
  private final boolean ignoreUnknownFields;
  private final List<Format> formats;
  private final List<Output> outputs;
  private final List<Report> reports;
  private final boolean[] begun;
  private final Deque<List<Bytes>> idle = new ArrayDeque<>();
  private final Summary summary;

  /**
   * @param formats one for each of the outputs
   */
  public CheckJob(
      Context context,
      Decider decider,
      boolean ignoreUnknownFields,
      List<Format> formats,
      List<Output> outputs) {
    this.context = context;
    this.decider = decider;
    this.decisions = new Decisions(decider);
    this.ignoreUnknownFields = ignoreUnknownFields;
    this.formats = List.copyOf(formats);
    this.outputs = List.copyOf(outputs);
    this.reports = reports();
    this.begun = new boolean[formats.size()];
    this.summary = new Summary(context.policy());
  }

  /**
   * The results of a task.
   *
   * @param entries the text for each output
   */
  record Done(Task task, List<Bytes> entries, Summary summary, boolean endsSource)
      implements Job.Done {
    @Override
    public int weight() {
      int weight = task.block().length();
      for (Bytes written : entries) {
        weight += written.length();
      }
      return weight;
    }
  }

  @Override
  public int growth() {
    return Job.super.growth() * outputs.size();
  }

  @Override
  public Worker<Done> worker() {
    return new CheckWorker(this, context, decider, decisions, ignoreUnknownFields, reports());
  }

  /** An empty text for every output, reused from a task that has been written if there is one. */
  synchronized List<Bytes> entries() {
    if (!idle.isEmpty()) {
      return idle.pop();
    }
    List<Bytes> entries = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      entries.add(new Bytes());
    }
    return entries;
  }

  private synchronized void reuse(List<Bytes> entries) {
    boolean large = false;
    for (Bytes each : entries) {
      each.clear();
      large |= each.array().length > MOST_KEPT;
    }
    if (!large) {
      idle.push(entries);
    }
  }

  Summary summary() {
    return summary;
  }

  /** Whether any of the results goes to standard output. */
  boolean usesStandardOutput() {
    for (Output output : outputs) {
      if (output.isStandard()) {
        return true;
      }
    }
    return false;
  }

  void begin() throws Failure {
    for (int i = 0; i < outputs.size(); i++) {
      Bytes bytes = new Bytes();
      reports.get(i).begin(bytes);
      outputs.get(i).write(bytes);
    }
  }

  @Override
  public void write(Done done) throws Failure {
    summary.add(done.summary());
    for (int i = 0; i < outputs.size(); i++) {
      Bytes entries = done.entries().get(i);
      if (entries.isEmpty()) {
        continue;
      }
      if (begun[i]) {
        Bytes between = new Bytes();
        reports.get(i).between(between);
        if (!between.isEmpty()) {
          outputs.get(i).write(between);
        }
      }
      begun[i] = true;
      outputs.get(i).write(entries);
    }
    reuse(done.entries());
  }

  void end() throws Failure {
    for (int i = 0; i < outputs.size(); i++) {
      Bytes bytes = new Bytes();
      reports.get(i).end(summary, bytes);
      outputs.get(i).write(bytes);
    }
    for (Output output : outputs) {
      output.finish();
    }
  }

  private List<Report> reports() {
    List<Report> fresh = new ArrayList<>();
    for (Format format : formats) {
      fresh.add(format.report(context));
    }
    return fresh;
  }
}
