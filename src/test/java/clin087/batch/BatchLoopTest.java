package clin087.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of blocks is written in their order, and no failure of a worker is lost. */
class BatchLoopTest {
  private static final int LINES = 5000;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private record Counted(int first, int count, int weight, boolean endsSource)
      implements Job.Done {}

  /** Holds each task to follow the one before it. */
  private static class Following implements Job<Counted> {
    int next;

    @Override
    public Worker<Counted> worker() {
      return this::process;
    }

    Counted process(Task task) {
      return new Counted(
          task.firstIndex(), task.block().spans().size(), task.block().length(), false);
    }

    @Override
    public void write(Counted done) throws Failure {
      assertEquals(next, done.first());
      next += done.count();
    }
  }

  private void run(Job<Counted> job, int jobs, String... paths) throws Failure {
    byte[] lines = "{}\n".repeat(LINES).getBytes(StandardCharsets.UTF_8);
    Environment environment =
        new Environment(
            new ByteArrayInputStream(lines),
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Path.of("").toAbsolutePath(),
            false,
            80);
    new BatchLoop<>(environment, job, new RunOptions(jobs, null, false)).run(List.of(paths));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 16, 64})
  void whatComesOfBlocksIsWrittenInTheirOrder(int jobs) throws Failure {
    Following job = new Following();
    run(job, jobs, "-");
    assertEquals(LINES, job.next);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void aFailureOfAWorkerEndsTheRun(int jobs) {
    for (Throwable failure :
        List.of(
            new OutOfMemoryError("test"), new StackOverflowError(), new IllegalStateException())) {
      Job<Counted> job =
          new Following() {
            @Override
            Counted process(Task task) {
              if (task.firstIndex() > LINES / 2) {
                if (failure instanceof Error error) {
                  throw error;
                }
                throw (RuntimeException) failure;
              }
              return super.process(task);
            }
          };
      Throwable thrown =
          assertTimeoutPreemptively(
              Duration.ofSeconds(60),
              () -> assertThrows(Throwable.class, () -> run(job, jobs, "-")));
      assertSame(failure, thrown);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16})
  void aWorkerThatCannotBeMadeEndsTheRun(int jobs) {
    Job<Counted> job =
        new Following() {
          private int made;

          @Override
          public synchronized Worker<Counted> worker() {
            if (made++ > 0) {
              throw new OutOfMemoryError("test");
            }
            return task -> {
              throw new OutOfMemoryError("test");
            };
          }
        };
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> assertThrows(OutOfMemoryError.class, () -> run(job, jobs, "-")));
  }

  @Test
  void whatCannotBeReadIsALineOnStandardErrorToo() throws Failure {
    run(new Following(), 1, "no\u001bwhere.json");
    assertEquals(
        "clin087: cannot read no\\u{1b}where.json: there is no such file or folder\n",
        err.toString(StandardCharsets.UTF_8));
  }
}
