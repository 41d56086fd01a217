package clin087.cli;

import clin087.batch.CheckJob;
import clin087.batch.CheckRun;
import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.FailOn;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.batch.OverwriteGuard;
import clin087.batch.RunOptions;
import clin087.decision.Decider;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.policyfile.PolicyFile;
import clin087.referral.InputForm;
import clin087.report.Context;
import clin087.report.Format;
import clin087.text.NearestName;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code clin087 check}: decides referrals. */
final class CheckCommand {
  private static final int MOST_JOBS = 64;

  private final Environment environment;
  private final CheckOptions options;

  CheckCommand(Environment environment, CheckOptions options) {
    this.environment = environment;
    this.options = options;
  }

  ExitCode run() throws Failure {
    LocalDate asOf = Options.asOf(options.asOf(), Commands.CHECK);
    List<Target> targets = targetsAfterPolicy();
    RunOptions runOptions = runOptions(targets);
    boolean color = color(targets);
    Policy policy = policy(targets);
    List<Setting> assumptions = AssumedFacts.of(options.assume(), policy, asOf, Commands.CHECK);
    FailOn failOn = failOn(policy);
    boolean explain = options.explain();
    Context context =
        new Context(
            VersionText.program(),
            policy,
            asOf,
            explain,
            options.quiet(),
            color,
            environment.width());
    Decider decider = new Decider(policy, asOf, assumptions);
    List<Output> outputs = new ArrayList<>();
    try {
      List<Format> formats = new ArrayList<>();
      for (Target target : targets) {
        outputs.add(Output.open(target.destination(), environment.out()));
        formats.add(target.format());
      }
      CheckJob job =
          new CheckJob(context, decider, options.ignoreUnknownFields(), formats, outputs);
      CheckRun run = new CheckRun(environment, job, runOptions);
      return run.run(options.paths(), failOn);
    } finally {
      for (Output output : outputs) {
        output.close();
      }
    }
  }

  /** The outputs, checked after the policy: if both are wrong, the policy's exit code counts. */
  private List<Target> targetsAfterPolicy() throws Failure {
    try {
      return targets();
    } catch (Failure failure) {
      if (failure.exitCode() == ExitCode.CANNOT_WRITE) {
        policy(List.of());
      }
      throw failure;
    }
  }

  /** Checks the options, before an interview asks its first question, and returns the outputs. */
  List<Destination> validate() throws Failure {
    List<Target> targets = targets();
    color(targets);
    runOptions(targets);
    return destinations(targets);
  }

  private static Failure usage(String message) {
    return Options.usage(message, Commands.CHECK);
  }

  private boolean color(List<Target> targets) throws Failure {
    String value = options.color();
    if (value == null || value.equals("auto")) {
      boolean file = false;
      for (Target target : targets) {
        file |= target.format() == Format.TEXT && target.destination().path() != null;
      }
      return environment.color() && !file;
    }
    return always(value, CheckOptions.COLOR);
  }

  private RunOptions runOptions(List<Target> targets) throws Failure {
    String form = options.input();
    InputForm input =
        form == null ? null : Options.worded(InputForm.values(), "form", form, Commands.CHECK);
    return new RunOptions(jobs(), input, progress(targets));
  }

  /** Whether to show progress: by default only on a terminal on which no result appears. */
  private boolean progress(List<Target> targets) throws Failure {
    String value = options.progress();
    if (value == null || value.equals("auto")) {
      LauncherSettings launcher = LauncherSettings.told();
      boolean screen = false;
      for (Target target : targets) {
        screen |= launcher.terminal() && target.destination().path() == null;
      }
      return launcher.errorsShown() && !screen;
    }
    return always(value, CheckOptions.PROGRESS);
  }

  private static boolean always(String value, String option) throws Failure {
    if (value.equals("always") || value.equals("never")) {
      return value.equals("always");
    }
    throw usage(option + " expects auto, always or never");
  }

