package clin087.lint;

import java.util.Locale;

/** How serious a finding is. */
public enum Severity {
  /** The policy does not do what it says. */
  ERROR,
  /** Something has no effect, or is left out, and was probably meant otherwise. */
  WARNING,
  /** Nothing is wrong, but a reviewer should know. */
  INFORMATION;

  /** The word for it in the output. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
