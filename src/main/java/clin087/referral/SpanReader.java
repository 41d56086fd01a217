package clin087.referral;

import clin087.problem.Position;
import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import clin087.referral.Drafts.Draft;
import clin087.text.Utf8;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads referrals with a parser, each by itself, and reports their problems. */
final class SpanReader {
  /** The first byte of a byte-order mark in UTF-8; nothing else in JSON begins with it. */
  private static final byte MARK = (byte) 0xEF;

  /** How many problems of a referral show their line, since more would fill the screen. */
  private static final int MOST_EXCERPTS = 20;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1000)
                  .maxNumberLength(Blocks.LARGEST)
                  .maxNameLength(Blocks.LARGEST)
                  .maxStringLength(Blocks.LARGEST)
                  .build())
          .build();

  private final ReferralFormat format;
  private final boolean ignoreUnknownFields;

  SpanReader(ReferralFormat format, boolean ignoreUnknownFields) {
    this.format = format;
    this.ignoreUnknownFields = ignoreUnknownFields;
  }

  /** Reads the referral in a span. */
  ReferralReading read(byte[] bytes, Span span) {
    int invalid = Utf8.firstInvalid(bytes, span.start(), span.end());
    if (invalid >= 0) {
      return wrong(bytes, span, null, ReferralProblem.NOT_UTF8, invalid, Utf8.EXPECTED);
    }
    int foreign = firstForeign(bytes, span);
    if (foreign >= 0) {
      return wrong(
          bytes, span, null, ReferralProblem.NOT_JSON, foreign, "this is not JSON from here");
    }
    try (JsonParser parser = parser(bytes, span.start(), span.end() - span.start())) {
      return read(bytes, span, parser);
    }
  }

  private ReferralReading read(byte[] bytes, Span span, JsonParser parser) {
    ReferralReader reader = null;
    try {
      parser.nextToken();
      reader = new ReferralReader(format, ignoreUnknownFields, parser);
      reader.read();
      if (parser.nextToken() != null) {
        int offset = span.start() + (int) parser.currentTokenLocation().getByteOffset();
        return broken(bytes, span, reader.reference(), offset);
      }
      List<Problem> problems = placed(bytes, span, reader.problems());
      return new ReferralReading(
          problems.isEmpty() ? reader.referral() : null, reader.reference(), problems);
    } catch (JacksonException e) {
      return broken(bytes, span, reader, e);
    }
  }

  /** Finds the places of problems in one pass over the text, since a hostile text has many. */
  private static List<Problem> placed(byte[] bytes, Span span, Drafts drafts) {
    List<Draft> sorted = drafts.inOrder();
    List<Problem> placed = new ArrayList<>(sorted.size());
    Span rest = span;
    for (Draft draft : sorted) {
      int offset = span.start() + draft.place();
      Position at = rest.position(bytes, offset);
      Problem problem =
          new Problem(draft.kind(), draft.path(), at.line(), at.column(), draft.message());
      boolean shown = placed.size() < MOST_EXCERPTS;
      placed.add(shown ? problem.with(SourceExcerpt.of(bytes, span, offset, false)) : problem);
      rest = new Span(offset, span.end(), at.line(), at.column(), null);
    }
    return placed;
  }

  private static ReferralReading broken(
      byte[] bytes, Span span, @Nullable ReferralReader reader, JacksonException e) {
    String reference = reader == null ? null : reader.reference();
    if (e instanceof StreamConstraintsException
        && reader != null
        && reader.problems().found() > 0) {
      // too deep for the parser; the reader has reported that long before
      return new ReferralReading(null, reference, placed(bytes, span, reader.problems()));
    }
    boolean ended = e instanceof UnexpectedEndOfInputException;
    return broken(bytes, span, reference, ended ? span.end() : offset(span, e));
  }

  /** The result for a text that is not JSON, with a cure if the mistake is a common one. */
  private static ReferralReading broken(
      byte[] bytes, Span span, @Nullable String reference, int offset) {
    JsonMistake mistake = JsonMistakeFinder.find(bytes, span.start(), span.end());
    if (mistake == null) {
      return wrong(
          bytes, span, reference, ReferralProblem.NOT_JSON, offset, "this is not JSON from here");
    }
    String message = mistake.message();
    if (mistake.began() >= 0) {
      Position began = span.position(bytes, mistake.began());
      String place = "line " + began.line() + ", column " + began.column();
      message = message.replace(JsonMistake.PLACE, place);
    }
    int place = withinDigits(bytes, mistake.offset(), offset) ? offset : mistake.offset();
    return wrong(bytes, span, reference, ReferralProblem.NOT_JSON, place, message);
  }

  /** Whether the parser went some digits past the beginning of the wrong number. */
  private static boolean withinDigits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at == to;
  }

  private static int offset(Span span, JacksonException e) {
    long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
    return (int) Math.max(span.start(), Math.min(span.start() + offset, span.end()));
  }

  private static ReferralReading wrong(
      byte[] bytes,
      Span span,
      @Nullable String reference,
      ReferralProblem kind,
      int offset,
      String message) {
    Position at = span.position(bytes, offset);
    Problem problem = new Problem(kind, "", at.line(), at.column(), message);
    List<String> excerpt =
        kind == ReferralProblem.NOT_JSON ? SourceExcerpt.of(bytes, span, offset, true) : List.of();
    return ReferralReading.wrong(reference, problem.with(excerpt));
  }

  /**
   * The offset of a NUL or a byte-order mark in the first bytes, or -1. No JSON in UTF-8 begins
   * with one, but the parser would take the text for UTF-16 or UTF-32, or skip the mark.
   */
  private static int firstForeign(byte[] bytes, Span span) {
    if (bytes[span.start()] == MARK) {
      return span.start();
    }
    int end = Math.min(span.start() + Integer.BYTES, span.end());
    for (int i = span.start(); i < end; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  static JsonParser parser(byte[] bytes, int from, int length) {
    return JSON.createParser(ObjectReadContext.empty(), bytes, from, length);
  }
}
