package clin087.report;

import clin087.policy.Policy.Identity;
import tools.jackson.core.JsonGenerator;

/** Writes the beginning of every JSON document: the program, the policy, the date of the check. */
public final class HeadJson {
  private HeadJson() {}

  /** Writes it into the current object. */
  public static void write(Context context, JsonGenerator json) {
    Identity identity = context.policy().identity();
    json.writeName("tool").writeStartObject();
    json.writeStringProperty("name", Context.TOOL);
    json.writeStringProperty("version", context.toolVersion());
    json.writeEndObject();
    json.writeName("policy").writeStartObject();
    json.writeStringProperty("id", identity.id());
    json.writeStringProperty("version", identity.version());
    json.writeStringProperty("title", identity.title());
    json.writeStringProperty("published", identity.published());
    json.writeStringProperty("reviewDue", identity.reviewDue());
    json.writeStringProperty("sha256", identity.sha256());
    json.writeStringProperty("source", identity.source());
    json.writeEndObject();
    json.writeStringProperty("asOf", context.asOf().toString());
  }
}
