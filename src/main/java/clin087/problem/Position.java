package clin087.problem;

/** A place in a referral's source: line and column from 1, the column in code points. */
public record Position(int line, int column) {}
