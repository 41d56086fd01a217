package clin087.bench;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.csv.CsvFactory;

/**
 * Measures the packaged program against what bounds it: a start of Java for one referral, a mere
 * walk over the JSON for many, on as many threads. Whole processes, by turns in one run, so that a
 * busy machine slows all of them alike; the median counts. Asserts nothing: {@code mvn -q -Pbench
 * verify} prints it.
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
      Path table = folder.resolve("many.csv");
      Path million = folder.resolve("million.ndjson");
      new Referrals().write(one, 1);
      new Referrals().write(thousand, 1_000);
      new Referrals().write(many, 100_000);
      new Referrals().writeTable(table, 100_000);
      new Referrals().write(million, 1_000_000);
      Command bare = java("bare Java, prints one line", "Bare");
      compare(
          "One referral",
          25,
          bare,
          check("check, text", one),
          check("check, JSON", one, "-f", "json"),
          program("ask, to its first question and its end", List.of("ask")));
      compare("1,000 referrals", 11, bare, check("check, NDJSON", thousand, "-f", "ndjson"));
      compare(
          "100,000 referrals",
          7,
          java("walk over the JSON, 1 thread", "Walk", many.toString(), "1"),
          check("check, NDJSON, 1 thread", many, "-f", "ndjson", "-j", "1"),
          check("check, NDJSON, threads as it likes", many, "-f", "ndjson"),
          check("check, CSV, 1 thread", many, "-f", "csv", "-j", "1"));
      compare(
          "100,000 rows of CSV",
          7,
          java("walk over the CSV, 1 thread", "CsvWalk", table.toString()),
          check("check, NDJSON, 1 thread", table, "-f", "ndjson", "-j", "1"));
      compare(
          "1,000,000 referrals",
          5,
          java("walk over the JSON, 2 threads", "Walk", million.toString(), "2"),
          java("walk over the JSON, 1 thread", "Walk", million.toString(), "1"),
          check("check, NDJSON, 2 threads", million, "-f", "ndjson", "-j", "2"),
          check("check, NDJSON, threads as it likes", million, "-f", "ndjson"));
      policies(folder, one);
    } finally {
      for (String name :
          new String[] {
            "one.json", "thousand.ndjson", "many.ndjson", "many.csv", "million.ndjson"
          }) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  /** The commands about policies, beside one check and on a policy of 200 rules over 60 facts. */
  private static void policies(Path folder, Path one) throws IOException, InterruptedException {
    Path made = folder.resolve("made.yaml");
    Path revised = folder.resolve("revised.yaml");
    Path cases = folder.resolve("made.tests.yaml");
    new MadePolicy(1, 60, 200).write(made);
    Files.writeString(revised, MadePolicy.revised(Files.readString(made)));
    Files.writeString(cases, MadePolicy.CASES);
    Path shipped = Path.of("policies/CMICB_Clin087.yaml").toAbsolutePath();
    Path revision = folder.resolve("revision.yaml");
    Files.writeString(
        revision,
        Files.readString(shipped).replace("approvedBy in (icb, gp)", "approvedBy is icb"));
    compare(
        "The policy commands on the shipped policy",
        15,
        check("check, text", one),
        policy("policy lint", "lint"),
        policy("policy test", "test"),
        policy("policy test --coverage", "test", "--coverage"),
        policy("policy diff, its own file", "diff", shipped.toString()),
        policy("policy diff, a revision", "diff", revision.toString()));
    compare(
        "The policy commands on a policy of 200 rules over 60 facts",
        3,
        check("check, text", one),
        policy("policy lint", "lint", made.toString()),
        policy("policy test --coverage", "test", "--coverage", made.toString()),
        policy("policy diff", "diff", made.toString(), revised.toString()));
    for (Path file : new Path[] {made, revised, cases, revision}) {
      Files.delete(file);
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
    List<String> places = new ArrayList<>();
    for (Class<?> type :
        List.of(
            Benchmark.class,
            JsonParser.class,
            CsvFactory.class,
            ObjectMapper.class,
            JsonFormat.class)) {
      places.add(location(type));
    }
    String classPath = String.join(File.pathSeparator, places);
    String[] words = new String[4 + args.length];
    words[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    words[1] = "-cp";
    words[2] = classPath;
    words[3] = "clin087.bench." + mainClass;
    System.arraycopy(args, 0, words, 4, args.length);
    return new Command(name, words);
  }

  private static Command check(String name, Path referrals, String... options) {
    return program(name, List.of("check", referrals.toString()), options);
  }

  private static Command policy(String name, String... words) {
    return program(name, List.of("policy"), words);
  }

  private static Command program(String name, List<String> command, String... more) {
    List<String> words = new ArrayList<>(List.of(PROGRAM.toString()));
    words.addAll(command);
    words.addAll(List.of(more));
    return new Command(name, words.toArray(new String[0]));
  }

  private static String location(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
