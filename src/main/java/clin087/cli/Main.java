package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import clin087.batch.Failure;
import clin087.text.Characters;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** The program {@code clin087}. */
public final class Main {
  private Main() {}

  /** Runs the program and exits. */
  public static void main(String[] args) {
    LauncherSettings launcher = LauncherSettings.told();
    Environment environment =
        new Environment(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            System.err,
            launcher.workingFolder(),
            Terminal.hasColor(),
            Terminal.width());
    System.exit(launcher.exitBase() + run(environment, args).code());
  }

  /** Runs the program in a given environment. */
  static ExitCode run(Environment environment, String... args) {
    try {
      return new Commands(environment).run(args);
    } catch (Failure failure) {
      if (!failure.message().isEmpty()) {
        environment.err().println(Commands.NAME + ": " + Characters.visible(failure.message()));
      }
      return failure.exitCode();
    } catch (RuntimeException | Error e) {
      return Fault.report(environment, e);
    }
  }
}
