package clin087.findings;

import clin087.findings.Findings.Line;
import clin087.lint.Severity;
import clin087.policy.Policy;
import clin087.proof.NamedExample;
import clin087.report.IndentedJson;
import clin087.report.ReferralJson;
import clin087.text.Bytes;
import tools.jackson.core.JsonGenerator;

/** Writes findings as JSON, with their examples as referrals. */
public final class FindingsJson {
  private FindingsJson() {}

  /** Writes the whole document. */
  public static Bytes write(Findings findings) {
    Bytes out = new Bytes();
    try (JsonGenerator json = IndentedJson.generator(out)) {
      json.writeStartObject();
      json.writeStringProperty("file", findings.name());
      Policy policy = findings.policy();
      if (policy != null) {
        json.writeStringProperty("policy", policy.identity().label());
      }
      json.writeStringProperty("asOf", findings.asOf().toString());
      json.writeArrayPropertyStart("findings");
      for (Line line : findings.lines()) {
        line(line, json);
      }
      json.writeEndArray();
      json.writeName("summary").writeStartObject();
      json.writeNumberProperty("errors", findings.count(Severity.ERROR));
      json.writeNumberProperty("warnings", findings.count(Severity.WARNING));
      json.writeNumberProperty("information", findings.count(Severity.INFORMATION));
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.text("\n");
  }

  private static void line(Line line, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", line.code());
    json.writeStringProperty("severity", line.severity().word());
    json.writeStringProperty("file", line.at().file());
    json.writeNumberProperty("line", line.at().line());
    json.writeNumberProperty("column", line.at().column());
    json.writeStringProperty("message", line.message());
    json.writeArrayPropertyStart("examples");
    for (NamedExample example : line.examples()) {
      json.writeStartObject();
      json.writeStringProperty("name", example.name());
      json.writeName("referral");
      ReferralJson.write(example.referral(), example.name(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
