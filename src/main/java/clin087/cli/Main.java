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
    } catch (OutOfMemoryError e) {
      // what took the memory is no longer in use, so there is room again to say so
      environment
          .err()
          .println(
              Commands.NAME
                  + ": out of memory; _JAVA_OPTIONS=-Xmx1g in the environment gives it more");
      return ExitCode.FAULT;
    } catch (RuntimeException | Error e) {
      // where, but not what: the message of an exception may repeat what a patient's referral says
      StackTraceElement[] trace = e.getStackTrace();
      environment
          .err()
          .println(
              Commands.NAME
                  + ": a fault of the program, please report it: "
                  + e.getClass().getName()
                  + (trace.length == 0 ? "" : " at " + trace[0]));
      return ExitCode.FAULT;
    }
  }
}
