package clin087.cli;

import clin087.batch.Environment;
import clin087.batch.ExitCode;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Reports what ended a run unexpectedly, and where in the program. It never shows the message of an
 * exception, which may repeat what a patient's referral says.
 */
final class Fault {
  private static final String THREADS = "unable to create native thread";

  /** The words of the operating system for too many open files. */
  private static final String FILES = "Too many open files";

  private Fault() {}

  static ExitCode report(Environment environment, Throwable fault) {
    PrintStream err = environment.err();
    err.println(Commands.NAME + ": " + words(fault));
    if ("1".equals(System.getenv("CLIN087_DEBUG"))) {
      for (Throwable each = fault; each != null; each = each.getCause()) {
        err.println("  " + each.getClass().getName());
        for (StackTraceElement frame : each.getStackTrace()) {
          err.println("    at " + frame);
        }
      }
    }
    return ExitCode.FAULT;
  }

  private static String words(Throwable fault) {
    if (isCausedBy(fault, FILES)) {
      return "too many files are open; the limit for this user is too low (ulimit -n)";
    }
    if (isCausedBy(fault, THREADS)) {
      return "no more threads can be started; the limit for this user is too low (ulimit -u),"
          + " or --jobs too high";
    }
    if (fault instanceof OutOfMemoryError) {
      // the memory is free again, so there is room for the message
      return "out of memory; _JAVA_OPTIONS=-Xmx1g in the environment gives it more";
    }
    StackTraceElement[] trace = fault.getStackTrace();
    return "a fault of the program, please report it: "
        + fault.getClass().getName()
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private static boolean isCausedBy(Throwable fault, String words) {
    for (@Nullable Throwable each = fault; each != null; each = each.getCause()) {
      String message = each.getMessage();
      if (message != null && message.contains(words)) {
        return true;
      }
    }
    return false;
  }
}
