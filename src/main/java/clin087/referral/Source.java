package clin087.referral;

import clin087.problem.FileReason;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.text.Utf8;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file or stream of referrals.
 *
 * @param name as the user wrote it, or as found in a folder
 * @param file the path; null for standard input, for a referral at hand, or if there is a problem
 * @param problem why it cannot be read; null if it can
 */
public record Source(String name, @Nullable Path file, @Nullable Problem problem) {

  public static final String STANDARD_INPUT = "-";

  /**
   * A referral in JSON that is at hand, and is read in place of standard input.
   *
   * @param name of the file that it comes from, or {@code -}
   */
  public static Source inHand(String name) {
    return new Source(name, null, null);
  }

  static Source wrong(String name, ReferralProblem kind, String message) {
    return new Source(name, null, new Problem(kind, "", 1, 1, message));
  }

  /** Whether it is read from standard input, or from what stands for that. */
  public boolean isStandardInput() {
    return file == null && problem == null;
  }

  /** Whether a file of a folder counts as a file of referrals, by its name. */
  static boolean isReferrals(String name) {
    return InputForm.ofName(name) != null;
  }

  /**
   * Opens it. If its name does not tell the form, it is JSON or NDJSON by its first line.
   *
   * @param standardInput read for the source {@code -}
   * @throws IOException if it cannot be read
   */
  public Blocks open(InputStream standardInput) throws IOException {
    return open(standardInput, null);
  }

  /**
   * Opens it.
   *
   * @param standardInput read for the source {@code -}
   * @param unnamed the form if the name does not tell it; null to tell it from the first line
   * @throws IOException if it cannot be read
   */
  public Blocks open(InputStream standardInput, @Nullable InputForm unnamed) throws IOException {
    if (file == null) {
      return blocks(standardInput, unnamed);
    }
    InputStream opened = open(file);
    try {
      return blocks(opened, unnamed);
    } catch (IOException | RuntimeException e) {
      opened.close(); // nobody else can, and a folder may have many such files
      throw e;
    }
  }

  private Blocks blocks(InputStream in, @Nullable InputForm unnamed) throws IOException {
    PushbackInputStream raw = new PushbackInputStream(in, ForeignFile.HEAD);
    byte[] head = raw.readNBytes(ForeignFile.HEAD);
    raw.unread(head);
    ForeignFile foreign = ForeignFile.of(head);
    if (foreign != null) {
      return Blocks.wrong(raw, ReferralProblem.NOT_JSON, foreign.message());
    }
    InputForm named = file == null ? null : InputForm.ofName(name);
    InputForm form = named == null ? unnamed : named;
    InputStream text = form == InputForm.CSV ? Utf8.ofTable(raw) : Utf8.of(raw);
    return form == null ? InputForm.openByFirstLine(text) : form.open(text);
  }

  /** Opens a file, with the stream that starts quickest if it can open the file. */
  private static InputStream open(Path file) throws IOException {
    return FileNames.isLossy(file)
        ? Files.newInputStream(file)
        : new FileInputStream(file.toFile());
  }

  /** The reason why it could not be read. */
  public String reason() {
    return file == null ? "it cannot be read, or has been read before" : FileReason.reading(file);
  }
}
