package clin087.reading;

/** A place in a referral's source: line and column from 1, the column in code points. */
record Position(int line, int column) {}
