package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.policy.Fact;
import clin087.policy.Worded;
import clin087.text.NearestName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Declares the options of commands, and reads the values that several commands share. */
final class Options {
  static final String POLICY = "--policy";
  static final String FORMAT = "--format";
  static final String OUTPUT = "--output";
  static final String AS_OF = "--as-of";

  private Options() {}

  /** An option with one value. */
  static void option(CommandSpec spec, String label, String description, String... names) {
    spec.addOption(withValue(label, description, names).type(String.class).build());
  }

  /** {@code --policy}. */
  static void policy(CommandSpec spec) {
    option(spec, "FILE", "use this policy instead of the program's own", "-p", POLICY);
  }

  /** An option that may be given several times. */
  static void repeatable(CommandSpec spec, String label, String description, String... names) {
    repeatable(spec, List.of(), label, description, names);
  }

  /** An option that may be given several times, with the values that shells complete. */
  static void repeatable(
      CommandSpec spec, List<String> values, String label, String description, String... names) {
    spec.addOption(
        withValue(label, description, names)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .completionCandidates(values)
            .build());
  }

  /** An option with one of a few values, which shells complete. */
  static void choice(
      CommandSpec spec, List<String> values, String label, String description, String... names) {
    spec.addOption(
        withValue(label, description, names)
            .type(String.class)
            .completionCandidates(values)
            .build());
  }

  private static OptionSpec.Builder withValue(String label, String description, String... names) {
    return OptionSpec.builder(names[0], rest(names)).paramLabel(label).description(description);
  }

  /** An option without a value. */
  static void flag(CommandSpec spec, String description, String... names) {
    spec.addOption(
        OptionSpec.builder(names[0], rest(names))
            .type(boolean.class)
            .description(description)
            .build());
  }

  /**
   * A word on the command line without an option's name.
   *
   * @param arity how many of them, such as {@code 0..1}
   */
  static void positional(CommandSpec spec, String label, String arity, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .arity(arity)
            .index(arity.equals("0..1") ? "0" : "0..*")
            .required(!arity.startsWith("0"))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description)
            .build());
  }

  private static String[] rest(String... names) {
    return List.of(names).subList(1, names.length).toArray(new String[0]);
  }

  /**
   * The date of the check: the one stated, or today.
   *
   * @throws Failure if it is not a date
   */
  static LocalDate asOf(@Nullable String stated, String command) throws Failure {
    String value = stated;
    // from the launcher, because Java takes longer to look up the date than to decide a referral
    String today = LauncherSettings.told().today();
    if (value == null && Fact.AS_OF.code(today) != Fact.UNSTATED) {
      value = today;
    }
    if (value == null) {
      return LocalDate.now(ZoneId.systemDefault());
    }
    long day = Fact.AS_OF.code(value);
    if (day == Fact.UNSTATED) {
      throw usage(AS_OF + " expects a date YYYY-MM-DD", command);
    }
    return LocalDate.ofEpochDay(day);
  }

  /**
   * The file or folder of that name.
   *
   * @throws Failure if no path can have this name
   */
  static Path path(Environment environment, String name, String command) throws Failure {
    try {
      return environment.workingFolder().resolve(name);
    } catch (InvalidPathException e) {
      throw usage("expected the path of a file, found '" + name + "'", command);
    }
  }

  /**
   * The constant that a word names.
   *
   * @param what the kind of constant, as messages name it
   * @throws Failure if there is none
   */
  static <W extends Worded> W worded(W[] all, String what, String word, String command)
      throws Failure {
    W found = Worded.find(all, word);
    if (found == null) {
      String hint = NearestName.hint(word, Worded.words(all));
      throw usage("unknown " + what + " '" + word + "'" + hint, command);
    }
    return found;
  }

  /** The failure of a wrong command line; it names the help to read. */
  static Failure usage(String message, String command) {
    return new Failure(
        ExitCode.USAGE, message + "; see '" + Commands.NAME + " " + command + " --help'");
  }
}
