package clin087.batch;

import clin087.batch.Pipeline.Done;
import clin087.batch.Pipeline.SourceState;
import clin087.batch.Pipeline.Task;
import clin087.batch.ThreadPool.Job;
import clin087.policy.Outcome;
import clin087.policy.Verdict;
import clin087.referral.Block;
import clin087.referral.Blocks;
import clin087.referral.Source;
import clin087.referral.Sources;
import clin087.report.Summary;
import clin087.text.Bytes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of the check: from sources to outputs, in order, on one thread or several. */
public final class CheckRun implements Sources.Visitor {
  /** How many blocks are done before more threads pay for themselves: about a second of work. */
  private static final int WORTH_THREADS = 2048;

  private static final int MOST_THREADS = 4;

  /** More than this take more memory than there is, each with reports of its own. */
  private static final int MOST_WORKERS = 16;

  /** How many blocks wait for each thread, so that none has to be woken for every one. */
  private static final int AHEAD = 8;

  /** How many bytes may wait, however many threads there are: input and what is written of it. */
  private static final int MOST_WAITING = 1 << 24;

  private final Environment environment;
  private final Pipeline pipeline;
  private final int jobs;
  private final Worker ownWorker;
  private final Deque<List<Bytes>> idleEntries = new ArrayDeque<>();
  private final Deque<Job> underWay = new ArrayDeque<>();
  private @Nullable ThreadPool threads;
  private int blocks;

  /** What a task weighs, seen from the heaviest of late; a guess at first. */
  private int weight = 1 << 20;

  /**
   * @param jobs how many threads work; 0 to start with one and add more for a long run
   */
  public CheckRun(Environment environment, Pipeline pipeline, int jobs) {
    this.environment = environment;
    this.pipeline = pipeline;
    this.jobs = jobs;
    this.ownWorker = pipeline.worker();
  }

  public ExitCode run(List<String> paths, boolean[] failing) throws Failure {
    try {
      pipeline.begin();
      SourceSearch.visit(environment, paths, this);
      if (threads != null) {
        drain(threads, 0);
      }
      pipeline.end();
      return exitCode(pipeline.summary(), failing);
    } finally {
      if (threads != null) {
        threads.close();
      }
    }
  }

  @Override
  public void visit(Source source) {
    SourceState state = new SourceState(source.name());
    int index = 0;
    try {
      if (source.problem() != null) {
        submit(new Task(state, 0, Block.wrong(source.problem())));
        return;
      }
      try (Blocks found = source.open(environment.in())) {
        state.blocks = found;
        for (Block block = found.next(); block != null && !state.ended; block = found.next()) {
          index = submit(state, index, block);
        }
        if (index == 0) {
          submit(new Task(state, 0, Block.wrong("empty", "expected a referral")));
        }
      } catch (IOException e) {
        submit(new Task(state, index, Block.wrong("unreadable", source.reason())));
      }
    } catch (Failure failure) {
      throw new SourceSearch.Stopped(failure);
    }
  }

  /** Submits a block piece by piece, and tells the index of the referral behind it. */
  private int submit(SourceState state, int firstIndex, Block block) throws Failure {
    int index = firstIndex;
    int behind = firstIndex + block.spans().size();
    for (Block piece : block.pieces()) {
      int next = index + piece.spans().size();
      submit(new Task(state, index, piece, next == behind));
      index = next;
    }
    return behind;
  }

  private void submit(Task task) throws Failure {
    blocks++;
    int count =
        jobs > 0 ? Math.min(jobs, MOST_WORKERS) : blocks < WORTH_THREADS ? 1 : threadsWorthHaving();
    if (count == 1) {
      write(ownWorker.process(task, entries()));
      return;
    }
    if (threads == null) {
      threads = new ThreadPool(pipeline, count);
    }
    drain(threads, Math.min(AHEAD * count, MOST_WAITING / weight));
    underWay.add(threads.submit(task, entries()));
  }

  private List<Bytes> entries() {
    return idleEntries.isEmpty() ? pipeline.entries() : idleEntries.pop();
  }

  private void write(Done done) throws Failure {
    weight = Math.max(done.weight() + 1, weight - weight / 8);
    pipeline.write(done);
    for (Bytes entries : done.entries()) {
      entries.clear();
    }
    idleEntries.push(done.entries());
    Blocks blocks = done.task().source().blocks;
    if (blocks != null && done.task().isLast()) {
      blocks.reuse(done.task().block().bytes());
    }
  }

  private static int threadsWorthHaving() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /** Writes what is done until only so many tasks are under way. */
  private void drain(ThreadPool pool, int left) throws Failure {
    try {
      while (underWay.size() > left) {
        write(pool.result(underWay.remove()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INTERRUPTED, "");
    }
  }

  private static ExitCode exitCode(Summary summary, boolean[] failing) {
    if (summary.invalid() > 0) {
      return ExitCode.INVALID_INPUT;
    }
    for (Verdict verdict : summary.given()) {
      if (failing[verdict.index()]) {
        return ExitCode.REFUSED;
      }
    }
    if (summary.count(Outcome.REDIRECT) > 0) {
      return ExitCode.REDIRECTED;
    }
    return summary.count(Outcome.INCOMPLETE) > 0 ? ExitCode.INCOMPLETE : ExitCode.FINE;
  }
}
