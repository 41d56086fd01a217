package clin087.report;

import clin087.text.Bytes;

/**
 * Writes results in one format. One report serves one thread; several of the same kind may share
 * the work on one output.
 */
public interface Report {
  /** Writes what comes before the first result. */
  default void begin(Bytes out) {}

  /** Writes a result; nothing if the report leaves it out. */
  void add(Result result, Bytes out);

  /** Writes what comes between two results. */
  default void between(Bytes out) {}

  /** Writes what comes after the last result. */
  default void end(Summary summary, Bytes out) {}
}
