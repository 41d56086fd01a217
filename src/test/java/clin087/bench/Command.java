package clin087.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A program that is run again and again, with the time and the memory that it took. */
final class Command {
  private final String name;
  private final List<String> words;
  private final List<Double> milliseconds = new ArrayList<>();
  private long mostKibibytes;

  Command(String name, String... words) {
    this.name = name;
    this.words = List.of(words);
  }

  String name() {
    return name;
  }

  /** Runs it once, its output thrown away. */
  void run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    process.getOutputStream().close(); // nothing to read: no answer to a question
    process.waitFor();
    milliseconds.add((System.nanoTime() - start) / 1e6);
  }

  /** Runs it once more, watching its memory, and that of what it starts, instead of the time. */
  void watchMemory() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    while (process.isAlive()) {
      mostKibibytes = Math.max(mostKibibytes, peak(process.toHandle()));
      for (ProcessHandle child : process.descendants().toList()) {
        mostKibibytes = Math.max(mostKibibytes, peak(child));
      }
      Thread.sleep(1);
    }
  }

  double median() {
    List<Double> sorted = new ArrayList<>(milliseconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** The peak of its resident memory in MiB; 0 where the system does not tell. */
  double mebibytes() {
    return mostKibibytes / 1024.0;
  }

  private static long peak(ProcessHandle process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      // it has ended, or this is no Linux
    }
    return 0;
  }
}
