package clin087.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Lays out JSON with two spaces a level. Jackson's own printer would do, but its separators are
 * made by string concatenation that is linked when it first runs, which takes a short run 20 ms.
 */
final class JsonIndentation implements PrettyPrinter {
  private final String margin;
  private int level;

  /**
   * @param margin what stands before every line but the first
   */
  JsonIndentation(String margin) {
    this.margin = margin;
  }

  private void line(JsonGenerator json) {
    json.writeRaw('\n');
    json.writeRaw(margin);
    for (int i = 0; i < level; i++) {
      json.writeRaw("  ");
    }
  }

  private void begin(JsonGenerator json, char bracket) {
    json.writeRaw(bracket);
    level++;
  }

  private void end(JsonGenerator json, char bracket, int count) {
    level--;
    if (count > 0) {
      line(json);
    }
    json.writeRaw(bracket);
  }

  private void next(JsonGenerator json) {
    json.writeRaw(',');
    line(json);
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    begin(json, '{');
  }

  @Override
  public void writeEndObject(JsonGenerator json, int count) {
    end(json, '}', count);
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    line(json);
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    next(json);
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(": ");
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    begin(json, '[');
  }

  @Override
  public void writeEndArray(JsonGenerator json, int count) {
    end(json, ']', count);
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    line(json);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    next(json);
  }
}
