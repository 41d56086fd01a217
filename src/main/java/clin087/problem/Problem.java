package clin087.problem;

import java.util.List;

/**
 * Something in a document that keeps it from being used.
 *
 * @param kind what kind of problem
 * @param file the file of a policy that it stands in; empty for a referral, whose source is known
 * @param path the JSON pointer (RFC 6901) of what it is about; empty for the whole
 * @param line from 1
 * @param column in code points, from 1
 * @param message what was expected; never a value that the document states
 * @param excerpt the line of a referral and a caret below the place, without what it says of the
 *     patient elsewhere; empty where there is none
 */
public record Problem(
    Kind kind,
    String file,
    String path,
    int line,
    int column,
    String message,
    List<String> excerpt) {

  /** What can be wrong with documents of one sort. */
  public interface Kind {
    /** The word that scripts can rely on. */
    String code();

    /** What it says, and what to do about it, in Markdown. */
    String cure();
  }

  public Problem {
    excerpt = List.copyOf(excerpt);
  }

  /** A problem of a policy, whose files can be shown themselves. */
  public Problem(Kind kind, String file, String path, int line, int column, String message) {
    this(kind, file, path, line, column, message, List.of());
  }

  /** A problem of a referral. */
  public Problem(Kind kind, String path, int line, int column, String message) {
    this(kind, "", path, line, column, message, List.of());
  }

  /** The word for its kind that scripts can rely on. */
  public String code() {
    return kind.code();
  }

  /** The same with its line and a caret. */
  public Problem with(List<String> itsExcerpt) {
    return new Problem(kind, file, path, line, column, message, itsExcerpt);
  }
}
