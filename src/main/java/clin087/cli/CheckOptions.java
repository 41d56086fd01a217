package clin087.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

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
    @Nullable String jobs,
    @Nullable String color,
    boolean quiet) {

  static final String POLICY = "--policy";
  static final String EXPECT_VERSION = "--expect-version";
  static final String FORMAT = "--format";
  static final String OUTPUT = "--output";
  static final String EXPLAIN = "--explain";
  static final String ASSUME = "--assume";
  static final String AS_OF = "--as-of";
  static final String FAIL_ON = "--fail-on";
  static final String IGNORE_UNKNOWN = "--ignore-unknown-fields";
  static final String JOBS = "--jobs";
  static final String COLOR = "--color";
  static final String QUIET = "--quiet";

  static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description("Checks referrals and says, for each, what the policy decides and why.");
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

  /** No options at all: just paths. */
  static CheckOptions of(List<String> paths) {
    return new CheckOptions(
        paths, null, null, List.of(), null, false, List.of(), null, null, false, null, null, false);
  }

  static CheckOptions of(ParseResult parsed) {
    return new CheckOptions(
        parsed.matchedPositionalValue(0, List.of()),
        value(parsed, POLICY),
        value(parsed, EXPECT_VERSION),
        values(parsed, FORMAT),
        value(parsed, OUTPUT),
        parsed.hasMatchedOption(EXPLAIN),
        values(parsed, ASSUME),
        value(parsed, AS_OF),
        value(parsed, FAIL_ON),
        parsed.hasMatchedOption(IGNORE_UNKNOWN),
        value(parsed, JOBS),
        value(parsed, COLOR),
        parsed.hasMatchedOption(QUIET));
  }

  private static @Nullable String value(ParseResult parsed, String option) {
    return parsed.matchedOptionValue(option, (String) null);
  }

  private static List<String> values(ParseResult parsed, String option) {
    return parsed.matchedOptionValue(option, List.of());
  }
}
