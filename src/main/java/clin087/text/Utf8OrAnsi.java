package clin087.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads text of unknown encoding: as UTF-8 if it is, else as Windows-1252. */
public final class Utf8OrAnsi {
  /** The encoding of Excel and of Windows consoles when it is not UTF-8. */
  private static final Charset ANSI = Charset.forName("windows-1252");

  /** What Java reads for a byte that has no character. */
  private static final char NONE = '\uFFFD';

  private Utf8OrAnsi() {}

  /**
   * The text of some bytes. The five bytes that Windows-1252 does not use become the control
   * characters of their numbers, as in a browser, so that no text with one is taken for a name.
   */
  public static String text(byte[] bytes, int from, int to) {
    if (Utf8.isValid(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    String ansi = new String(bytes, from, to - from, ANSI);
    if (ansi.indexOf(NONE) < 0) {
      return ansi;
    }
    StringBuilder text = new StringBuilder(ansi);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == NONE) {
        text.setCharAt(i, (char) (bytes[from + i] & 0xFF));
      }
    }
    return text.toString();
  }
}
