package clin087.report;

import clin087.decision.Decision;
import clin087.policy.Outcome;
import clin087.policy.Verdict;
import clin087.report.Result.Decided;
import clin087.report.Result.Invalid;
import clin087.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes JSON: one document, indented, or one line a result (NDJSON). Each decision is written once
 * and reused for every referral that shares it.
 */
final class JsonReport implements Report {
  /** How many different texts of decisions are kept, in some three megabytes. */
  private static final int MOST = 1 << 11;

  /** How many decisions are known by their texts; many have the same. */
  private static final int MOST_KNOWN = 1 << 13;

  /** The indentation of a result in the document. */
  private static final String MARGIN = "    ";

  private final Context context;
  private final boolean lines;
  private final DecisionJson decisionJson;
  private final IdentityHashMap<Decision, byte[]> written = new IdentityHashMap<>();

  /** Those whose referrals have an NHS number where none belongs: in some files, most of them. */
  private final IdentityHashMap<Decision, byte[]> writtenWithNumber = new IdentityHashMap<>();

  /** The written decisions by their hashes, so that equal ones are kept once. */
  private final Map<Integer, byte[]> texts = new HashMap<>();

  private String source = "";
  private byte[] head = new byte[0];

  JsonReport(Context context, boolean lines) {
    this.context = context;
    this.lines = lines;
    this.decisionJson = new DecisionJson(context, lines ? context.policy().identity().label() : "");
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
      json.writeNumberProperty("attention", summary.attention());
      json.writeName("verdicts").writeStartObject();
      for (Verdict verdict : summary.given()) {
        json.writeNumberProperty(verdict.id(), summary.count(verdict));
      }
      json.writeEndObject();
      json.writeName("cautions").writeStartObject();
      for (String code : summary.raised()) {
        json.writeNumberProperty(code, summary.count(code));
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
    if (head.length == 0 || !result.source().equals(source)) {
      source = result.source();
      head = head(source);
    }
    out.write(head);
    out.ascii(Integer.toString(result.index()));
    if (result instanceof Decided decided) {
      reference(decided.reference(), out);
      out.write(tail(decided));
    } else if (result instanceof Invalid invalid) {
      if (invalid.reference() != null) {
        reference(invalid.reference(), out);
      }
      Bytes object = new Bytes();
      try (JsonGenerator json = generator(object, MARGIN)) {
        json.writeStartObject();
        decisionJson.write(invalid.problems(), json);
        json.writeEndObject();
      }
      out.write(continued(object));
    }
  }

  /** The beginning of every result of a source, up to its index. */
  private byte[] head(String name) {
    Bytes text = new Bytes();
    text.ascii(lines ? "{\"source\":" : "{\n      \"source\": ");
    text.write(string(name));
    text.ascii(lines ? ",\"index\":" : ",\n      \"index\": ");
    return text.toByteArray();
  }

  /** The text of an object, to continue another object with. */
  private static byte[] continued(Bytes object) {
    byte[] rest = object.toByteArray();
    rest[0] = ',';
    return rest;
  }

  /** The text of a decision after its reference, up to its closing brace. */
  private byte[] tail(Decided decided) {
    if (decided.inputSha256() != null) {
      return written(decided); // a decision with a trace belongs to one referral alone
    }
    if (decided.notices().isEmpty()) {
      return tail(decided, written);
    }
    return OwnCautions.areNumberAlone(decided.notices())
        ? tail(decided, writtenWithNumber)
        : written(decided);
  }

  private byte[] tail(Decided decided, IdentityHashMap<Decision, byte[]> known) {
    byte[] tail = known.get(decided.decision());
    if (tail == null) {
      if (texts.size() >= MOST || known.size() >= MOST_KNOWN) {
        written.clear();
        writtenWithNumber.clear();
        texts.clear();
      }
      byte[] fresh = written(decided);
      int hash = Arrays.hashCode(fresh);
      byte[] same = texts.get(hash);
      tail = same != null && Arrays.equals(same, fresh) ? same : fresh;
      texts.put(hash, tail);
      known.put(decided.decision(), tail);
    }
    return tail;
  }

  private byte[] written(Decided decided) {
    Bytes object = new Bytes();
    try (JsonGenerator json = generator(object, MARGIN)) {
      json.writeStartObject();
      decisionJson.write(decided.decision(), decided.cautions(), decided.inputSha256(), json);
      json.writeEndObject();
    }
    return continued(object);
  }

  private void reference(String value, Bytes out) {
    out.ascii(lines ? ",\"reference\":" : ",\n      \"reference\": ");
    if (isPlain(value)) {
      out.write('"');
      out.ascii(value);
      out.write('"');
    } else {
      out.write(string(value));
    }
  }

  /** Whether a text needs no escapes in JSON. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static byte[] string(String text) {
    Bytes out = new Bytes();
    try (JsonGenerator json = JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      // a lone surrogate (in a strange file name) cannot be written in UTF-8: a question mark
      // replaces it
      json.writeString(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private JsonGenerator generator(Bytes out, String margin) {
    return lines
        ? JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), out)
        : IndentedJson.generator(out, margin);
  }
}
