package clin087.batch;

/** Ends a run with a message for standard error and an exit code. */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  public Failure(ExitCode exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** The message; empty if there is nothing to say. */
  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
