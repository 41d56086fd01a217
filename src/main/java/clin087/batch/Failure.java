package clin087.batch;

/** Ends a run: what to say on standard error, and the exit code. */
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

  /** What to say; empty when there is nothing to say. */
  public String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
