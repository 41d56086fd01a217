package clin087.referral;

/** Finds NHS numbers in texts that should have none. */
public final class NhsNumber {
  private static final int DIGITS = 10;
  private static final char MINUS = '\u2212';

  private NhsNumber() {}

  /**
   * Whether a text contains an NHS number: ten digits with a correct modulus 11 check digit, no
   * digit before or after them, and only white space and dashes between them.
   *
   * @see <a href="https://www.datadictionary.nhs.uk/attributes/nhs_number.html">NHS Data
   *     Dictionary: NHS NUMBER</a>
   */
  public static boolean isIn(String text) {
    boolean afterDigit = false;
    int last = text.length() - DIGITS; // where the first of ten digits can stand
    for (int i = 0, c; i <= last; i += Character.charCount(c)) {
      c = codePoint(text, i);
      boolean digit = digit(c) >= 0;
      if (digit && !afterDigit && beginsAt(i, text)) {
        return true;
      }
      afterDigit = digit;
    }
    return false;
  }

  private static boolean beginsAt(int start, String text) {
    int digits = 0;
    int sum = 0;
    int last = 0;
    int i = start;
    for (int c; i < text.length() && digits < DIGITS; i += Character.charCount(c)) {
      c = codePoint(text, i);
      int digit = digit(c);
      if (digit >= 0) {
        last = digit;
        sum += last * (DIGITS - digits);
        digits++;
      } else if (!isBetween(c)) {
        return false;
      }
    }
    boolean ends = i >= text.length() || digit(text.codePointAt(i)) < 0;
    return digits == DIGITS && ends && (11 - (sum - last) % 11) % 11 == last;
  }

  /** Like {@link String#codePointAt}, but quicker for ASCII. */
  private static int codePoint(String text, int at) {
    char c = text.charAt(at);
    return c < 0x80 ? c : text.codePointAt(at);
  }

  // Small methods, which the quick compiler writes in line: this looks at every reference.

  private static int digit(int c) {
    return c < 0x80 ? asciiDigit(c) : Character.digit(c, 10);
  }

  private static int asciiDigit(int c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  /** Whether a character may be between two of the digits. */
  private static boolean isBetween(int c) {
    return c == ' ' || c == '-' || isOtherBetween(c);
  }

  private static boolean isOtherBetween(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || c == MINUS;
  }
}
