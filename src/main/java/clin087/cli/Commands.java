package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.text.Bytes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * The commands of the program. They use picocli's programmatic API: it reads its annotations
 * through dynamic proxies, which class data sharing cannot store, so that every start would pay for
 * them.
 */
final class Commands {
  static final String NAME = "clin087";
  static final String CHECK = "check";
  static final String POLICY = "policy";

  /** The commands below {@code policy}, in the order of the help. */
  static List<Subcommand> subcommands() {
    return List.of(
        new ShowCommand(),
        new LintCommand(),
        new TestCommand(),
        new DiffCommand(),
        new PageCommand(),
        new FormCommand(),
        new GraphCommand());
  }

  /** The commands beside {@code check} and {@code policy}, in the order of the help. */
  static List<Subcommand> ownCommands() {
    return List.of(new AskCommand(), new TemplateCommand(), new SchemaCommand());
  }

  private final Environment environment;

  Commands(Environment environment) {
    this.environment = environment;
  }

  ExitCode run(String... args) throws Failure {
    ExitCode plain = PlainCommandLine.run(environment, args);
    return plain == null ? parsed(args) : plain;
  }

  private ExitCode parsed(String... args) throws Failure {
    CommandLine commandLine = commandLine(args);
    ParseResult result;
    try {
      result = commandLine.parseArgs(args);
    } catch (ParameterException e) {
      throw usage(e);
    }
    // -h and -V count anywhere, even before a command's name
    boolean help = result.isUsageHelpRequested();
    boolean version = result.isVersionHelpRequested();
    ParseResult last = result;
    while (last.hasSubcommand()) {
      last = last.subcommand();
      help |= last.isUsageHelpRequested();
      version |= last.isVersionHelpRequested();
    }
    if (version) {
      return print(VersionText.of());
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
   * Prints the help of a command: to standard output if the user asked for it, else (only a group
   * of commands was named) to standard error.
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

  /**
   * Describes the command line to picocli. Shell completions are made from it too.
   *
   * @param args the words to parse. If they name a command, it alone is described, since describing
   *     all of them takes longer than running one
   */
  static CommandLine commandLine(String... args) {
    CommandSpec root = CommandSpec.create().name(NAME);
    root.usageMessage().description("Checks referrals against a clinical commissioning policy.");
    standard(root);
    String named = args.length == 0 ? "" : args[0];
    List<Subcommand> own = ownCommands();
    Subcommand only = find(own, named);
    boolean every = only == null && !List.of(CHECK, POLICY).contains(named);
    if (every || named.equals(CHECK)) {
      root.addSubcommand(CHECK, standard(CheckOptions.spec()));
    }
    for (Subcommand subcommand : only == null ? own : List.of(only)) {
      if (every || only != null) {
        root.addSubcommand(subcommand.name(), described(subcommand));
      }
    }
    if (every || named.equals(POLICY)) {
      root.addSubcommand(POLICY, policy(args.length > 1 ? args[1] : ""));
    }
    CommandLine commandLine = new CommandLine(root);
    commandLine.setExpandAtFiles(false);
    return commandLine;
  }

  /** The commands about policies, or only the one that is named. */
  private static CommandSpec policy(String named) {
    CommandSpec policy = CommandSpec.create();
    policy.usageMessage().description("Shows, proves, tests, compares and publishes a policy.");
    Subcommand only = find(subcommands(), named);
    for (Subcommand subcommand : only == null ? subcommands() : List.of(only)) {
      policy.addSubcommand(subcommand.name(), described(subcommand));
    }
    return standard(policy);
  }

  static @Nullable Subcommand find(List<Subcommand> known, String name) {
    for (Subcommand subcommand : known) {
      if (subcommand.name().equals(name)) {
        return subcommand;
      }
    }
    return null;
  }

  private static CommandSpec described(Subcommand subcommand) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(subcommand);
    subcommand.describe(spec);
    return standard(spec);
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
        lines.add(String.format(Locale.ROOT, "  %3d  %s", exitCode.code(), meaning));
      }
    }
    return lines.toArray(new String[0]);
  }

  private static Failure usage(ParameterException e) {
    ParameterException wrong = e;
    List<String> unknown = e.getCommandLine().getUnmatchedArguments();
    if (e instanceof MissingParameterException && !unknown.isEmpty()) {
      // a misspelt option is the mistake to report, even if a path is missing too
      wrong = new UnmatchedArgumentException(e.getCommandLine(), unknown);
    }
    List<String> hints = new ArrayList<>();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      hints.addAll(unmatched.getSuggestions());
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    boolean isCommand = !e.getCommandLine().getSubcommands().isEmpty() && !unknown.isEmpty();
    boolean isWord = isCommand && !unknown.get(0).startsWith("-");
    return new Failure(
        ExitCode.USAGE,
        (isWord ? "unknown command '" + unknown.get(0) + "'" : wrong.getMessage())
            + (hints.isEmpty()
                ? "; see '"
                : "; did you mean " + String.join(" or ", hints) + "? See '")
            + command
            + " --help'");
  }

  private ExitCode print(String text) throws Failure {
    Output.standard(environment.out()).write(new Bytes().text(text));
    return ExitCode.FINE;
  }
}
