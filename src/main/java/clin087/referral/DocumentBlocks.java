package clin087.referral;

import clin087.problem.Problem;
import clin087.problem.ReferralProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Finds the referrals of a JSON document: one, or the elements of an array. It finds only where
 * each begins and ends; whether that is JSON is for the {@link ReferralReader} to say.
 */
final class DocumentBlocks implements Blocks {
  private static final int NONE = -1;

  private enum State {
    START,
    FIRST_ELEMENT,
    ELEMENT,
    AFTER_ELEMENT,
    INSIDE,
    END
  }

  private final InputStream in;
  private State state = State.START;
  private boolean array;
  private int arrayLine;
  private int arrayColumn;
  private byte[] buffer = new byte[CHUNK];
  private int length;
  private int at;
  private int line = 1;
  private int column = 1;
  private boolean atEnd;

  private int start = NONE;
  private int startLine;
  private int startColumn;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean tooLarge;
  private List<Span> spans = new ArrayList<>();

  DocumentBlocks(InputStream in) {
    this.in = in;
  }

  @Override
  public @Nullable Block next() throws IOException {
    while (!atEnd || at < length) {
      while (at < length) {
        step(buffer[at]);
      }
      // a single referral waits for the end, since the text after it may make it invalid
      Block found = array ? take() : null;
      if (found != null) {
        return found;
      }
      if (!atEnd) {
        fill();
      }
    }
    finish();
    return take();
  }

  private @Nullable Block take() {
    if (spans.isEmpty()) {
      return null;
    }
    Block block = new Block(buffer, length, spans, true);
    int kept = start == NONE ? length : start;
    buffer = Arrays.copyOfRange(buffer, kept, Math.max(length, kept) + CHUNK);
    length -= kept;
    at -= kept;
    start = start == NONE ? NONE : 0;
    spans = new ArrayList<>();
    return block;
  }

  private void fill() throws IOException {
    if (start == NONE) {
      // only the referrals are still needed, not the white space after them
      length = spans.isEmpty() ? 0 : spans.get(spans.size() - 1).end();
      at = length;
    } else if (start > 0 && spans.isEmpty()) {
      System.arraycopy(buffer, start, buffer, 0, length - start);
      length -= start;
      at -= start;
      start = 0;
    }
    if (length == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length + CHUNK);
    }
    int read = in.read(buffer, length, buffer.length - length);
    atEnd = read < 0;
    length += Math.max(0, read);
  }

  private void step(byte b) {
    switch (state) {
      case START -> {
        if (Scan.isBlank(b)) {
          pass(b);
        } else if (b == '[') {
          array = true;
          arrayLine = line;
          arrayColumn = column;
          state = State.FIRST_ELEMENT;
          pass(b);
        } else {
          begin();
        }
      }
      case FIRST_ELEMENT, ELEMENT -> {
        if (Scan.isBlank(b)) {
          pass(b);
        } else if (b == ']' && state == State.FIRST_ELEMENT) {
          spans.add(empty());
          state = State.END;
          pass(b);
        } else if (b == ',' || b == ']') {
          wrong(
              b == ','
                  ? "there is one comma too many; remove it"
                  : "there is one comma too many before this; remove it");
        } else {
          begin();
        }
      }
      case INSIDE -> inside(b);
      case AFTER_ELEMENT -> {
        if (Scan.isBlank(b)) {
          pass(b);
        } else if (array && b == ',') {
          state = State.ELEMENT;
          pass(b);
        } else if (array && b == ']') {
          state = State.END;
          pass(b);
        } else {
          wrong(
              array
                  ? "a comma is missing before this, or the list ends here with ']'"
                  : "this is after the end of the referral; a file holds one, or a list of them in [ ] with commas between them, and a .ndjson file one on each line");
        }
      }
      case END -> {
        if (Scan.isBlank(b)) {
          pass(b);
        } else {
          wrong("this is after the end of the list; remove it");
        }
      }
    }
  }

  private void begin() {
    start = at;
    startLine = line;
    startColumn = column;
    depth = 0;
    inString = false;
    escaped = false;
    tooLarge = false;
    state = State.INSIDE;
  }

  private void inside(byte b) {
    if (inString) {
      if (b >= 0 && b < ' ') {
        // a raw control character is a syntax error, which the reader reports better
        end(at + 1);
        stop();
        return;
      }
      inString = escaped || b != '"';
      escaped = !escaped && b == '\\';
    } else if (b == '"') {
      inString = true;
    } else if (b == '{' || b == '[') {
      depth++;
    } else if (depth == 0 && (Scan.isBlank(b) || b == ',' || b == ']')) {
      end(at);
      return;
    } else if (b == '}' || b == ']') {
      depth--;
    }
    pass(b);
    if (depth <= 0 && !inString && (b == '}' || b == ']' || b == '"')) {
      end(at);
    } else if (at - start > LARGEST) {
      tooLarge = true;
      start = at;
    }
  }

  private void end(int after) {
    boolean large = tooLarge || after - start > LARGEST;
    spans.add(
        large
            ? Blocks.tooLarge(startLine, startColumn)
            : new Span(start, after, startLine, startColumn, null));
    start = NONE;
    state = State.AFTER_ELEMENT;
  }

  /**
   * Reports text where no referral can be. It ends the source and makes a single referral invalid,
   * unless that is not JSON itself and ended here only for this reason.
   */
  private void wrong(String message) {
    if (array) {
      spans.add(new Span(0, 0, line, column, problem(message)));
    } else if (isJson(spans.get(0))) {
      Span spoiled = spans.remove(0);
      spans.add(new Span(spoiled.start(), spoiled.end(), line, column, problem(message)));
    }
    stop();
  }

  private String notClosed() {
    return "the list that begins with '[' at line "
        + arrayLine
        + ", column "
        + arrayColumn
        + " is not closed; add ']'";
  }

  private Problem problem(String message) {
    Span inHand = new Span(0, length, line, column, null);
    return new Problem(ReferralProblem.NOT_JSON, "", line, column, message)
        .with(SourceExcerpt.of(buffer, inHand, at, true));
  }

  private boolean isJson(Span span) {
    try (JsonParser parser = SpanReader.parser(buffer, span.start(), span.end() - span.start())) {
      while (parser.nextToken() != null) {
        // only to find whether there is a next one
      }
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private void stop() {
    atEnd = true;
    at = length;
    start = NONE;
    state = State.END;
  }

  private void finish() {
    switch (state) {
      case START -> spans.add(empty());
      case FIRST_ELEMENT, ELEMENT, AFTER_ELEMENT -> {
        if (array) {
          wrong(notClosed());
        }
      }
      case INSIDE -> {
        end(length);
        if (array) {
          wrong(notClosed());
        }
      }
      case END -> {}
    }
    state = State.END;
  }

  private static Span empty() {
    return Span.wrong(ReferralProblem.EMPTY, 1, 1, "expected a referral, or an array of them");
  }

  private void pass(byte b) {
    at++;
    if (b == '\n') {
      line++;
      column = 1;
    } else if ((b & 0xC0) != 0x80) {
      column++;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
