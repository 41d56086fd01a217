package clin087.bench;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads every value of a JSON file and does nothing with it: what reading costs at least. */
final class Walk {
  private Walk() {}

  public static void main(String[] args) throws IOException {
    long length = 0;
    try (InputStream in = new FileInputStream(args[0]);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          length += parser.currentName().length();
        } else if (token == JsonToken.VALUE_STRING) {
          length += parser.getString().length();
        }
      }
    }
    System.out.println(length);
  }
}
