package clin087.referral;

import clin087.problem.FileReason;
import clin087.problem.Problem;
import clin087.text.Utf8;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Something that holds referrals.
 *
 * @param name as given by the person who runs the check, or as found in a folder
 * @param file where it is; null for standard input, or when there is a problem
 * @param problem what keeps it from being read
 */
public record Source(String name, @Nullable Path file, @Nullable Problem problem) {

  static final String STANDARD_INPUT = "-";

  private enum Form {
    DOCUMENT,
    LINES
  }

  static Source wrong(String name, String code, String message) {
    return new Source(name, null, new Problem(code, "", 1, 1, message));
  }

  /** Whether a file of a folder is taken for one that holds referrals. */
  static boolean isReferrals(String name) {
    return isDocument(name) || isLines(name);
  }

  /**
   * Opens it.
   *
   * @param standardInput read for the source {@code -}
   * @throws IOException when it cannot be read
   */
  public Blocks open(InputStream standardInput) throws IOException {
    InputStream raw = file == null ? standardInput : open(file);
    InputStream in = Utf8.of(raw);
    if (file != null && isDocument(name)) {
      return new DocumentBlocks(in);
    }
    if (file != null && isLines(name)) {
      return new LineBlocks(in);
    }
    byte[] firstLines = firstLine(in);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(firstLines), in);
    return form(firstLines) == Form.DOCUMENT ? new DocumentBlocks(whole) : new LineBlocks(whole);
  }

  /** By a stream that starts quicker, wherever it can open the file. */
  private static InputStream open(Path file) throws IOException {
    return FileNames.isLossy(file)
        ? Files.newInputStream(file)
        : new FileInputStream(file.toFile());
  }

  /** Why it could not be read. */
  public String reason() {
    return file == null ? "it cannot be read" : FileReason.reading(file);
  }

  private static boolean isDocument(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private static boolean isLines(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".ndjson") || lower.endsWith(".jsonl");
  }

  /** What has to be read to see the first line that is not blank, or more than any referral. */
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

  /** A document when the first line begins an array, or breaks off inside an object. */
  private static Form form(byte[] text) {
    int start = 0;
    while (start < text.length && text[start] <= ' ' && text[start] >= 0) {
      start++;
    }
    int end = start;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    if (start < text.length && text[start] == '[') {
      return Form.DOCUMENT;
    }
    if (end - start > Blocks.LARGEST) {
      return Form.LINES;
    }
    if (endsInsideObject(text, start, Math.min(end + 1, text.length))) {
      return Form.DOCUMENT;
    }
    int last = end - 1;
    while (last > start && text[last] <= ' ') {
      last--;
    }
    if (last < start || text[last] != ',') {
      return Form.LINES;
    }
    // to the parser, an end behind a comma is a syntax error like any other
    byte[] wentOn = Arrays.copyOfRange(text, start, last + 3);
    wentOn[wentOn.length - 2] = '"';
    wentOn[wentOn.length - 1] = '"';
    return endsInsideObject(wentOn, 0, wentOn.length) ? Form.DOCUMENT : Form.LINES;
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
