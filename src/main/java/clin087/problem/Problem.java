package clin087.problem;

import java.util.List;
import java.util.Locale;

/**
 * A reason why a document cannot be used.
 *
 * @param kind what kind of problem
 * @param file the file of a policy that has the problem; empty for a referral, whose source is
 *     known
 * @param path the JSON pointer (RFC 6901) of the wrong value; empty for the whole document
 * @param line from 1
 * @param column in code points, from 1
 * @param message what was expected; never a value that the document states
 * @param excerpt the line of a referral and a caret below the place, without the other values in
 *     the line; empty if there is none
 */
public record Problem(
    Kind kind,
    String file,
    String path,
    int line,
    int column,
    String message,
    List<String> excerpt) {

  /** How many problems of one document are listed: more would help nobody and fill the memory. */
  public static final int MOST = 1000;

  /** What the message of the last problem that is listed ends with, if there are others. */
  public static final String OTHERS = "; further problems are not listed";

  /** The kinds of problem of one sort of document. */
  public interface Kind {
    /** The name of the constant. */
    String name();

    /** The code that scripts can rely on. */
    default String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong, and what to do about it, in Markdown. */
    String cure();
  }

  public Problem {
    excerpt = List.copyOf(excerpt);
  }

  /** A problem of a policy, whose line is shown from its file. */
  public Problem(Kind kind, String file, String path, int line, int column, String message) {
    this(kind, file, path, line, column, message, List.of());
  }

  /** A problem of a referral. */
  public Problem(Kind kind, String path, int line, int column, String message) {
    this(kind, "", path, line, column, message, List.of());
  }

  /** The code of its kind, which scripts can rely on. */
  public String code() {
    return kind.code();
  }

  /** The same problem with its line and a caret. */
  public Problem with(List<String> itsExcerpt) {
    return new Problem(kind, file, path, line, column, message, itsExcerpt);
  }
}
