package clin087.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads the JSON Schema of the output of {@code check --format json}, the same for every policy.
 */
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
