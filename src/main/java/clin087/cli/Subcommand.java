package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import picocli.CommandLine.Model.CommandSpec;

/** A command, unless told otherwise one below {@code clin087 policy}. */
interface Subcommand {
  /** Its name on the command line. */
  String name();

  /** Describes it, and adds its own options. */
  void describe(CommandSpec spec);

  /**
   * Runs it.
   *
   * @throws Failure when it cannot do what it is asked to
   */
  ExitCode run(Environment environment, Arguments parsed) throws Failure;

  /** How many words without an option it needs. */
  default int leastWords() {
    return 0;
  }

  /** How many words without an option it takes. */
  default int mostWords() {
    return 1;
  }

  /** Its name with those of the commands above it. */
  default String qualifiedName() {
    return Commands.POLICY + " " + name();
  }
}
