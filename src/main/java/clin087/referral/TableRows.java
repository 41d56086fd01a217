package clin087.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import clin087.text.Utf8;
import clin087.text.Utf8OrAnsi;
import java.util.ArrayList;
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
 * Splits the records of a block into cells: plain records straight from their bytes, the others
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

  /** Replaces those that Unicode calls white space (U+000B and U+000C). It is both, too. */
  private static final char WHITE_CONTROL = '\u0085';

  private final char separator;
  private final PlainRow plain;
  private final ObjectReadContext context;

  /**
   * A record for the library.
   *
   * @param row its position in the block
   * @param start its beginning in the text of all such records
   */
  private record Other(int row, int start) {}

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

  char separator() {
    return separator;
  }

  /** All cells of a single record; null if it cannot be split. */
  @Nullable Cells cells(byte[] record, int line) {
    Span span = new Span(0, record.length, line, 1, null);
    return cells(new Block(record, record.length, List.of(span), false), Integer.MAX_VALUE).get(0);
  }

  /**
   * The cells of every record of a block; null for one that has a problem or cannot be split.
   *
   * @param most how many cells of each record are wanted; a hostile one has very many
   */
  List<@Nullable Cells> cells(Block block, int most) {
    List<@Nullable Cells> cells = new ArrayList<>(block.spans().size());
    List<Other> others = new ArrayList<>(0);
    StringBuilder texts = new StringBuilder(0);
    for (Span span : block.spans()) {
      Cells split = span.problem() == null ? plain(block.bytes(), span, most) : null;
      if (split == null && span.problem() == null) {
        others.add(new Other(cells.size(), texts.length()));
        append(text(block.bytes(), span), texts);
      }
      cells.add(split);
    }
    if (!others.isEmpty()) {
      split(others, texts.toString().toCharArray(), block, most, cells);
    }
    return cells;
  }

  /** The cells of a plain record; null for any other. */
  private @Nullable Cells plain(byte[] source, Span span, int most) {
    int[] bounds = plain.bounds(source, span.start(), span.end(), most);
    if (bounds == null) {
      return null;
    }
    byte[] bytes = source;
    if (!plain.isAscii() && !Utf8.isValid(source, span.start(), span.end())) {
      bytes = text(source, span).getBytes(UTF_8);
      bounds = plain.bounds(bytes, 0, bytes.length, most);
    }
    return bounds == null ? null : new Cells(separator, source, span, bytes, bounds);
  }

  private static void append(String record, StringBuilder texts) {
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      boolean trimmed = c < ' ' && c != '\t' && c != '\n' && c != '\r';
      boolean white = c == 0xB || c == 0xC;
      texts.append(trimmed ? (white ? WHITE_CONTROL : CONTROL) : c);
    }
    texts.append('\n');
  }

  /** Splits records with the library. */
  private void split(
      List<Other> others, char[] texts, Block block, int most, List<@Nullable Cells> cells) {
    JsonParser parser = null;
    for (Other other : others) {
      if (parser == null) {
        // characters, since it would guess at the encoding of bytes
        parser = CSV.createParser(context, texts, other.start(), texts.length - other.start());
      }
      List<String> found = next(parser, most);
      if (found == null) {
        parser = null; // it has lost its way
      } else {
        Span span = block.spans().get(other.row());
        cells.set(other.row(), Cells.of(separator, block.bytes(), span, found));
      }
    }
  }

  /** The cells of the next record; null if it cannot be split. */
  private static @Nullable List<String> next(JsonParser parser, int most) {
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return null;
      }
      List<String> cells = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (cells.size() < most) {
          cells.add(parser.getString());
        }
      }
      return cells;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** A record as a text. */
  static String text(byte[] source, Span span) {
    return Utf8OrAnsi.text(source, span.start(), span.end());
  }
}
