package clin087.cli;

/** Ends a run: what to say on standard error, and the exit code. */
final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  Failure(ExitCode exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }

  /** What to say; empty when there is nothing to say. */
  String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
