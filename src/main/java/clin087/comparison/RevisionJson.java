package clin087.comparison;

import clin087.policy.Policy;
import clin087.report.DecisionJson;
import clin087.report.IndentedJson;
import clin087.revision.Alteration;
import clin087.revision.Wording;
import clin087.text.Bytes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a revision as JSON: one document, whose last part grows while referrals are read. */
public final class RevisionJson implements RevisionReport {
  private final boolean referrals;
  private final @Nullable List<String> stopped;
  private final Bytes buffer = new Bytes();
  private final JsonGenerator json = IndentedJson.generator(buffer);

  /**
   * @param referrals whether referrals will follow
   * @param stopped the forbidden changes that happen; null if none is forbidden
   */
  public RevisionJson(boolean referrals, @Nullable List<String> stopped) {
    this.referrals = referrals;
    this.stopped = stopped == null ? null : List.copyOf(stopped);
  }

  @Override
  public void begin(Revision revision, Bytes out) {
    json.writeStartObject();
    policy("old", revision.before());
    policy("new", revision.after());
    json.writeStringProperty("asOf", revision.asOf().toString());
    json.writeBooleanProperty("changed", !revision.isNothing());
    if (stopped != null) {
      json.writeArrayPropertyStart("stopped");
      stopped.forEach(json::writeString);
      json.writeEndArray();
    }
    alterations("words", revision.words(), true);
    alterations("encoding", revision.encoding(), false);
    new ImpactJson(revision, json).write();
    if (referrals) {
      json.writeName("referrals").writeStartObject();
      json.writeArrayPropertyStart("results");
    }
    flush(out);
  }

  private void flush(Bytes out) {
    json.flush();
    out.write(buffer);
    buffer.clear();
  }

  private void policy(String name, Policy policy) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("id", policy.identity().id());
    json.writeStringProperty("version", policy.identity().version());
    json.writeStringProperty("sha256", policy.identity().sha256());
    json.writeEndObject();
  }

  private void alterations(String name, List<Alteration> alterations, boolean runs) {
    json.writeArrayPropertyStart(name);
    for (Alteration alteration : alterations) {
      json.writeStartObject();
      json.writeStringProperty("change", alteration.sort().word());
      json.writeStringProperty("kind", alteration.kind());
      json.writeStringProperty("id", alteration.id());
      json.writeArrayPropertyStart("parts");
      for (Alteration.Part part : alteration.parts()) {
        json.writeStartObject();
        json.writeStringProperty("name", part.name());
        if (runs) {
          runs(part);
        } else {
          json.writeStringProperty("old", part.before());
          json.writeStringProperty("new", part.after());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void runs(Alteration.Part part) {
    json.writeArrayPropertyStart("runs");
    for (Wording.Run run : Wording.of(part.before(), part.after())) {
      json.writeStartObject();
      json.writeStringProperty(run.fate().word(), run.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void add(ReferralChange change, Bytes out) {
    json.writeStartObject();
    json.writeStringProperty("source", change.source());
    json.writeNumberProperty("index", change.index());
    if (change.reference() != null) {
      json.writeStringProperty("reference", change.reference());
    }
    if (change.before() != null && change.after() != null) {
      json.writeStringProperty("old", change.before());
      json.writeStringProperty("new", change.after());
      if (!change.otherwise().isEmpty()) {
        json.writeName("otherwise").writeStartArray();
        for (String each : change.otherwise()) {
          json.writeString(each);
        }
        json.writeEndArray();
      }
    } else {
      DecisionJson.problems(change.problems(), json);
    }
    json.writeEndObject();
    flush(out);
  }

  @Override
  public void end(ReferralCounts counts, Bytes out) {
    if (referrals) {
      json.writeEndArray();
      json.writeNumberProperty("total", counts.total());
      json.writeNumberProperty("changed", counts.changed());
      json.writeNumberProperty("otherwise", counts.otherwise());
      json.writeNumberProperty("invalid", counts.invalid());
      json.writeName("changes").writeStartObject();
      for (Map.Entry<String, Long> each : counts.changes().entrySet()) {
        json.writeNumberProperty(each.getKey(), each.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
    json.close();
    flush(out);
    out.text("\n");
  }
}
