package clin087.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JsonParser;

/**
 * Measures the packaged program against what bounds it: a start of Java for one referral, a mere
 * walk over the JSON for many. Whole processes, by turns in one run, so that a busy machine slows
 * all of them alike; the median counts. Asserts nothing: {@code mvn -q -Pbench verify} prints it.
 */
public final class Benchmark {
  private static final Path PROGRAM = Path.of("target/clin087/bin/clin087").toAbsolutePath();

  private Benchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("clin087-bench");
    try {
      Path one = folder.resolve("one.json");
      Path thousand = folder.resolve("thousand.ndjson");
      Path many = folder.resolve("many.ndjson");
      Path million = folder.resolve("million.ndjson");
      new Referrals().write(one, 1);
      new Referrals().write(thousand, 1_000);
      new Referrals().write(many, 100_000);
      new Referrals().write(million, 1_000_000);
      Command bare = java("bare Java, prints one line", "Bare");
      compare(
          "One referral",
          25,
          bare,
          check("check, text", one),
          check("check, JSON", one, "-f", "json"));
      compare("1,000 referrals", 11, bare, check("check, NDJSON", thousand, "-f", "ndjson"));
      compare(
          "100,000 referrals",
          7,
          java("walk over the JSON", "Walk", many.toString()),
          check("check, NDJSON, 1 thread", many, "-f", "ndjson", "-j", "1"),
          check("check, NDJSON, threads as it likes", many, "-f", "ndjson"),
          check("check, CSV, 1 thread", many, "-f", "csv", "-j", "1"));
      compare(
          "1,000,000 referrals",
          3,
          java("walk over the JSON", "Walk", million.toString()),
          check("check, NDJSON, 2 threads", million, "-f", "ndjson", "-j", "2"),
          check("check, NDJSON, threads as it likes", million, "-f", "ndjson"));
    } finally {
      for (String name :
          new String[] {"one.json", "thousand.ndjson", "many.ndjson", "million.ndjson"}) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private static void compare(String title, int rounds, Command... commands)
      throws IOException, InterruptedException {
    for (Command command : commands) {
      command.watchMemory(); // and warms the disk's cache
    }
    for (int round = 0; round < rounds; round++) {
      for (Command command : commands) {
        command.run();
      }
    }
    System.out.printf("%n%s (median of %d rounds)%n", title, rounds);
    for (Command command : commands) {
      System.out.printf(
          Locale.ROOT,
          "  %-36s %9.1f ms %7.2f %9.0f MiB%n",
          command.name(),
          command.median(),
          command.median() / commands[0].median(),
          command.mebibytes());
    }
  }

  private static Command java(String name, String mainClass, String... args) {
    String jackson = location(JsonParser.class);
    String classPath = location(Benchmark.class) + java.io.File.pathSeparator + jackson;
    String[] words = new String[4 + args.length];
    words[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    words[1] = "-cp";
    words[2] = classPath;
    words[3] = "clin087.bench." + mainClass;
    System.arraycopy(args, 0, words, 4, args.length);
    return new Command(name, words);
  }

  private static Command check(String name, Path referrals, String... options) {
    String[] words = new String[3 + options.length];
    words[0] = PROGRAM.toString();
    words[1] = "check";
    words[2] = referrals.toString();
    System.arraycopy(options, 0, words, 3, options.length);
    return new Command(name, words);
  }

  private static String location(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
