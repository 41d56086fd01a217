package clin087.batch;

import clin087.batch.Job.Worker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do tasks, each with a worker of its own. A failure in a thread, such as lack of
 * memory, is thrown to whoever asks for the result, even if the thread has ended.
 */
final class WorkerPool<D extends Job.Done> implements AutoCloseable {
  /** How long to wait before checking that the threads still run. */
  private static final int WAIT_MILLIS = 200;

  private final Job<D> job;
  private final ExecutorService threads;
  private final Deque<Worker<D>> idle = new ArrayDeque<>();
  private volatile @Nullable Throwable fault;

  WorkerPool(Job<D> job, int count) {
    this.job = job;
    this.threads = Executors.newFixedThreadPool(count, this::thread);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((itself, e) -> fault = e);
    return thread;
  }

  Future<D> submit(Task task) {
    return threads.submit(() -> process(task));
  }

  private D process(Task task) {
    Worker<D> worker;
    synchronized (idle) {
      worker = idle.poll();
    }
    if (worker == null) {
      worker = job.worker();
    }
    D done = worker.process(task);
    synchronized (idle) {
      idle.push(worker);
    }
    return done;
  }

  /**
   * Waits for the result of a task.
   *
   * @throws RuntimeException what a thread failed with; or an {@link Error}
   */
  D result(Future<D> task) throws InterruptedException {
    while (true) {
      try {
        return task.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (fault != null) {
          throw unchecked(fault);
        }
      } catch (ExecutionException e) {
        throw unchecked(e.getCause());
      }
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException exception ? exception : new IllegalStateException(e);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
