package clin087.bench;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads every cell of a CSV file by the library and does nothing with it. */
final class CsvWalk {
  private static final ObjectReadContext WITH_HEADER =
      new ObjectReadContext.Base() {
        @Override
        public FormatSchema getSchema() {
          return CsvSchema.emptySchema().withHeader();
        }
      };

  private CsvWalk() {}

  /**
   * Walks.
   *
   * @param args the file
   */
  public static void main(String[] args) throws IOException {
    try (InputStream in = new FileInputStream(args[0]);
        JsonParser parser = new CsvFactory().createParser(WITH_HEADER, in)) {
      System.out.println(Walk.length(parser));
    }
  }
}
