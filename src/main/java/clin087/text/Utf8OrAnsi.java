package clin087.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads text of unknown encoding: as UTF-8 if it is, else as Windows-1252. */
public final class Utf8OrAnsi {
  /** The encoding of Excel and of Windows consoles when it is not UTF-8. */
  public static final Charset ANSI = Charset.forName("windows-1252");

  private Utf8OrAnsi() {}

  /** The text of some bytes. */
  public static String text(byte[] bytes, int from, int to) {
    Charset charset = isUtf8(bytes, from, to) ? StandardCharsets.UTF_8 : ANSI;
    return new String(bytes, from, to - from, charset);
  }

  /** Whether some bytes are UTF-8. */
  public static boolean isUtf8(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
