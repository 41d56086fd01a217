package clin087.analysis;

import java.util.function.Consumer;

/** One thing that a policy is held to. */
interface Check {
  /**
   * Reports what it finds.
   *
   * @throws Budget.Spent when it cannot finish in time, with what it has found so far reported
   */
  void run(Effects effects, Consumer<Finding> findings);

  /** What is said not to be proved when the budget is spent. */
  String subject();
}
