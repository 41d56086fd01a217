package clin087.referral;

/** The NHS number's own check, to notice one that stands where it should not. */
public final class NhsNumber {
  private static final int DIGITS = 10;

  private NhsNumber() {}

  /**
   * Whether a text is, spaces and hyphens apart, ten digits that satisfy the NHS number's modulus
   * 11 check digit.
   *
   * @see <a href="https://www.datadictionary.nhs.uk/attributes/nhs_number.html">NHS Data
   *     Dictionary: NHS NUMBER</a>
   */
  public static boolean isIn(String text) {
    int digits = 0;
    int sum = 0;
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '-') {
        continue;
      }
      if (c < '0' || c > '9' || digits == DIGITS) {
        return false;
      }
      last = c - '0';
      sum += last * (DIGITS - digits);
      digits++;
    }
    return digits == DIGITS && (11 - (sum - last) % 11) % 11 == last;
  }
}
