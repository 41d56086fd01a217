package clin087.batch;

import clin087.batch.Pipeline.Done;
import clin087.batch.Pipeline.Task;
import clin087.text.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do tasks, each with a worker of its own. Whatever fails in one of them, lack of
 * memory above all, is thrown where its result is asked for: no thread dies unnoticed, and to hand
 * a failure over allocates nothing.
 */
final class ThreadPool implements AutoCloseable {
  private final Pipeline pipeline;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private boolean closed;
  private @Nullable Throwable fault;

  /** A task on its way. */
  static final class Job {
    private final Task task;
    private final List<Bytes> entries;
    private @Nullable Done done;

    private Job(Task task, List<Bytes> entries) {
      this.task = task;
      this.entries = entries;
    }
  }

  ThreadPool(Pipeline pipeline, int count) {
    this.pipeline = pipeline;
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::work);
      thread.setDaemon(true);
      thread.start();
    }
  }

  synchronized Job submit(Task task, List<Bytes> entries) {
    Job job = new Job(task, entries);
    waiting.add(job);
    notifyAll();
    return job;
  }

  /**
   * Waits for what comes of a job.
   *
   * @throws RuntimeException what a thread failed with; or an {@link Error}
   */
  synchronized Done result(Job job) throws InterruptedException {
    Done done = job.done;
    while (done == null) {
      if (fault instanceof Error error) {
        throw error;
      }
      if (fault instanceof RuntimeException exception) {
        throw exception;
      }
      wait();
      done = job.done;
    }
    return done;
  }

  private void work() {
    try {
      Worker worker = pipeline.worker();
      for (Job job = next(); job != null; job = next()) {
        finish(job, worker.process(job.task, job.entries));
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private synchronized @Nullable Job next() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
      return waiting.poll();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts these threads", e);
    }
  }

  private synchronized void finish(Job job, Done done) {
    job.done = done;
    notifyAll();
  }

  private synchronized void fail(Throwable e) {
    fault = fault == null ? e : fault;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    notifyAll();
  }
}