  /** The number of threads; 0 if the program is to choose it. */
  private int jobs() throws Failure {
    String value = options.jobs();
    if (value == null) {
      return 0;
    }
    int jobs = value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : 0;
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw usage(CheckOptions.JOBS + " expects a number from 1 to " + MOST_JOBS);
    }
    return jobs;
  }

  /** One format and where it goes. */
  private record Target(Format format, Destination destination) {}

  private List<Target> targets() throws Failure {
    List<String> stated = options.formats();
    String output = options.output();
    List<Target> targets = new ArrayList<>();
    int open = 0;
    for (String name : stated.isEmpty() ? List.of(Format.TEXT.word()) : stated) {
      int equals = name.indexOf('=');
      String file = equals < 0 ? output : name.substring(equals + 1);
      open += equals < 0 ? 1 : 0;
      targets.add(target(equals < 0 ? name : name.substring(0, equals), file));
    }
    if (open > 1) {
      throw usage("only one format can go without a FILE");
    }
    if (open == 0 && output != null) {
      throw usage(Options.OUTPUT + " expects a format without a FILE");
    }
    guard(targets);
    return targets;
  }

  private Target target(String formatName, @Nullable String file) throws Failure {
    Format format = Options.worded(Format.values(), "format", formatName, Commands.CHECK);
    if (file != null && file.isEmpty()) {
      throw usage(Options.FORMAT + " " + formatName + "= expects a FILE");
    }
    Destination destination =
        file == null || file.equals("-")
            ? Destination.standard()
            : Destination.of(file, path(file));
    return new Target(format, destination);
  }

  /** Refuses outputs that would replace one another, a referral or the policy. */
  private void guard(List<Target> targets) throws Failure {
    OverwriteGuard guard = overwriteGuard(targets);
    refuse(guard.twice());
    refuse(guard.replacesReferrals(environment.workingFolder(), options.paths()));
    String policy = options.policy();
    refuse(guard.replaces(policy == null ? PolicyLoader.installedFile() : path(policy)));
  }

  private static OverwriteGuard overwriteGuard(List<Target> targets) {
    return new OverwriteGuard(destinations(targets));
  }

  private static List<Destination> destinations(List<Target> targets) {
    List<Destination> destinations = new ArrayList<>();
    for (Target target : targets) {
      destinations.add(target.destination());
    }
    return destinations;
  }

  private static void refuse(@Nullable String wrong) throws Failure {
    if (wrong != null) {
      throw usage(wrong);
    }
  }

  private Path path(String name) throws Failure {
    return Options.path(environment, name, Commands.CHECK);
  }

  private Policy policy(List<Target> targets) throws Failure {
    String file = options.policy();
    Policy policy =
        file == null
            ? new PolicyLoader(environment)
                .valid(PolicyLoader.INSTALLED, PolicyLoader.installed(false))
            : policy(file, targets);
    String expected = options.expectVersion();
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

  private Policy policy(String name, List<Target> targets) throws Failure {
    PolicyLoader loader = new PolicyLoader(environment);
    PolicyFile file = loader.read(name, path(name));
    OverwriteGuard guard = overwriteGuard(targets);
    for (String included : file.files().keySet()) {
      refuse(guard.replaces(path(included)));
    }
    return loader.valid(name, file);
  }

  private FailOn failOn(Policy policy) throws Failure {
    String value = options.failOn();
    List<String> known = FailOn.names(policy);
    List<String> names = new ArrayList<>();
    for (String name : value == null ? new String[0] : value.split(",", -1)) {
      if (!known.contains(name.strip())) {
        throw usage(
            CheckOptions.FAIL_ON
                + " expects verdicts, codes of cautions or attention, found '"
                + name
                + "'"
                + NearestName.hint(name, known));
      }
      names.add(name.strip());
    }
    return FailOn.of(names, policy);
  }
}
