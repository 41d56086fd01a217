package clin087.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import clin087.text.Utf8;
import clin087.text.Utf8OrAnsi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads the cells of the records of a block: plain records straight from their bytes, the others
 * with the library's parser. It gets all of them at once, since making a parser takes longer than
 * reading a record.
 */
final class TableRows {
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvReadFeature.TRIM_SPACES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Blocks.LARGEST).build())
          .build();

  /**
   * Replaces control characters that the library would trim away as if they were white space. It is
   * one too, so it is refused where they are.
   */
  private static final char CONTROL = '\u0081';

  private final char separator;
  private final PlainRow plain;
  private final ObjectReadContext context;

  /** The records for the library: characters, since it would guess at the encoding of bytes. */
  private char[] others = new char[0];

  private int length;
  private int[] starts = new int[0];
  private List<@Nullable Cells> rows = List.of();
  private int next;
  private @Nullable JsonParser parser;

  TableRows(char separator) {
    this.separator = separator;
    this.plain = new PlainRow(separator);
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    this.context =
        new ObjectReadContext.Base() {
          @Override
          public FormatSchema getSchema() {
            return schema;
          }
        };
  }

  /** The cells of a single record; null if it cannot be split. */
  @Nullable Cells read(byte[] record, int line) {
    Span span = new Span(0, record.length, line, 1, null);
    begin(new Block(record, record.length, List.of(span), false));
    return next(record, span);
  }

  /** Begins a block. */
  void begin(Block block) {
    length = 0;
    starts = new int[block.spans().size()];
    rows = new ArrayList<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      Span span = block.spans().get(i);
      starts[i] = length;
      rows.add(span.problem() == null ? begun(block.bytes(), span) : null);
    }
    next = 0;
    parser = null;
  }

  /** The cells of a plain record; null for any other, which is kept for the library. */
  private @Nullable Cells begun(byte[] source, Span span) {
    byte[] bytes = source;
    int[] bounds = plain.bounds(source, span.start(), span.end());
    if (bounds != null && !plain.isAscii() && !Utf8.isValid(source, span.start(), span.end())) {
      bytes = text(source, span).getBytes(UTF_8);
      bounds = plain.bounds(bytes, 0, bytes.length);
    }
    if (bounds == null) {
      keep(text(source, span));
      return null;
    }
    return new Cells(separator, source, span, bytes, bounds);
  }

  private void keep(String record) {
    int end = length + record.length();
    if (end >= others.length) {
      others = Arrays.copyOf(others, 2 * (end + 1));
    }
    record.getChars(0, record.length(), others, length);
    for (int i = length; i < end; i++) {
      char c = others[i];
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        others[i] = CONTROL;
      }
    }
    others[end] = '\n';
    length = end + 1;
  }

  /** Skips a record that has a problem. */
  void skip() {
    next++;
  }

  /** The cells of the next record; null if it cannot be split. */
  @Nullable Cells next(byte[] source, Span span) {
    Cells known = rows.get(next);
    int start = starts[next++];
    if (known != null) {
      return known;
    }
    try {
      if (parser == null) {
        parser = CSV.createParser(context, others, start, length - start);
      }
      List<String> texts = new ArrayList<>();
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        parser = null;
        return null;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        texts.add(parser.getString());
      }
      return Cells.of(separator, source, span, texts);
    } catch (JacksonException e) {
      parser = null;
      return null;
    }
  }

  /** A record as a text. */
  static String text(byte[] source, Span span) {
    return Utf8OrAnsi.text(source, span.start(), span.end());
  }
}
