package clin087.problem;

/**
 * Something in a document that keeps it from being used.
 *
 * @param code what kind of problem, a word that scripts can rely on
 * @param file the file of a policy that it stands in; empty for a referral, whose source is known
 * @param path the JSON pointer (RFC 6901) of what it is about; empty for the whole
 * @param line from 1
 * @param column in code points, from 1
 * @param message what was expected; never a value that the document states
 */
public record Problem(String code, String file, String path, int line, int column, String message) {

  /** A problem of a referral. */
  public Problem(String code, String path, int line, int column, String message) {
    this(code, "", path, line, column, message);
  }
}
