package clin087.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schema of what {@code check --format json} writes, by whatever policy. */
final class ResultSchema {
  private ResultSchema() {}

  /** The schema, as a file. */
  static byte[] bytes() {
    try (InputStream in = ResultSchema.class.getResourceAsStream("result.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the program carries this schema");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
