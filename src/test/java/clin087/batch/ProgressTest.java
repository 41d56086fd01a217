package clin087.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long run says how far it is, and a short one says nothing. */
class ProgressTest {
  private static final long SECOND = 1_000_000_000;

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Progress begun(long secondsAgo, String... paths) {
    Environment environment =
        new Environment(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            folder,
            false,
            80);
    return new Progress(environment, List.of(paths), System.nanoTime() - secondsAgo * SECOND);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aShortRunSaysNothing() {
    Progress progress = begun(1, "-");
    progress.done(1000, 1000);
    progress.end();
    assertEquals("", said());
  }

  @Test
  void aLongRunSaysHowManyHowFastAndHowLongStill() throws IOException {
    Files.write(folder.resolve("a.ndjson"), new byte[4000]);
    Progress progress = begun(10, "a.ndjson");
    progress.done(2000, 1000);
    progress.done(1, 1);
    assertEquals("\r2,000 referrals, 200 a second, 0:30 left", said());
    progress.end();
    assertTrue(said().endsWith("\r" + " ".repeat(40) + "\r"), "the line is taken away");
  }

  @Test
  void nobodyKnowsHowMuchAStreamHolds() {
    begun(10, "-").done(2000, 1000);
    assertEquals("\r2,000 referrals, 200 a second", said());
  }
}
