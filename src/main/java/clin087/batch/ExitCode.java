package clin087.batch;

/** The exit codes, with their meanings. */
public enum ExitCode {
  /** The policy stops none of the referrals; not an approval of funding. */
  FINE(
      0,
      "this policy stops none of them (which is not an approval of funding)",
      "nothing is wrong, or nothing differs"),
  REFUSED(
      1, "a referral is refused (or what --fail-on names)", "a case fails, or a policy differs"),
  USAGE(2, "the command line is wrong"),
  REDIRECTED(3, "a referral must take another step first", ""),
  INCOMPLETE(4, "a referral needs information", ""),
  INVALID_INPUT(5, "an input is invalid or cannot be read"),
  INVALID_POLICY(
      6,
      "the policy file is invalid, unreadable, or not the expected version",
      "a policy or its cases are invalid, or lint finds an error"),
  CANNOT_WRITE(7, "the output cannot be written"),
  FAULT(70, "a fault of the program, or no usable Java"),
  INTERRUPTED(130, "interrupted"),
  READER_GONE(141, "the reader of the output went away");

  private final int code;
  private final String meaning;
  private final String ofPolicies;

  ExitCode(int code, String meaning) {
    this(code, meaning, meaning);
  }

  ExitCode(int code, String meaning, String ofPolicies) {
    this.code = code;
    this.meaning = meaning;
    this.ofPolicies = ofPolicies;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  /** The meaning for the commands about policies; empty if none of them ends with this code. */
  public String ofPolicies() {
    return ofPolicies;
  }
}
