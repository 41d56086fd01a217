package clin087.cli;

/** What a run tells the shell that started it. */
enum ExitCode {
  /** The policy stops none of the referrals; not an approval of funding. */
  FINE(0, "this policy stops none of them (which is not an approval of funding)"),
  REFUSED(1, "a referral is refused (or named in --fail-on); a case fails, a policy differs"),
  USAGE(2, "the command line is wrong"),
  REDIRECTED(3, "a referral must take another step first"),
  INCOMPLETE(4, "a referral needs information"),
  INVALID_INPUT(5, "an input is invalid or cannot be read"),
  INVALID_POLICY(6, "the policy file is invalid, unreadable, or not the expected version"),
  CANNOT_WRITE(7, "the output cannot be written"),
  FAULT(70, "a fault of the program, or no usable Java"),
  INTERRUPTED(130, "interrupted"),
  READER_GONE(141, "the reader of the output went away");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }
}
