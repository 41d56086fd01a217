package clin087.report;

import clin087.text.Bytes;

/**
 * Writes results in one format. One report serves one thread; several of the same kind may share
 * the work on one output.
 */
public interface Report {
  /** What comes before the first result. */
  default void begin(Bytes out) {}

  /** One result; nothing when the report leaves it out. */
  void add(Result result, Bytes out);

  /** What stands between two results. */
  default void between(Bytes out) {}

  /** What comes after the last result. */
  default void end(Summary summary, Bytes out) {}
}
