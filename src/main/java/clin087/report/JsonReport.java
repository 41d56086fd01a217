package clin087.report;

import clin087.decision.Decision;
import clin087.policy.Outcome;
import clin087.policy.Verdict;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON: one document, indented, or one line a result (NDJSON). What a decision says is written once
 * and used again for every referral that shares the decision.
 */
final class JsonReport implements Report {
  private static final JsonFactory JSON = new JsonFactory();

  /** How many decisions are kept as written. */
  private static final int MOST = 1 << 10;

  /** What stands before the lines of a result inside the document. */
  private static final String MARGIN = "    ";

  private final Context context;
  private final boolean lines;
  private final JsonStringEncoder encoder = JsonStringEncoder.getInstance();
  private final DecisionJson decisionJson;
  private final IdentityHashMap<Decision, byte[]> written = new IdentityHashMap<>();
  private String source = "";
  private byte[] sourceJson = {'"', '"'};

  JsonReport(Context context, boolean lines) {
    this.context = context;
    this.lines = lines;
    this.decisionJson =
        new DecisionJson(context.explain(), lines ? context.policy().identity().label() : "");
  }

  @Override
  public void begin(Bytes out) {
    if (lines) {
      return;
    }
    Bytes object = new Bytes();
    try (JsonGenerator json = generator(object, "")) {
      json.writeStartObject();
      HeadJson.write(context, json);
      json.writeEndObject();
    }
    byte[] head = object.toByteArray();
    out.write(head, 0, head.length - "\n}".length());
    out.ascii(",\n  \"results\": [\n" + MARGIN);
  }

  @Override
  public void between(Bytes out) {
    out.ascii(lines ? "" : ",\n" + MARGIN);
  }

  @Override
  public void end(Summary summary, Bytes out) {
    if (lines) {
      return;
    }
    out.ascii(summary.total() == 0 ? "]," : "\n  ],");
    Bytes object = new Bytes();
    try (JsonGenerator json = generator(object, "")) {
      json.writeStartObject();
      json.writeName("summary").writeStartObject();
      json.writeNumberProperty("total", summary.total());
      for (Outcome outcome : Outcome.values()) {
        json.writeNumberProperty(outcome.word(), summary.count(outcome));
      }
      json.writeNumberProperty("invalid", summary.invalid());
      json.writeName("verdicts").writeStartObject();
      for (Verdict verdict : summary.given()) {
        json.writeNumberProperty(verdict.id(), summary.count(verdict));
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    byte[] tail = object.toByteArray();
    out.write(tail, 1, tail.length - 1);
    out.ascii("\n");
  }

  @Override
  public void add(Result result, Bytes out) {
    write(result, out);
    if (lines) {
      out.write('\n');
    }
  }

  private void write(Result result, Bytes out) {
    out.ascii(lines ? "{\"source\":" : "{\n      \"source\": ");
    if (!result.source().equals(source)) {
      source = result.source();
      sourceJson = string(source);
    }
    out.write(sourceJson);
    out.ascii(lines ? ",\"index\":" : ",\n      \"index\": ")
        .ascii(Integer.toString(result.index()));
    if (result instanceof Decided decided) {
      property("reference", decided.reference(), out);
      if (decided.inputSha256() != null) {
        property("inputSha256", decided.inputSha256(), out);
      }
      out.write(',');
      out.write(tail(decided));
    } else if (result instanceof Invalid invalid) {
      if (invalid.reference() != null) {
        property("reference", invalid.reference(), out);
      }
      out.write(',');
      Bytes object = new Bytes();
      try (JsonGenerator json = generator(object, MARGIN)) {
        json.writeStartObject();
        decisionJson.write(invalid.problems(), json);
        json.writeEndObject();
      }
      byte[] tail = harmless(object.toByteArray());
      out.write(tail, 1, tail.length - 1);
    }
  }

  /** What follows the opening brace of a decision. */
  private byte[] tail(Decided decided) {
    Decision decision = decided.decision();
    if (!decided.notices().isEmpty() || context.explain()) {
      // with its trace, a decision is that of one referral alone
      return written(decision, decided.notices());
    }
    byte[] tail = written.get(decision);
    if (tail == null) {
      if (written.size() >= MOST) {
        written.clear();
      }
      tail = written(decision, List.of());
      written.put(decision, tail);
    }
    return tail;
  }

  private byte[] written(Decision decision, List<Decision.Notice> notices) {
    Bytes object = new Bytes();
    try (JsonGenerator json = generator(object, MARGIN)) {
      json.writeStartObject();
      decisionJson.write(decision, notices, json);
      json.writeEndObject();
    }
    byte[] bytes = harmless(object.toByteArray());
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private void property(String name, String value, Bytes out) {
    out.ascii(lines ? ",\"" : ",\n      \"").ascii(name).ascii(lines ? "\":" : "\": ");
    if (isPlain(value)) {
      out.write('"');
      out.ascii(value);
      out.write('"');
    } else {
      out.write(string(value));
    }
  }

  /** Whether a text stands in JSON as it is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private byte[] string(String text) {
    // a lone surrogate, as in a strange file name, has no UTF-8 and becomes a question mark
    String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    Bytes out = new Bytes();
    out.write('"');
    out.write(encoder.quoteAsUTF8(whole));
    out.write('"');
    return harmless(out.toByteArray());
  }

  /**
   * The same JSON with escapes for control characters beyond ASCII, which JSON lets stand but a
   * terminal could act on.
   */
  private static byte[] harmless(byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    StringBuilder escaped = null;
    int kept = 0;
    for (int i = 0, next; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      if (c > '~' && Characters.isControl(c)) {
        escaped = escaped == null ? new StringBuilder() : escaped;
        escaped.append(text, kept, i);
        for (; i < next; i++) {
          escaped.append("\\u").append(HexFormat.of().toHexDigits(text.charAt(i)));
        }
        kept = next;
      }
    }
    return escaped == null
        ? json
        : escaped.append(text, kept, text.length()).toString().getBytes(StandardCharsets.UTF_8);
  }

  private JsonGenerator generator(Bytes out, String margin) {
    return lines
        ? JSON.createGenerator(ObjectWriteContext.empty(), out)
        : IndentedJson.generator(out, margin);
  }
}
