package clin087.lint;

/** A check of a policy. */
interface Check {
  /** Reports what it finds. */
  void run(RemovalEffects effects, Report report);

  /** What the check proves, for the message that it could not prove it. */
  String subject();
}
