package clin087.batch;

import clin087.decision.Decider;
import clin087.decision.Decisions;
import clin087.referral.Block;
import clin087.referral.Blocks;
import clin087.report.Context;
import clin087.report.Format;
import clin087.report.Report;
import clin087.report.Summary;
import clin087.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What turns blocks of referrals into reports, and the outputs that these go to, in order. */
public final class Pipeline {
  private final Context context;
  private final Decider decider;
  private final Decisions decisions;
  private final boolean ignoreUnknownFields;
  private final List<Format> formats;
  private final List<Output> outputs;
  private final List<Report> reports;
  private final boolean[] begun;
  private final Summary summary;

  /**
   * @param formats one for each of the outputs
   */
  public Pipeline(
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
    this.summary = new Summary(context.policy().verdicts());
  }

  /**
   * A piece of work: some referrals of one source.
   *
   * @param isLast whether nobody needs the bytes of the block behind it
   */
  record Task(SourceState source, int firstIndex, Block block, boolean isLast) {
    Task(SourceState source, int firstIndex, Block block) {
      this(source, firstIndex, block, true);
    }
  }

  /** What is known of a source while its tasks are under way. */
  static final class SourceState {
    final String name;

    /** Where its blocks come from, once it is open. */
    @Nullable Blocks blocks;

    /** Set when a task of it has found that nothing behind it can be read. */
    boolean ended;

    SourceState(String name) {
      this.name = name;
    }
  }

  /** What came of a task. */
  record Done(Task task, List<Bytes> entries, Summary summary, boolean ended) {
    /** How much memory it holds, in bytes. */
    int weight() {
      int weight = task.block().length();
      for (Bytes written : entries) {
        weight += written.length();
      }
      return weight;
    }
  }

  /** Does tasks, for one thread. */
  Worker worker() {
    return new Worker(context, decider, decisions, ignoreUnknownFields, reports());
  }

  /** Empty entries for every output. */
  List<Bytes> entries() {
    List<Bytes> entries = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      entries.add(new Bytes());
    }
    return entries;
  }

  Summary summary() {
    return summary;
  }

  void begin() throws Failure {
    for (int i = 0; i < outputs.size(); i++) {
      Bytes bytes = new Bytes();
      reports.get(i).begin(bytes);
      outputs.get(i).write(bytes);
    }
  }

  /** Writes what came of a task; to be called in the order of the tasks. */
  void write(Done done) throws Failure {
    SourceState source = done.task().source();
    if (source.ended) {
      return;
    }
    source.ended = done.ended();
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
