package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.report.DecisionJson;
import clin087.report.IndentedJson;
import clin087.report.ReferralJson;
import clin087.revision.Alteration;
import clin087.revision.Answer;
import clin087.revision.Impact;
import clin087.revision.Region;
import clin087.revision.Region.Part;
import clin087.revision.RuleChange;
import clin087.revision.Unshared;
import clin087.revision.Wording;
import clin087.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** A revision for programs: one document, whose last part grows while referrals are read. */
public final class RevisionJson implements RevisionReport {
  private final boolean referrals;
  private final Bytes buffer = new Bytes();
  private final JsonGenerator json = IndentedJson.generator(buffer);

  /**
   * @param referrals whether there are any to come
   */
  public RevisionJson(boolean referrals) {
    this.referrals = referrals;
  }

  @Override
  public void begin(Revision revision, Bytes out) {
    json.writeStartObject();
    policy("old", revision.before());
    policy("new", revision.after());
    json.writeStringProperty("asOf", revision.asOf().toString());
    json.writeBooleanProperty("changed", !revision.isNothing());
    alterations("words", revision.words(), true);
    alterations("encoding", revision.encoding(), false);
    verdicts(revision.impact());
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

  private void verdicts(Impact impact) {
    json.writeName("verdicts").writeStartObject();
    json.writeBooleanProperty("proved", impact.verdictsProved());
    byRules(impact);
    int number = regions("regions", impact.verdicts(), 1 + impact.byRules().size());
    json.writeBooleanProperty("clausesProved", impact.clausesProved());
    regions("sameVerdictByOtherClause", impact.clauses(), number);
    json.writeArrayPropertyStart("notCompared");
    for (Unshared unshared : impact.unshared()) {
      json.writeStartObject();
      json.writeStringProperty("readBy", unshared.byNew() ? "new" : "old");
      json.writeStringProperty("path", unshared.path());
      json.writeStringProperty("what", unshared.what());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What is known where the policies are too large for more. */
  private void byRules(Impact impact) {
    if (impact.verdictsProved()) {
      return;
    }
    json.writeBooleanProperty("byRulesProved", impact.byRulesProved());
    json.writeArrayPropertyStart("byRules");
    int number = 1;
    for (RuleChange change : impact.byRules()) {
      json.writeStartObject();
      rule("old", change.before());
      rule("new", change.after());
      json.writeName("example");
      ReferralJson.write(change.example(), Revision.exampleName(number++), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void rule(String name, Rule rule) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("verdict", rule.verdict().id());
    strings("clauses", List.of(rule.clause().id()));
    json.writeStringProperty("rule", rule.id());
    json.writeEndObject();
  }

  private int regions(String name, List<Region> regions, int first) {
    int number = first;
    json.writeArrayPropertyStart(name);
    for (Region region : regions) {
      json.writeStartObject();
      answer("old", region.before());
      answer("new", region.after());
      json.writeStringProperty("referrals", RegionWords.of(region));
      json.writeArrayPropertyStart("facts");
      region.parts().forEach(this::part);
      json.writeEndArray();
      json.writeName("example");
      ReferralJson.write(region.example(), Revision.exampleName(number++), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    return number;
  }

  private void answer(String name, Answer answer) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("verdict", answer.verdict());
    strings("clauses", answer.clauses());
    json.writeEndObject();
  }

  private void strings(String name, List<String> strings) {
    json.writeArrayPropertyStart(name);
    strings.forEach(json::writeString);
    json.writeEndArray();
  }

  private void part(Part part) {
    Fact fact = part.fact();
    json.writeStartObject();
    json.writeStringProperty("path", fact.path());
    if (fact.type() == FactType.SET) {
      strings("has", fact.words(part.present()));
      strings("hasNot", fact.words(part.absent()));
      json.writeBooleanProperty("stated", part.stated());
    } else if (fact.type().isOrdered()) {
      json.writeArrayPropertyStart("ranges");
      part.values()
          .forEach(
              values -> {
                json.writeStartObject();
                json.writeStringProperty("from", fact.words(values.min()).get(0));
                json.writeStringProperty("to", fact.words(values.max()).get(0));
                json.writeEndObject();
              });
      json.writeEndArray();
    } else if (fact.type() == FactType.TEXT) {
      json.writeBooleanProperty("stated", part.stated());
    } else {
      List<String> words = new ArrayList<>();
      part.values()
          .forEach(
              values -> {
                for (long code = values.min(); code <= values.max(); code++) {
                  words.addAll(fact.words(code));
                }
              });
      strings("values", words);
    }
    json.writeBooleanProperty("notStated", part.unstated());
    json.writeBooleanProperty("literal", part.literal());
    json.writeEndObject();
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
