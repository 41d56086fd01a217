package clin087.batch;

import clin087.referral.Source;
import clin087.referral.Sources;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows the progress of a long run in a line on standard error. */
final class Progress {
  private static final long SECOND = 1_000_000_000;
  private static final long PATIENCE = 2 * SECOND;
  private static final long UNKNOWN = -1;

  private final PrintStream err;
  private final Path workingFolder;
  private final List<String> paths;
  private final long begun;
  private long next;
  private long size;
  private long referrals;
  private long bytes;
  private int shown;

  /**
   * The progress of a run.
   *
   * @param begun when the run began, by {@link System#nanoTime}
   */
  Progress(Environment environment, List<String> paths, long begun) {
    this.begun = begun;
    this.next = begun + PATIENCE;
    this.err = environment.err();
    this.workingFolder = environment.workingFolder();
    this.paths = List.copyOf(paths);
  }

  /** Adds what has been done, and shows it twice a second. */
  void done(int moreReferrals, long moreBytes) {
    referrals += moreReferrals;
    bytes += moreBytes;
    long now = System.nanoTime();
    if (now - next >= 0) {
      size = size == 0 ? size() : size;
      show(line(now - begun));
      next = now + SECOND / 2;
    }
  }

  /** Erases the line. */
  void end() {
    if (shown > 0) {
      show("");
      err.print('\r');
      err.flush();
    }
  }

  private String line(long nanos) {
    double seconds = (double) nanos / SECOND;
    long rate = Math.round(referrals / seconds);
    String done = String.format(Locale.ROOT, "%,d referrals, %,d a second", referrals, rate);
    if (size < bytes || bytes == 0) {
      return done;
    }
    long left = Math.round(seconds * (size - bytes) / bytes);
    return done + String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
  }

  /** Replaces the line, on any terminal. */
  private void show(String line) {
    err.print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
    err.flush();
    shown = line.length();
  }

  /** The size of the input in bytes; {@link #UNKNOWN} if a stream is part of it. */
  private long size() {
    Sizes sizes = new Sizes();
    Sources sources = new Sources(workingFolder);
    for (String path : paths) {
      sources.visit(path, sizes);
    }
    return sizes.known ? sizes.sum : UNKNOWN;
  }

  private static final class Sizes implements Sources.Visitor<RuntimeException> {
    private boolean known = true;
    private long sum;

    @Override
    public void visit(Source source) {
      try {
        known &= source.problem() != null || source.file() != null;
        sum += source.file() == null ? 0 : Files.size(source.file());
      } catch (IOException e) {
        known = false;
      }
    }
  }
}
