package clin087.cli;

import clin087.decision.Decider;
import clin087.decision.Decisions;
import clin087.policy.Fact;
import clin087.policy.Outcome;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import clin087.reading.Nearest;
import clin087.reading.PolicyFile;
import clin087.reading.Values;
import clin087.report.Context;
import clin087.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code clin087 check}: decides referrals. */
final class CheckCommand {
  private static final String POLICY = "--policy";
  private static final String EXPECT_VERSION = "--expect-version";
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String EXPLAIN = "--explain";
  private static final String ASSUME = "--assume";
  private static final String AS_OF = "--as-of";
  private static final String FAIL_ON = "--fail-on";
  private static final String IGNORE_UNKNOWN = "--ignore-unknown-fields";
  private static final String JOBS = "--jobs";
  private static final String COLOR = "--color";
  private static final String QUIET = "--quiet";
  private static final int MOST_JOBS = 64;

  private final Environment environment;
  private final ParseResult options;

  CheckCommand(Environment environment, ParseResult options) {
    this.environment = environment;
    this.options = options;
  }

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Checks referrals and says, for each, what the policy decides and why.")
        .footer(exitCodes());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "a .json, .ndjson or .jsonl file, a folder of them, or - for standard input")
            .build());
    option(spec, "FILE", "another policy than the one that the program carries", "-p", POLICY);
    option(spec, "V", "stop with code 6 unless the policy's version is V", EXPECT_VERSION);
    repeatable(
        spec, "NAME[=FILE]", "text (default), json, ndjson or csv; repeatable", "-f", FORMAT);
    option(spec, "FILE", "where the one format without a FILE goes", "-o", OUTPUT);
    flag(spec, "also show what was looked at, in order", EXPLAIN);
    repeatable(
        spec,
        "POINTER=VALUE",
        "state a fact for referrals that do not state it, such as /mcas/available=true; repeatable",
        ASSUME);
    option(spec, "DATE", "the date of the check, YYYY-MM-DD; default today", AS_OF);
    option(spec, "VERDICT,...", "these verdicts give exit code 1 too", FAIL_ON);
    flag(spec, "an unknown field becomes a caution", IGNORE_UNKNOWN);
    option(spec, "N", "worker threads; the order of the output never depends on it", "-j", JOBS);
    option(spec, "WHEN", "auto (default), always or never; NO_COLOR counts too", COLOR);
    flag(spec, "text: only what may not proceed, and the summary", "-q", QUIET);
    return spec;
  }

  private static void option(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names[0], rest(names))
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  private static void repeatable(
      CommandSpec spec, String label, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names[0], rest(names))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  private static void flag(CommandSpec spec, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names[0], rest(names))
            .type(boolean.class)
            .description(description)
            .build());
  }

  private static String[] rest(String... names) {
    return List.of(names).subList(1, names.length).toArray(new String[0]);
  }

  private static String[] exitCodes() {
    List<String> lines = new ArrayList<>(List.of("", "Exit codes:"));
    for (ExitCode exitCode : ExitCode.values()) {
      lines.add(String.format("  %3d  %s", exitCode.code(), exitCode.meaning()));
    }
    return lines.toArray(new String[0]);
  }

  ExitCode run() throws Failure {
    LocalDate asOf = asOf();
    boolean color = color();
    int jobs = jobs();
    List<Target> targets = targets();
    Policy policy = policy();
    List<Setting> assumptions = assumptions(policy);
    boolean[] failing = failing(policy);
    boolean explain = flag(EXPLAIN);
    Context context = new Context(Commands.version(), policy, asOf, explain, flag(QUIET), color);
    Decider decider = new Decider(policy, asOf, assumptions);
    List<Output> outputs = new ArrayList<>();
    try {
      List<Format> formats = new ArrayList<>();
      for (Target target : targets) {
        outputs.add(target.open(environment));
        formats.add(target.format());
      }
      Pipeline pipeline =
          new Pipeline(
              context, new Decisions(decider, explain), flag(IGNORE_UNKNOWN), formats, outputs);
      CheckRun run = new CheckRun(environment, pipeline, jobs);
      return run.run(paths(), failing);
    } finally {
      outputs.forEach(Output::close);
    }
  }

  private List<String> paths() {
    return options.matchedPositionalValue(0, List.of());
  }

  private @Nullable String value(String option) {
    return options.matchedOptionValue(option, (String) null);
  }

  private List<String> values(String option) {
    return options.matchedOptionValue(option, List.of());
  }

  private boolean flag(String option) {
    return options.matchedOptionValue(option, false);
  }

  private static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message + "; see '" + Commands.NAME + " check --help'");
  }

  private LocalDate asOf() throws Failure {
    String value = value(AS_OF);
    if (value == null) {
      return LocalDate.now(ZoneId.systemDefault());
    }
    long day = Fact.AS_OF.code(value);
    if (day == Fact.UNSTATED) {
      throw usage(AS_OF + " expects a date YYYY-MM-DD");
    }
    return LocalDate.ofEpochDay(day);
  }

  private boolean color() throws Failure {
    String value = value(COLOR);
    if (value == null || value.equals("auto")) {
      return environment.color();
    }
    if (value.equals("always") || value.equals("never")) {
      return value.equals("always");
    }
    throw usage(COLOR + " expects auto, always or never");
  }

  /** The number of threads; 0 where it is left to the program. */
  private int jobs() throws Failure {
    String value = value(JOBS);
    if (value == null) {
      return 0;
    }
    int jobs = value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : 0;
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw usage(JOBS + " expects a number from 1 to " + MOST_JOBS);
    }
    return jobs;
  }

  /** One format and where it goes. */
  private record Target(Format format, String name, @Nullable Path path) {
    Output open(Environment environment) throws Failure {
      return path == null ? Output.standard(environment.out()) : Output.file(name, path);
    }
  }

  private List<Target> targets() throws Failure {
    List<String> stated = values(FORMAT);
    String output = value(OUTPUT);
    List<Target> targets = new ArrayList<>();
    Set<Path> files = new HashSet<>();
    int open = 0;
    for (String name : stated.isEmpty() ? List.of(Format.TEXT.word()) : stated) {
      int equals = name.indexOf('=');
      String file = equals < 0 ? output : name.substring(equals + 1);
      open += equals < 0 ? 1 : 0;
      Target target = target(equals < 0 ? name : name.substring(0, equals), file);
      if (!files.add(target.path() == null ? Path.of("-") : target.path().normalize())) {
        throw usage("two formats go to " + (file == null ? "standard output" : file));
      }
      targets.add(target);
    }
    if (open > 1) {
      throw usage("only one format can go without a FILE");
    }
    if (open == 0 && output != null) {
      throw usage(OUTPUT + " expects a format without a FILE");
    }
    return targets;
  }

  private Target target(String formatName, @Nullable String file) throws Failure {
    Format format = null;
    List<String> known = new ArrayList<>();
    for (Format each : Format.values()) {
      known.add(each.word());
      format = each.word().equals(formatName) ? each : format;
    }
    if (format == null) {
      throw usage("unknown format '" + formatName + "'" + Nearest.hint(formatName, known));
    }
    if (file != null && file.isEmpty()) {
      throw usage(FORMAT + " " + formatName + "= expects a FILE");
    }
    if (file == null || file.equals("-")) {
      return new Target(format, "-", null);
    }
    Path path = path(file);
    for (String input : paths()) {
      if (isSameFile(path, input)) {
        throw usage("the output " + file + " is an input too");
      }
    }
    return new Target(format, file, path);
  }

  private Path path(String name) throws Failure {
    try {
      return environment.workingFolder().resolve(name);
    } catch (InvalidPathException e) {
      throw usage("expected the path of a file, found '" + name + "'");
    }
  }

  private boolean isSameFile(Path output, String input) throws Failure {
    try {
      return !input.equals("-")
          && Files.isRegularFile(output)
          && Files.isSameFile(output, path(input));
    } catch (IOException e) {
      return false;
    }
  }

  private Policy policy() throws Failure {
    String file = value(POLICY);
    Policy policy =
        file == null ? PolicyFile.builtIn() : new PolicyLoader(environment).load(file, path(file));
    String expected = value(EXPECT_VERSION);
    if (expected != null && !expected.equals(policy.identity().version())) {
      throw new Failure(
          ExitCode.INVALID_POLICY,
          policy.identity().id()
              + " is version "
              + policy.identity().version()
              + ", expected "
              + expected);
    }
    return policy;
  }

  private boolean[] failing(Policy policy) throws Failure {
    boolean[] failing = new boolean[policy.verdicts().size()];
    String value = value(FAIL_ON);
    List<String> known = new ArrayList<>();
    policy.verdicts().forEach(verdict -> known.add(verdict.id()));
    for (String name : value == null ? new String[0] : value.split(",", -1)) {
      int index = known.indexOf(name.strip());
      if (index < 0) {
        throw usage(FAIL_ON + ": unknown verdict '" + name + "'" + Nearest.hint(name, known));
      }
      failing[index] = true;
    }
    for (Verdict verdict : policy.verdicts()) {
      failing[verdict.index()] |= verdict.outcome() == Outcome.REFUSE;
    }
    return failing;
  }

  private List<Setting> assumptions(Policy policy) throws Failure {
    List<Setting> settings = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (String assumption : values(ASSUME)) {
      int equals = assumption.indexOf('=');
      if (equals < 0) {
        throw usage(ASSUME + " expects POINTER=VALUE");
      }
      Fact fact = fact(policy, assumption.substring(0, equals));
      if (!seen.add(fact.index())) {
        throw usage(ASSUME + " gives " + fact.path() + " twice");
      }
      settings.add(new Setting(fact.index(), value(fact, assumption.substring(equals + 1))));
    }
    return settings;
  }

  private static Fact fact(Policy policy, String pointer) throws Failure {
    List<String> known = new ArrayList<>();
    for (Fact fact : policy.factsOfRules()) {
      if (fact.path().equals(pointer)) {
        return fact;
      }
      known.add(fact.path());
    }
    throw usage(ASSUME + ": unknown pointer '" + pointer + "'" + Nearest.hint(pointer, known));
  }

  private static long value(Fact fact, String text) throws Failure {
    long code = Values.code(fact, text);
    if (code == Fact.UNSTATED) {
      throw usage(ASSUME + ": " + fact.path() + " expects " + fact.expected());
    }
    return code;
  }
}
