package clin087.cli;

import clin087.batch.RunOptions;
import clin087.policy.Worded;
import clin087.referral.InputForm;
import clin087.report.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options of {@code clin087 check}, as the command line states them.
 *
 * @param paths files, folders or {@code -}
 */
record CheckOptions(
    List<String> paths,
    @Nullable String policy,
    @Nullable String expectVersion,
    List<String> formats,
    @Nullable String output,
    boolean explain,
    List<String> assume,
    @Nullable String asOf,
    @Nullable String failOn,
    boolean ignoreUnknownFields,
    @Nullable String input,
    @Nullable String progress,
    @Nullable String jobs,
    @Nullable String color,
    boolean quiet) {

  static final String EXPECT_VERSION = "--expect-version";
  static final String EXPLAIN = "--explain";
  static final String ASSUME = "--assume";
  static final String FAIL_ON = "--fail-on";
  static final String IGNORE_UNKNOWN = "--ignore-unknown-fields";
  static final String INPUT = "--input";
  static final String PROGRESS = "--progress";
  static final String JOBS = "--jobs";
  static final String COLOR = "--color";
  static final String QUIET = "--quiet";

  /** The most threads that a user may ask for. */
  static final int MOST_JOBS = 64;

  private static final List<String> WHEN = List.of("auto", "always", "never");

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Checks referrals and says what the policy decides for each of them, and why.");
    Options.positional(
        spec,
        "PATH",
        "1..*",
        "a .json, .ndjson, .jsonl or .csv file, a folder of them, or - for standard input");
    addDecision(spec);
    Options.flag(spec, "report an unknown field as a caution, not as an error", IGNORE_UNKNOWN);
    Options.choice(
        spec,
        Worded.words(InputForm.values()),
        "NAME",
        "how to read standard input and files of other names: json, ndjson or csv",
        INPUT);
    Options.choice(
        spec,
        WHEN,
        "WHEN",
        "show the progress of a long run: auto (default), always or never",
        PROGRESS);
    String threads =
        "number of threads, 1 to "
            + MOST_JOBS
            + ", of which at most "
            + RunOptions.MOST_JOBS
            + " are used; the order of the output is always the same";
    Options.option(spec, "N", threads, "-j", JOBS);
    return spec;
  }

  /** The options that say how a referral is decided, and how the decision is written. */
  static void addDecision(CommandSpec spec) {
    Options.policy(spec);
    Options.option(spec, "V", "stop with code 6 unless the policy's version is V", EXPECT_VERSION);
    Options.repeatable(
        spec,
        Worded.words(Format.values()),
        "NAME[=FILE]",
        "text (default), json, ndjson, csv or excel; repeatable",
        "-f",
        Options.FORMAT);
    Options.option(
        spec,
        "FILE",
        "where the format without a FILE goes; default standard output",
        "-o",
        Options.OUTPUT);
    Options.flag(spec, "also show each rule that was looked at, in order", EXPLAIN);
    Options.repeatable(
        spec,
        "POINTER=VALUE",
        "state a fact for referrals that do not state it, such as /path/of/fact=true; repeatable",
        ASSUME);
    Options.option(spec, "DATE", "the date of the check, YYYY-MM-DD; default today", Options.AS_OF);
    Options.option(
        spec,
        "NAME,...",
        "also exit with code 1 for these verdicts, codes of cautions, or attention",
        FAIL_ON);
    Options.choice(
        spec,
        WHEN,
        "WHEN",
        "use colours: auto (default), always or never; NO_COLOR counts too",
        COLOR);
    Options.flag(
        spec,
        "text: leave out referrals that proceed without a caution or an open step",
        "-q",
        QUIET);
  }

  static CheckOptions of(Arguments parsed) {
    return new CheckOptions(
        parsed.words(),
        parsed.value(Options.POLICY),
        parsed.value(EXPECT_VERSION),
        parsed.values(Options.FORMAT),
        parsed.value(Options.OUTPUT),
        parsed.isGiven(EXPLAIN),
        parsed.values(ASSUME),
        parsed.value(Options.AS_OF),
        parsed.value(FAIL_ON),
        parsed.isGiven(IGNORE_UNKNOWN),
        parsed.value(INPUT),
        parsed.value(PROGRESS),
        parsed.value(JOBS),
        parsed.value(COLOR),
        parsed.isGiven(QUIET));
  }
}
