package clin087.policy;

import java.util.Locale;

/**
 * What a verdict means for the next step. It determines the exit code, and the summary counts it.
 */
public enum Outcome implements Worded {
  /** The policy does not stop it. */
  PROCEED,
  /** The policy refuses it. */
  REFUSE,
  /** Another step comes first. */
  REDIRECT,
  /** Facts that are not stated decide it. */
  INCOMPLETE;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word that policy files and outputs use. */
  @Override
  public String word() {
    return word;
  }
}
