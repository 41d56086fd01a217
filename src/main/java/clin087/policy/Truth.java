package clin087.policy;

/** Whether a condition holds: true, false or unknown. */
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The opposite; unknown remains unknown. */
  public Truth not() {
    return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
  }
}
