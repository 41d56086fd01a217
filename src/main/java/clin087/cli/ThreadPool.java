package clin087.cli;

import clin087.cli.Pipeline.Done;
import clin087.cli.Pipeline.Task;
import clin087.report.Bytes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do tasks, each with a worker of its own. */
final class ThreadPool implements AutoCloseable {
  private final ExecutorService threads;
  private final ThreadLocal<Worker> workers;

  ThreadPool(Pipeline pipeline, int count) {
    this.threads = Executors.newFixedThreadPool(count);
    this.workers = ThreadLocal.withInitial(pipeline::worker);
  }

  Future<Done> submit(Task task, List<Bytes> entries) {
    return threads.submit(() -> workers.get().process(task, entries));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
