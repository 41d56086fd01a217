package clin087.policy;

/**
 * A place in a policy's files.
 *
 * @param file the file's name, as messages show it
 * @param line from 1
 * @param column in code points, from 1
 */
public record Place(String file, int line, int column) {

  /** The beginning of a file. */
  public static Place start(String file) {
    return new Place(file, 1, 1);
  }

  /** The place so many code points further right. */
  public Place right(int columns) {
    return new Place(file, line, column + columns);
  }
}
