package clin087.batch;

import clin087.batch.Job.Worker;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.referral.Block;
import clin087.referral.Blocks;
import clin087.referral.Source;
import clin087.referral.Sources;
import clin087.text.Characters;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The loop of every run over referrals: it reads sources block by block, has a job work on the
 * blocks on one thread or several, and hands over the results in the order of the input.
 */
final class BatchLoop<D extends Job.Done> implements Sources.Visitor<Failure> {
  /** How many blocks one thread does before more are started: about a second of work. */
  private static final int WORTH_THREADS = 2048;

  private static final int MOST_THREADS = 4;

  /** How many blocks wait for each thread, so that a thread is not woken for every block. */
  private static final int AHEAD = 8;

  /** How many bytes of input and results may wait, however many threads there are. */
  private static final int MOST_WAITING = 1 << 24;

  private final Environment environment;
  private final Job<D> job;
  private final RunOptions options;
  private final Worker<D> ownWorker;
  private final Deque<Pending<D>> underWay = new ArrayDeque<>();
  private @Nullable WorkerPool<D> pool;
  private @Nullable Progress progress;
  private int blocks;

  /** The memory of a task, by the largest of late; a guess at first. */
  private int weight = 1 << 20;

  /** The memory that the tasks under way may take. */
  private long waiting;

  /**
   * A task that a thread works on.
   *
   * @param memory what it may take, in bytes
   */
  private record Pending<D>(
      Future<D> done, Task task, OpenSource source, boolean isLast, long memory) {}

  /** A source while its blocks are under way. */
  private static final class OpenSource {
    final String name;

    /** Where its blocks come from, once it is open. */
    @Nullable Blocks blocks;

    /** How many referrals have been found in the source. */
    int found;

    /** Whether a task has found that nothing after it can be read. */
    boolean ended;

    OpenSource(String name) {
      this.name = name;
    }
  }

  /**
   * A loop for one run.
   *
   * @param job the work to be done on the referrals
   */
  BatchLoop(Environment environment, Job<D> job, RunOptions options) {
    this.environment = environment;
    this.job = job;
    this.options = options;
    this.ownWorker = job.worker();
  }

  void run(List<String> paths) throws Failure {
    progress = options.progress() ? new Progress(environment, paths, System.nanoTime()) : null;
    try {
      Sources sources = new Sources(environment.workingFolder());
      for (String path : paths) {
        sources.visit(path, this);
      }
      finish();
    } finally {
      close();
    }
  }

  void run(Source source) throws Failure {
    try {
      visit(source);
      finish();
    } finally {
      close();
    }
  }

  private void finish() throws Failure {
    if (pool != null) {
      drain(pool, 0);
    }
  }

  private void close() {
    if (progress != null) {
      progress.end();
    }
    if (pool != null) {
      pool.close();
    }
  }

  @Override
  public void visit(Source source) throws Failure {
    OpenSource open = new OpenSource(source.name());
    if (source.problem() != null) {
      wrong(open, source.problem());
      return;
    }
    try (Blocks found = source.open(environment.in(), options.input())) {
      open.blocks = found;
      for (Block block = found.next(); block != null && !open.ended; block = found.next()) {
        submit(open, block);
        if (source.isStandardInput()) {
          writeWhileWaiting();
        }
      }
      if (open.found == 0) {
        submit(open, Block.wrong(ReferralProblem.EMPTY, "expected a referral"));
      }
    } catch (IOException e) {
      wrong(open, new Problem(ReferralProblem.UNREADABLE, "", 1, 1, source.reason()));
    }
  }

  /** Reports a problem of a whole source on standard error, beside the results. */
  private void wrong(OpenSource source, Problem problem) throws Failure {
    if (problem.kind() == ReferralProblem.UNREADABLE) {
      String line = "cannot read " + source.name + ": " + problem.message();
      environment.err().println("clin087: " + Characters.visible(line));
    }
    submit(source, Block.wrong(problem));
  }

  /** Submits a block piece by piece. */
  private void submit(OpenSource source, Block block) throws Failure {
    List<Block> pieces = block.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Block piece = pieces.get(i);
      Task task = new Task(source.name, source.found, piece);
      source.found += piece.spans().size();
      submit(source, task, i == pieces.size() - 1);
    }
  }

  /**
   * Submits a task.
   *
   * @param isLast whether nothing needs the bytes of its block after it
   */
  private void submit(OpenSource source, Task task, boolean isLast) throws Failure {
    blocks++;
    int count =
        options.jobs() > 0
            ? Math.min(options.jobs(), RunOptions.MOST_JOBS)
            : blocks < WORTH_THREADS ? 1 : threadsWorthHaving();
    if (count == 1) {
      write(ownWorker.process(task), task, source, isLast);
      return;
    }
    if (pool == null) {
      pool = new WorkerPool<>(job, count);
    }
    long memory = Math.max(weight, (long) job.growth() * task.block().size());
    while (underWay.size() >= AHEAD * count
        || (waiting + memory > MOST_WAITING && !underWay.isEmpty())) {
      drain(pool, underWay.size() - 1);
    }
    waiting += memory;
    underWay.add(new Pending<>(pool.submit(task), task, source, isLast, memory));
  }

  /**
   * Writes what is under way while a live stream has nothing more to read, since its other end may
   * wait for an answer.
   */
  private void writeWhileWaiting() throws Failure {
    while (pool != null && !underWay.isEmpty() && mayWait()) {
      drain(pool, underWay.size() - 1);
    }
  }

  /** Whether the next bytes of standard input are still to come. */
  private boolean mayWait() {
    try {
      return environment.in().available() == 0;
    } catch (IOException e) {
      return true; // some devices do not tell
    }
  }

  private static int threadsWorthHaving() {
    return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /** Writes finished tasks until only so many are under way. */
  private void drain(WorkerPool<D> threads, int left) throws Failure {
    try {
      while (underWay.size() > left) {
        Pending<D> next = underWay.remove();
        waiting -= next.memory();
        write(threads.result(next.done()), next.task(), next.source(), next.isLast());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INTERRUPTED, "");
    }
  }

  private void write(D done, Task task, OpenSource source, boolean isLast) throws Failure {
    weight = Math.max(done.weight() + 1, weight - weight / 8);
    if (!source.ended) {
      source.ended = done.endsSource();
      job.write(done);
    }
    if (progress != null) {
      progress.done(task.block().spans().size(), task.block().size());
    }
    if (source.blocks != null && isLast) {
      source.blocks.reuse(task.block().bytes());
    }
  }
}
