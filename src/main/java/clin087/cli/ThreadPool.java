package clin087.cli;

import clin087.cli.Pipeline.Done;
import clin087.cli.Pipeline.Task;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do tasks, each with a worker of its own. */
final class ThreadPool implements AutoCloseable {
  private final Pipeline pipeline;
  private final ExecutorService threads;
  private final ThreadLocal<Worker> workers;

  ThreadPool(Pipeline pipeline, int count) {
    this.pipeline = pipeline;
    this.threads = Executors.newFixedThreadPool(count);
    this.workers = ThreadLocal.withInitial(pipeline::worker);
  }

  Future<Done> submit(Task task) {
    return threads.submit(() -> workers.get().process(task, pipeline.entries()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
