package clin087.reading;

import java.util.List;

/**
 * Some whole referrals of a source, in UTF-8, found but not yet read. Between them stand only bytes
 * that are white space in JSON.
 *
 * @param endsSource whether a syntax error ends the source, as it does inside an array
 */
@SuppressWarnings("ArrayRecordComponent") // the input itself; copied nowhere
public record Block(byte[] bytes, int length, List<Span> spans, boolean endsSource) {

  /** A block that holds nothing but a problem of the source. */
  public static Block wrong(Problem problem) {
    Span span = new Span(0, 0, problem.line(), problem.column(), false, problem);
    return new Block(new byte[0], 0, List.of(span), false);
  }

  /** A block that holds nothing but a problem of the whole source. */
  public static Block wrong(String code, String message) {
    return wrong(new Problem(code, "", 1, 1, message));
  }
}
