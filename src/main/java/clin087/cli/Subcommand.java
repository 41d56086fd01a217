package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import picocli.CommandLine.Model.CommandSpec;

/** A command; by default one below {@code clin087 policy}. */
interface Subcommand {
  /** Its name on the command line. */
  String name();

  /** Adds its description and its options. */
  void describe(CommandSpec spec);

  /**
   * Runs it.
   *
   * @throws Failure if it cannot do what it is asked to
   */
  ExitCode run(Environment environment, Arguments parsed) throws Failure;

  /** The least number of words that are not options. */
  default int leastWords() {
    return 0;
  }

  /** The greatest number of words that are not options. */
  default int mostWords() {
    return 1;
  }

  /** Its name with those of the commands above it. */
  default String qualifiedName() {
    return Commands.POLICY + " " + name();
  }
}
