package clin087.problem;

/** The problems that referrals and their files can have, each with its cure. */
public enum ReferralProblem implements Problem.Kind {
  UNREADABLE(
      "a file, folder or stream cannot be read, and why: correct the path, or ask for permission"),
  EMPTY("a file, folder or stream holds no referral: name another; nothing was checked"),
  NOT_JSON(
      "the text is not JSON from here: the message says what to write. Nothing else is said of the"
          + " referral"),
  NOT_CSV(
      "the cells of a row cannot be told apart, or it has more of them than the header: close a"
          + " quotation mark, put a cell that holds the separator in quotation marks, or name the"
          + " column"),
  NOT_UTF8("characters are written in another encoding: save the file as UTF-8"),
  UNKNOWN_FIELD(
      "the policy has no such field or column: write the nearest name, or move the field to where"
          + " the message says; `--ignore-unknown-fields` makes a caution of it"),
  DUPLICATE_FIELD("a field, column or member is stated twice: keep one"),
  REQUIRED("a field that every referral has is absent or empty: state it"),
  WRONG_TYPE(
      "the value is of another kind: write the text, number, `true` or `false`, list or object that"
          + " the message expects"),
  NOT_ALLOWED("the value is none of those that the field takes: use one of them"),
  REPEATED_VALUE("a set has the same value twice: keep one"),
  BAD_DATE(
      "there is no such day, or it is outside the field's limits: write `YYYY-MM-DD`, no later than"
          + " the date of the check"),
  TOO_LONG("the text is longer than the field takes: shorten it"),
  CONTROL_CHARACTER("the text has a line break or an invisible character: take it out"),
  CONTRADICTION("two fields say opposite things: correct the one that is wrong"),
  TOO_LARGE("the referral is over 1 MiB: leave out what is not needed"),
  TOO_DEEP(
      "objects or lists are nested more than 32 levels deep: take them out, no field needs them");

  private final String cure;

  ReferralProblem(String cure) {
    this.cure = cure;
  }

  @Override
  public String cure() {
    return cure;
  }
}
