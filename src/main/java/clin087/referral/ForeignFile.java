package clin087.referral;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kinds of file that contain no referrals, recognised by their first bytes. */
enum ForeignFile {
  ZIP("PK\u0003\u0004", "a Word or Excel file, or another that is compressed"),
  OFFICE("\u00D0\u00CF\u0011\u00E0", "an old Word or Excel file"),
  PDF("%PDF", "a PDF"),
  RICH_TEXT("{\\rt", "a text of a word processor (RTF)"),
  GZIP("\u001F\u008B", "a file that is compressed"),
  BZIP2("BZh", "a file that is compressed"),
  XZ("\u00FD7zX", "a file that is compressed"),
  ZSTD("(\u00B5/\u00FD", "a file that is compressed"),
  SEVEN_ZIP("7z\u00BC\u00AF", "a file that is compressed"),
  RAR("Rar!", "a file that is compressed"),
  PNG("\u0089PNG", "a picture"),
  JPEG("\u00FF\u00D8\u00FF", "a picture");

  /** How many bytes are enough to recognise them all. */
  static final int HEAD = 4;

  private final byte[] begins;
  private final String words;

  ForeignFile(String begins, String words) {
    this.begins = begins.getBytes(StandardCharsets.ISO_8859_1);
    this.words = words;
  }

  /** The kind of file that begins with these bytes; null if it may contain referrals. */
  static @Nullable ForeignFile of(byte[] head) {
    for (ForeignFile each : values()) {
      if (Arrays.mismatch(each.begins, head) == each.begins.length
          || Arrays.equals(each.begins, head)) {
        return each;
      }
    }
    return null;
  }

  /** The message about a source of this kind. */
  String message() {
    return "this seems to be "
        + words
        + "; expected referrals as text: JSON (.json), one a line (.ndjson), or a table saved as CSV (.csv)";
  }
}
