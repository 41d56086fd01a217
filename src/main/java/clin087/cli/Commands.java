package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.text.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The commands of the program. They are described by picocli's programmatic API: its annotations
 * are read through dynamic proxies, which class data sharing cannot hold and every start would pay
 * for.
 */
final class Commands {
  static final String NAME = "clin087";
  static final String CHECK = "check";
  static final String POLICY = "policy";

  /** The commands below {@code policy}, in the order of the help. */
  private static List<Subcommand> subcommands() {
    return List.of(
        new ShowCommand(),
        new LintCommand(),
        new TestCommand(),
        new DiffCommand(),
        new PageCommand(),
        new GraphCommand());
  }

  private final Environment environment;

  Commands(Environment environment) {
    this.environment = environment;
  }

  ExitCode run(String... args) throws Failure {
    if (isPlain(args)) {
      if (args[0].equals(CHECK)) {
        return new CheckCommand(environment, CheckOptions.of(words(1, args))).run();
      }
      Subcommand plain = args[0].equals(POLICY) ? plainSubcommand(args) : null;
      if (plain != null) {
        return plain.run(environment, Arguments.of(words(2, args)));
      }
    }
    CommandLine commandLine = commandLine(args);
    ParseResult result;
    try {
      result = commandLine.parseArgs(args);
    } catch (ParameterException e) {
      throw usage(e);
    }
    // -h and -V count wherever they stand: before a command's name too
    boolean help = result.isUsageHelpRequested();
    boolean version = result.isVersionHelpRequested();
    ParseResult last = result;
    while (last.hasSubcommand()) {
      last = last.subcommand();
      help |= last.isUsageHelpRequested();
      version |= last.isVersionHelpRequested();
    }
    if (version) {
      return print(NAME + " " + version() + "\n");
    }
    boolean group = last == result || last.commandSpec().name().equals(POLICY);
    return help || group ? help(last.commandSpec(), help) : chosen(last);
  }

  private ExitCode chosen(ParseResult last) throws Failure {
    return last.commandSpec().userObject() instanceof Subcommand subcommand
        ? subcommand.run(environment, Arguments.of(last))
        : new CheckCommand(environment, CheckOptions.of(Arguments.of(last))).run();
  }

  /**
   * The help of a command: the answer where it was asked for; else, where only a group of commands
   * was named, a remark.
   */
  private ExitCode help(CommandSpec command, boolean asked) throws Failure {
    StringWriter help = new StringWriter();
    command.usageMessage().footer(exitCodes(command.qualifiedName()));
    command.commandLine().usage(new PrintWriter(help), Ansi.OFF);
    if (asked) {
      return print(help.toString());
    }
    environment.err().println(NAME + ": expected a command");
    environment.err().print(help);
    throw new Failure(ExitCode.USAGE, "");
  }

  /** Whether there is nothing to parse: most runs are such, and picocli would double their time. */
  private static boolean isPlain(String... args) {
    for (int i = 1; i < args.length; i++) {
      if (args[i].startsWith("-") && args[i].length() > 1) {
        return false;
      }
    }
    return args.length > 1;
  }

  private static List<String> words(int from, String... args) {
    return List.of(Arrays.copyOfRange(args, from, args.length));
  }

  /** The command about policies that is named, if it takes as many words; else null. */
  private static @Nullable Subcommand plainSubcommand(String... args) {
    for (Subcommand subcommand : subcommands()) {
      int words = args.length - 2;
      if (subcommand.name().equals(args[1])
          && words >= subcommand.leastWords()
          && words <= subcommand.mostWords()) {
        return subcommand;
      }
    }
    return null;
  }

  /**
   * The command line as picocli sees it; also what shell completions are made from.
   *
   * @param args what it is to parse: describing all commands takes longer than running one, so
   *     where the words name a command, it alone is described
   */
  static CommandLine commandLine(String... args) {
    CommandSpec root = CommandSpec.create().name(NAME);
    root.usageMessage().description("Checks referrals against a clinical commissioning policy.");
    standard(root);
    boolean every = args.length == 0 || !List.of(CHECK, POLICY).contains(args[0]);
    if (every || args[0].equals(CHECK)) {
      root.addSubcommand(CHECK, standard(CheckOptions.spec()));
    }
    if (every || args[0].equals(POLICY)) {
      root.addSubcommand(POLICY, policy(args.length > 1 ? args[1] : ""));
    }
    CommandLine commandLine = new CommandLine(root);
    commandLine.setExpandAtFiles(false);
    return commandLine;
  }

  /** The commands about policies, or the only one that is named. */
  private static CommandSpec policy(String named) {
    CommandSpec policy = CommandSpec.create();
    policy.usageMessage().description("Reads, proves, tests, compares and publishes a policy.");
    List<Subcommand> asked = new ArrayList<>();
    for (Subcommand subcommand : subcommands()) {
      if (subcommand.name().equals(named)) {
        asked.add(subcommand);
      }
    }
    for (Subcommand subcommand : asked.isEmpty() ? subcommands() : asked) {
      CommandSpec spec = CommandSpec.wrapWithoutInspection(subcommand);
      subcommand.describe(spec);
      policy.addSubcommand(subcommand.name(), standard(spec));
    }
    return standard(policy);
  }

  private static CommandSpec standard(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version and exit.")
            .build());
    return spec;
  }

  private static String[] exitCodes(String command) {
    boolean ofPolicies = command.startsWith(NAME + " " + POLICY);
    List<String> lines = new ArrayList<>(List.of("", "Exit codes:"));
    for (ExitCode exitCode : ExitCode.values()) {
      String meaning = ofPolicies ? exitCode.ofPolicies() : exitCode.meaning();
      if (!meaning.isEmpty()) {
        lines.add(String.format("  %3d  %s", exitCode.code(), meaning));
      }
    }
    return lines.toArray(new String[0]);
  }

  private static Failure usage(ParameterException e) {
    ParameterException wrong = e;
    List<String> unknown = e.getCommandLine().getUnmatchedArguments();
    if (e instanceof MissingParameterException && !unknown.isEmpty()) {
      // a misspelt option is the mistake to name, not the path that is missing too
      wrong = new UnmatchedArgumentException(e.getCommandLine(), unknown);
    }
    List<String> hints = new ArrayList<>();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      hints.addAll(unmatched.getSuggestions());
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return new Failure(
        ExitCode.USAGE,
        wrong.getMessage()
            + (hints.isEmpty() ? "" : "; did you mean " + String.join(" or ", hints) + "?")
            + "; see '"
            + command
            + " --help'");
  }

  private ExitCode print(String text) throws Failure {
    Output.standard(environment.out()).write(new Bytes().text(text));
    return ExitCode.FINE;
  }

  /** The version that the build was given; the launcher tells it, to leave the jar closed. */
  static String version() {
    String told = LauncherSettings.told().version();
    if (told != null) {
      return told;
    }
    try (InputStream in = Commands.class.getResourceAsStream("version.txt")) {
      return in == null ? "?" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
