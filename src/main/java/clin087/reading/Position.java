package clin087.reading;

/** A place in a document: line and column from 1, the column in code points. */
record Position(int line, int column) {
  static final Position START = new Position(1, 1);

  Position right(int columns) {
    return new Position(line, column + columns);
  }
}
