package clin087.cli;

import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.FailOn;
import clin087.batch.Failure;
import clin087.batch.OverwriteGuard;
import clin087.batch.RunOptions;
import clin087.cli.PreparedCheck.Target;
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
  private final Environment environment;
  private final CheckOptions options;
  private final String command;
  private final @Nullable String save;

  CheckCommand(Environment environment, CheckOptions options) {
    this(environment, options, Commands.CHECK, null);
  }

  /**
   * The check that follows an interview.
   *
   * @param command the command, as messages name it
   * @param save the file that the referral is saved to, which may be the one that is completed;
   *     null for none
   */
  CheckCommand(
      Environment environment, CheckOptions options, String command, @Nullable String save) {
    this.environment = environment;
    this.options = options;
    this.command = command;
    this.save = save;
  }

  ExitCode run() throws Failure {
    return prepare().run(options.paths());
  }

  /** Reads the command line and the policy, and reports their problems at once. */
  PreparedCheck prepare() throws Failure {
    LocalDate asOf = Options.asOf(options.asOf(), command);
    List<Target> targets = targetsAfterPolicy();
    Destination saved = saved(targets);
    RunOptions runOptions = runOptions(targets);
    boolean color = color(targets);
    Policy policy = policy(written(targets, saved));
    List<Setting> assumptions = AssumedFacts.of(options.assume(), policy, asOf, command);
    FailOn failOn = failOn(policy);
    Context context =
        new Context(
            VersionText.program(),
            policy,
            asOf,
            options.explain(),
            options.quiet(),
            color,
            environment.width());
    return new PreparedCheck(
        environment,
        context,
        assumptions,
        options.ignoreUnknownFields(),
        targets,
        saved,
        runOptions,
        failOn);
  }

  /** Returns the outputs. If they and the policy are wrong, the policy's exit code counts. */
  private List<Target> targetsAfterPolicy() throws Failure {
    try {
      return targets();
    } catch (Failure failure) {
      throw afterPolicy(failure);
    }
  }

  /** The file that the referral is saved to; no output may go there too. */
  private @Nullable Destination saved(List<Target> targets) throws Failure {
    if (save == null) {
      return null;
    }
    Destination destination;
    try {
      destination = Destination.of(save, path(save));
    } catch (Failure failure) {
      throw afterPolicy(failure);
    }
    OverwriteGuard guard = new OverwriteGuard(written(targets, destination));
    refuse(guard.twice());
    refuse(guard.replaces(policyPath()));
    return destination;
  }

  private Failure afterPolicy(Failure failure) throws Failure {
    if (failure.exitCode() == ExitCode.CANNOT_WRITE) {
      policy(List.of());
    }
    return failure;
  }

  private Failure usage(String message) {
    return Options.usage(message, command);
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
        form == null ? null : Options.worded(InputForm.values(), "form", form, command);
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

  private boolean always(String value, String option) throws Failure {
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
    int jobs = isNumber(value) ? Integer.parseInt(value) : 0;
    if (jobs < 1 || jobs > CheckOptions.MOST_JOBS) {
      throw usage(CheckOptions.JOBS + " expects a number from 1 to " + CheckOptions.MOST_JOBS);
    }
    return jobs;
  }

  /** Whether a word is one to three digits. No pattern: its classes take long to load. */
  private static boolean isNumber(String word) {
    boolean digits = !word.isEmpty() && word.length() <= 3;
    for (int i = 0; digits && i < word.length(); i++) {
      digits = word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
    return digits;
  }

  private List<Target> targets() throws Failure {
    List<String> stated = options.formats();
    String output = options.output();
    List<Target> targets = new ArrayList<>();
    int open = 0;
    for (String name : stated.isEmpty() ? List.of(Format.TEXT.word()) : stated) {
      int equals = name.indexOf('=');
      String file = equals < 0 ? output : name.substring(equals + 1);
      open += equals < 0 ? 1 : 0;
      targets.add(target(equals < 0 ? name : name.substring(0, equals), file, equals >= 0));
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

  private Target target(String formatName, @Nullable String file, boolean named) throws Failure {
    Format format = Options.worded(Format.values(), "format", formatName, command);
    if (file != null && file.isEmpty()) {
      throw usage(
          (named ? Options.FORMAT + " " + formatName + "=" : Options.OUTPUT) + " expects a FILE");
    }
    Destination destination =
        file == null || file.equals("-")
            ? Destination.standard()
            : Destination.of(file, path(file));
    return new Target(format, destination);
  }

  /** Refuses outputs that would replace one another, a referral or the policy. */
  private void guard(List<Target> targets) throws Failure {
    OverwriteGuard guard = new OverwriteGuard(written(targets, null));
    refuse(guard.twice());
    refuse(guard.replacesReferrals(environment.workingFolder(), options.paths()));
    refuse(guard.replaces(policyPath()));
  }

  private Path policyPath() throws Failure {
    String policy = options.policy();
    return policy == null ? PolicyLoader.installedFile() : path(policy);
  }

  /** The destinations of all outputs, including the saved referral. */
  private static List<Destination> written(List<Target> targets, @Nullable Destination saved) {
    List<Destination> written = new ArrayList<>();
    for (Target target : targets) {
      written.add(target.destination());
    }
    if (saved != null) {
      written.add(saved);
    }
    return written;
  }

  private void refuse(@Nullable String wrong) throws Failure {
    if (wrong != null) {
      throw usage(wrong);
    }
  }

  private Path path(String name) throws Failure {
    return Options.path(environment, name, command);
  }

  private Policy policy(List<Destination> written) throws Failure {
    String file = options.policy();
    Policy policy =
        file == null
            ? new PolicyLoader(environment)
                .valid(PolicyLoader.INSTALLED, PolicyLoader.installed(false))
            : policy(file, written);
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

  private Policy policy(String name, List<Destination> written) throws Failure {
    PolicyLoader loader = new PolicyLoader(environment);
    PolicyFile file = loader.read(name, path(name));
    OverwriteGuard guard = new OverwriteGuard(written);
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
