package clin087.referral;

import clin087.problem.Position;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import org.jspecify.annotations.Nullable;

/**
 * The place of a referral in a {@link Block}.
 *
 * @param start of its first byte
 * @param end after its last byte
 * @param line of its first byte in the source, from 1
 * @param column of its first byte in the source, in code points, from 1
 * @param problem why it cannot be read, at the line and column; else null. With a problem it has no
 *     bytes here, unless it is whole and the text after it is wrong
 */
public record Span(int start, int end, int line, int column, @Nullable Problem problem) {

  static Span wrong(ReferralProblem kind, int line, int column, String message) {
    return new Span(0, 0, line, column, new Problem(kind, "", line, column, message));
  }

  /** The place in the source of an offset in the block's bytes. */
  Position position(byte[] bytes, int offset) {
    int atLine = line;
    int atColumn = column;
    for (int i = start; i < offset; i++) {
      if (bytes[i] == '\n') {
        atLine++;
        atColumn = 1;
      } else if ((bytes[i] & 0xC0) != 0x80) {
        atColumn++;
      }
    }
    return new Position(atLine, atColumn);
  }
}
