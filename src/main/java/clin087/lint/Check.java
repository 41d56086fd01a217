package clin087.lint;

/** One thing that a policy is held to. */
interface Check {
  /** Reports what it finds. */
  void run(RemovalEffects effects, Report report);

  /** What is said not to be proved of what it had to leave open. */
  String subject();
}
