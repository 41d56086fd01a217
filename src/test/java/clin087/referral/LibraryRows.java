package clin087.referral;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** What the library reads in a table. */
final class LibraryRows {
  private static final CsvFactory CSV =
      CsvFactory.builder().enable(CsvReadFeature.TRIM_SPACES).build();

  private LibraryRows() {}

  /** The cells of every record, without white space around them; null if a record is refused. */
  static @Nullable List<List<String>> of(String text, char separator) {
    ObjectReadContext context =
        new ObjectReadContext.Base() {
          @Override
          public FormatSchema getSchema() {
            return CsvSchema.emptySchema().withColumnSeparator(separator);
          }
        };
    List<List<String>> rows = new ArrayList<>();
    try (JsonParser parser = CSV.createParser(context, text + "\n")) {
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          cells.add(parser.getString().strip());
        }
        rows.add(cells);
      }
    } catch (JacksonException e) {
      return null;
    }
    return rows;
  }
}
