package clin087.proof;

/**
 * An example with a name that says what it shows.
 *
 * @param name ASCII letters and digits, dots, hyphens and {@code _}
 */
public record NamedExample(String name, Example referral) {
  public NamedExample {
    // it becomes a file name, and a reference, which has no control characters
    name = plain(name);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit = c <= '~' && Character.isLetterOrDigit(c);
      if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
        plain.setCharAt(i, '_');
      }
    }
    return plain.toString();
  }
}
