package clin087.referral;

import clin087.policy.Policy;
import clin087.problem.Position;
import clin087.problem.Problem;
import clin087.referral.Tokens.Draft;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads referrals by a parser, and says what is wrong with them. The parser goes on from one to the
 * next while it can, because making one costs as much as reading a referral; a referral that is not
 * quite right is read again by itself, so that nothing but its own text decides what is said of it.
 */
final class SpanReader {
  /** The first byte of a byte-order mark in UTF-8; of no other character that JSON begins with. */
  private static final byte MARK = (byte) 0xEF;

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

  private final ReferralReader reader;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer discarded = CharBuffer.allocate(1 << 12);
  private @Nullable JsonParser parser;
  private int parserStart;

  SpanReader(Policy policy, Field root, boolean ignoreUnknownFields) {
    this.reader = new ReferralReader(policy, root, ignoreUnknownFields, parser(new byte[0], 0, 0));
  }

  /** Reads what stands in a span, which follows the one that was read last or {@link #leave}. */
  Reading read(Block block, Span span) {
    byte[] bytes = block.bytes();
    int invalid = firstNotUtf8(bytes, span);
    int foreign = invalid < 0 ? firstForeign(bytes, span) : -1;
    if (foreign >= 0) {
      leave();
      reader.forgetReference();
      return wrong(bytes, span, "not-json", foreign, "this is not JSON from here");
    }
    if (invalid < 0 && bytes[span.start()] == '{' && readQuickly(block, span)) {
      return new Reading(reader.referral(), reader.reference(), List.of());
    }
    leave();
    return invalid < 0
        ? readCarefully(bytes, span)
        : wrong(bytes, span, "not-utf8", invalid, "expected UTF-8");
  }

  boolean isUtf8(byte[] bytes, Span span) {
    return firstNotUtf8(bytes, span) < 0;
  }

  /** Leaves the block. A parser of bytes need not be closed, which is what takes time. */
  void leave() {
    parser = null;
  }

  /** Whether it is fine from end to end. */
  private boolean readQuickly(Block block, Span span) {
    byte[] bytes = block.bytes();
    try {
      if (parser == null) {
        parserStart = span.start();
        parser = parser(bytes, parserStart, block.length() - parserStart);
      }
      if (parser.nextToken() == null) {
        return false;
      }
      reader.read(parser, false);
      int end = parserStart + (int) parser.currentLocation().getByteOffset();
      return reader.isFine() && end == span.end();
    } catch (JacksonException e) {
      return false;
    }
  }

  private Reading readCarefully(byte[] bytes, Span span) {
    reader.forgetReference();
    try (JsonParser own = parser(bytes, span.start(), span.end() - span.start())) {
      try {
        own.nextToken();
        reader.read(own, true);
        List<Draft> problems = new ArrayList<>(reader.problems());
        if (own.nextToken() != null) {
          int offset = span.start() + (int) own.currentTokenLocation().getByteOffset();
          return wrong(bytes, span, "not-json", offset, "expected nothing behind the referral");
        }
        return new Reading(
            problems.isEmpty() ? reader.referral() : null,
            reader.reference(),
            placed(bytes, span, problems));
      } catch (JacksonException e) {
        return broken(bytes, span, e);
      }
    }
  }

  /** Finds the places in one walk over the text, since a hostile one has many problems. */
  private static List<Problem> placed(byte[] bytes, Span span, List<Draft> drafts) {
    drafts.sort(Comparator.comparingInt(Draft::offset));
    List<Problem> placed = new ArrayList<>(drafts.size());
    Span rest = span;
    for (Draft draft : drafts) {
      int offset = span.start() + draft.offset();
      Position at = rest.position(bytes, offset);
      placed.add(new Problem(draft.code(), draft.path(), at.line(), at.column(), draft.message()));
      rest = new Span(offset, span.end(), at.line(), at.column(), null);
    }
    return placed;
  }

  private Reading broken(byte[] bytes, Span span, JacksonException e) {
    if (e instanceof StreamConstraintsException && !reader.isFine()) {
      // so deep that the parser gives up: the reader has said so long before
      List<Draft> problems = new ArrayList<>(reader.problems());
      return new Reading(null, reader.reference(), placed(bytes, span, problems));
    }
    if (e instanceof UnexpectedEndOfInputException) {
      return wrong(bytes, span, "not-json", span.end(), "the text ends before the referral does");
    }
    return wrong(bytes, span, "not-json", offset(span, e), "this is not JSON from here");
  }

  private static int offset(Span span, JacksonException e) {
    long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
    return (int) Math.max(span.start(), Math.min(span.start() + offset, span.end()));
  }

  private Reading wrong(byte[] bytes, Span span, String code, int offset, String message) {
    Position at = span.position(bytes, offset);
    return Reading.wrong(
        code.equals("not-utf8") ? null : reader.reference(),
        new Problem(code, "", at.line(), at.column(), message));
  }

  /**
   * Where a NUL or a byte-order mark stands in the first bytes, or -1. No JSON in UTF-8 begins with
   * one, but the parser would take the text for UTF-16 or UTF-32, or pass over the mark.
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

  /** Where the text stops being UTF-8, or -1. */
  private int firstNotUtf8(byte[] bytes, Span span) {
    int at = span.start();
    while (at < span.end() && bytes[at] >= 0) {
      at++;
    }
    if (at == span.end()) {
      return -1;
    }
    ByteBuffer text = ByteBuffer.wrap(bytes, at, span.end() - at);
    utf8.reset();
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      discarded.clear();
      result = utf8.decode(text, discarded, true);
    }
    return result.isError() ? text.position() : -1;
  }

  static JsonParser parser(byte[] bytes, int from, int length) {
    return JSON.createParser(ObjectReadContext.empty(), bytes, from, length);
  }
}
