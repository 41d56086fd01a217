package clin087.cli;

import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.batch.OverwriteGuard;
import clin087.policy.Policy;
import clin087.policyfile.PolicyFile;
import clin087.problem.FileReason;
import clin087.proof.Budget;
import clin087.text.Bytes;
import clin087.text.FileBytes;
import clin087.text.NearestName;
import clin087.text.Utf8;
import clin087.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options that the commands about policies share: which policy, which format, which output. It
 * remembers what a command reads, since the result may replace nothing of it.
 */
final class PolicyOptions {
  static final String TEXT = "text";
  static final String JSON = "json";

  /** The time for all proofs of a command together. */
  private static final Duration TIME = Duration.ofSeconds(8);

  /** The steps for each proof; a step takes some microseconds. */
  private static final long STEPS = 200_000;

  private final Environment environment;
  private final Arguments parsed;
  private final String command;
  private final List<Path> inputs = new ArrayList<>();
  private final List<String> referrals;

  /** The options of a command that reads no referrals. */
  PolicyOptions(Environment environment, Arguments parsed, String command) {
    this(environment, parsed, command, List.of());
  }

  /**
   * The options of a command that reads referrals too.
   *
   * @param referrals files and folders of them
   */
  PolicyOptions(Environment environment, Arguments parsed, String command, List<String> referrals) {
    this.environment = environment;
    this.parsed = parsed;
    this.command = command;
    this.referrals = List.copyOf(referrals);
  }

  /** Declares the policy file: a word without an option's name, or {@code --policy}. */
  static void addFile(CommandSpec spec) {
    Options.positional(
        spec, "FILE", "0..1", "the policy file; without it, the program's own policy");
    Options.policy(spec);
  }

  /** Declares {@code --format} and {@code --output}; the first format is the default. */
  static void addOutput(CommandSpec spec, String... formats) {
    Options.choice(
        spec,
        List.of(formats),
        "NAME",
        String.join(" or ", formats) + "; default " + formats[0],
        "-f",
        Options.FORMAT);
    Options.option(
        spec, "FILE", "write the result to FILE; default standard output", "-o", Options.OUTPUT);
  }

  /** Declares {@code --output} of a command that writes a page, such as one of this name. */
  static void addPage(CommandSpec spec, String example) {
    String where = "where the page goes, such as " + example + "; default standard output";
    Options.option(spec, "FILE", where, "-o", Options.OUTPUT);
  }

  /** Declares {@code --as-of}. */
  static void addAsOf(CommandSpec spec) {
    Options.option(spec, "DATE", "the date of the check, YYYY-MM-DD; default today", Options.AS_OF);
  }

  /** How long the proofs of a command may take, from now on. */
  static Budget budget() {
    return new Budget(TIME, STEPS);
  }

  Environment environment() {
    return environment;
  }

  Arguments parsed() {
    return parsed;
  }

  /** Files and folders of the referrals that the command reads. */
  List<String> referrals() {
    return referrals;
  }

  Failure usage(String message) {
    return Options.usage(message, command);
  }

  /** The date of the check: the one stated, or today. */
  LocalDate asOf() throws Failure {
    return Options.asOf(parsed.value(Options.AS_OF), command);
  }

  /** The policy file that the command line names; null for the installed one. */
  @Nullable String file() throws Failure {
    String option = parsed.value(Options.POLICY);
    List<String> words = parsed.words();
    if (words.isEmpty()) {
      return option;
    }
    if (option != null) {
      throw usage("two policies are named");
    }
    return words.get(0);
  }

  /** A policy from its file; the installed one for null. */
  Policy load(@Nullable String file) throws Failure {
    return valid(file, file == null ? installed(false) : read(file));
  }

  /** The policy of a file that has been read; a failure if it is not valid. */
  Policy valid(@Nullable String file, PolicyFile read) throws Failure {
    return new PolicyLoader(environment).valid(file == null ? PolicyLoader.INSTALLED : file, read);
  }

  /** The file of a policy, as messages name it. */
  String name(PolicyFile read) throws Failure {
    String file = file();
    Policy policy = read.policy();
    return file == null && policy != null ? read.places().of(policy).file() : String.valueOf(file);
  }

  /** A policy file with its places, even one that is not valid; the installed one for null. */
  PolicyFile read(@Nullable String file) throws Failure {
    if (file == null) {
      return installed(true);
    }
    PolicyFile read = new PolicyLoader(environment).read(file, input(file));
    for (String each : read.files().keySet()) {
      input(each);
    }
    return read;
  }

  private PolicyFile installed(boolean withColumns) throws Failure {
    inputs.add(PolicyLoader.installedFile());
    return PolicyLoader.installed(withColumns);
  }

  /** The path of a file to read. */
  Path input(String name) throws Failure {
    Path path = path(name);
    inputs.add(path);
    return path;
  }

  /** The text of a file, which may be as large as a policy. */
  String text(String name) throws Failure {
    Path path = input(name);
    try {
      byte[] bytes = FileBytes.read(path, YamlFile.LARGEST);
      if (bytes == null) {
        throw new Failure(ExitCode.INVALID_INPUT, name + " is larger than 4 MiB");
      }
      if (!Utf8.isValid(bytes, 0, bytes.length)) {
        throw new Failure(ExitCode.INVALID_INPUT, "cannot read " + name + " as a text in UTF-8");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.INVALID_INPUT, "cannot read " + name + ": " + FileReason.of(path, e));
    }
  }

  Path path(String name) throws Failure {
    return Options.path(environment, name, command);
  }

  /** The format that the user names; the first of the known ones by default. */
  String format(String... known) throws Failure {
    String stated = parsed.value(Options.FORMAT);
    if (stated == null) {
      return known[0];
    }
    List<String> formats = List.of(known);
    if (!formats.contains(stated)) {
      throw usage("unknown format '" + stated + "'" + NearestName.hint(stated, formats));
    }
    return stated;
  }

  /** Whether the result goes to a terminal that shows colour. */
  boolean color() {
    return environment.color() && outputFile() == null;
  }

  /**
   * The output for the result: a file, or standard output. To be opened once everything is read,
   * and before anything is written.
   */
  Output output() throws Failure {
    Destination result = result();
    refuse(new OverwriteGuard(List.of(result)));
    return Output.open(result, environment);
  }

  /** Where the result goes. */
  Destination result() throws Failure {
    String file = outputFile();
    return file == null ? Destination.standard() : Destination.of(file, path(file));
  }

  /** Fails if an output would replace what is read. */
  private void refuse(OverwriteGuard guard) throws Failure {
    for (Path input : inputs) {
      String wrong = guard.replaces(input);
      if (wrong != null) {
        throw usage(wrong);
      }
    }
    String wrong = guard.replacesReferrals(environment.workingFolder(), referrals);
    if (wrong != null) {
      throw usage(wrong);
    }
  }

  private @Nullable String outputFile() {
    String file = parsed.value(Options.OUTPUT);
    return file == null || file.equals("-") ? null : file;
  }

  /** Writes the whole result. */
  void write(Bytes bytes) throws Failure {
    try (Output output = output()) {
      output.write(bytes);
      output.finish();
    }
  }
}
