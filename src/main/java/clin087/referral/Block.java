package clin087.referral;

import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some referrals of a source, found but not read yet: JSON in UTF-8, or rows of a table.
 *
 * @param endsSource whether a syntax error ends the source, as it does inside an array
 * @param table the table of the rows; null for referrals in JSON
 */
@SuppressWarnings("ArrayRecordComponent") // the input itself; copied nowhere
public record Block(
    byte[] bytes, int length, List<Span> spans, boolean endsSource, @Nullable Table table) {

  /** A block of referrals in JSON. */
  public Block(byte[] bytes, int length, List<Span> spans, boolean endsSource) {
    this(bytes, length, spans, endsSource, null);
  }

  /** The most referrals of one piece, since what is written about them can be long. */
  private static final int MOST = 256;

  /** The size of its referrals in the source, in bytes; an estimate. */
  public int size() {
    return spans.get(spans.size() - 1).end() - spans.get(0).start();
  }

  /** The block itself, or smaller pieces of it. */
  public List<Block> pieces() {
    if (spans.size() <= MOST) {
      return List.of(this);
    }
    List<Block> pieces = new ArrayList<>();
    for (int from = 0; from < spans.size(); from += MOST) {
      int to = Math.min(from + MOST, spans.size());
      pieces.add(new Block(bytes, length, spans.subList(from, to), endsSource, table));
    }
    return pieces;
  }

  /** A block with nothing but a problem of the source. */
  public static Block wrong(Problem problem) {
    Span span = new Span(0, 0, problem.line(), problem.column(), problem);
    return new Block(new byte[0], 0, List.of(span), false);
  }

  /** A block with nothing but a problem of the whole source. */
  public static Block wrong(ReferralProblem kind, String message) {
    return wrong(new Problem(kind, "", 1, 1, message));
  }
}
