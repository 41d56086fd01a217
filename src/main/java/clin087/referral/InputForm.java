package clin087.referral;

import clin087.policy.Worded;
import clin087.problem.ReferralProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** The forms that referrals come in. */
public enum InputForm implements Worded {
  /** A referral, or an array of referrals. */
  JSON,
  /** One referral a line. */
  NDJSON,
  /** A table with one referral a row. */
  CSV;

  private static final String TABLE =
      "this seems to be a table; name the file .csv, or say --input csv";

  /** Its name on the command line. */
  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of a file by its name; null if the name does not tell. */
  public static @Nullable InputForm ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (InputForm form : values()) {
      if (lower.endsWith("." + form.word())) {
        return form;
      }
    }
    return lower.endsWith(".jsonl") ? NDJSON : null;
  }

  /** Finds the referrals of a text of this form. */
  Blocks open(InputStream in) {
    return switch (this) {
      case JSON -> new DocumentBlocks(in);
      case NDJSON -> new LineBlocks(in);
      case CSV -> new TableBlocks(in);
    };
  }

  /**
   * Finds the referrals of a text in JSON or NDJSON; its first line tells which, or that the text
   * is a table that nobody has called one.
   */
  static Blocks openByFirstLine(InputStream in) throws IOException {
    byte[] firstLines = firstLine(in);
    if (isHeader(new String(firstLines, StandardCharsets.UTF_8).strip())) {
      return Blocks.wrong(in, ReferralProblem.NOT_JSON, TABLE);
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(firstLines), in);
    return form(firstLines).open(whole);
  }

  /**
   * The beginning of a text up to its first line that is not blank, or more bytes than any referral
   * has.
   */
  private static byte[] firstLine(InputStream in) throws IOException {
    byte[] read = new byte[1 << 13];
    int length = 0;
    int start = 0;
    while (length <= 2 * Blocks.LARGEST) {
      if (length == read.length) {
        read = Arrays.copyOf(read, 2 * length);
      }
      int more = in.read(read, length, read.length - length);
      if (more < 0) {
        break;
      }
      length += more;
      for (int i = length - more; i < length; i++) {
        if (read[i] == '\n') {
          if (!isBlank(read, start, i)) {
            return Arrays.copyOf(read, length);
          }
          start = i + 1;
        }
      }
    }
    return Arrays.copyOf(read, length);
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).isBlank();
  }

  /** Whether a text begins with the names of columns, one of them that of the reference. */
  private static boolean isHeader(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      return false; // at once, since most are JSON, and a pattern takes long to load
    }
    int end = text.indexOf('\n');
    String[] cells = text.substring(0, end < 0 ? text.length() : end).split("[,;\t]", -1);
    for (int i = 0; i < cells.length && cells.length > 1; i++) {
      String name = cells[i].replace("\"", "").strip();
      if (name.equalsIgnoreCase("reference") || name.equalsIgnoreCase("/reference")) {
        return true;
      }
    }
    return false;
  }

  /** JSON if the first line begins an array or ends inside an object; else NDJSON. */
  private static InputForm form(byte[] text) {
    int start = 0;
    while (start < text.length && text[start] <= ' ' && text[start] >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    if (start < text.length && text[start] == '[') {
      return JSON;
    }
    if (end - start > Blocks.LARGEST) {
      return NDJSON;
    }
    if (endsInsideObject(text, start, Math.min(end + 1, text.length))) {
      return JSON;
    }
    int last = end - 1;
    while (last > start && text[last] <= ' ') {
      last--;
    }
    if (last < start || text[last] != ',') {
      return NDJSON;
    }
    // to the parser, an end after a comma is a syntax error like any other
    byte[] wentOn = Arrays.copyOfRange(text, start, last + 3);
    wentOn[wentOn.length - 2] = '"';
    wentOn[wentOn.length - 1] = '"';
    return endsInsideObject(wentOn, 0, wentOn.length) ? JSON : NDJSON;
  }

  private static boolean endsInsideObject(byte[] text, int from, int to) {
    try (JsonParser parser = SpanReader.parser(text, from, to - from)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        parser.skipChildren();
      }
      return false;
    } catch (UnexpectedEndOfInputException e) {
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }
}
