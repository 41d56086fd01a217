package clin087.comparison;

import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Rule;
import clin087.proof.Example;
import clin087.report.ReferralJson;
import clin087.revision.FactValues;
import clin087.revision.GroupSummary;
import clin087.revision.Impact;
import clin087.revision.Impact.Difference;
import clin087.revision.Interval;
import clin087.revision.OneSidedGroup;
import clin087.revision.PolicyAnswer;
import clin087.revision.ReferralGroup;
import clin087.revision.RuleChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the referrals that a revision decides differently, as JSON. */
final class ImpactJson {
  private final Revision revision;
  private final Impact impact;
  private final JsonGenerator json;

  /** The number of the next group, which names its example. */
  private int number = 1;

  ImpactJson(Revision revision, JsonGenerator json) {
    this.revision = revision;
    this.impact = revision.impact();
    this.json = json;
  }

  /** Writes the field {@code verdicts}. */
  void write() {
    json.writeName("verdicts").writeStartObject();
    json.writeBooleanProperty("proved", impact.isNone());
    json.writeBooleanProperty("complete", impact.isProved());
    byRules();
    Difference verdicts = impact.verdicts();
    json.writeName("both").writeStartObject();
    json.writeBooleanProperty("complete", verdicts.proved());
    summaries(verdicts);
    groups("groups", verdicts.groups());
    json.writeEndObject();
    Difference reasons = impact.reasons();
    json.writeName("sameVerdict").writeStartObject();
    json.writeBooleanProperty("complete", reasons.proved());
    groups("groups", reasons.groups());
    json.writeEndObject();
    json.writeBooleanProperty("oneSidedComplete", impact.oneSidedProved());
    oneSided("onlyNew", impact.onlyNew());
    oneSided("onlyOld", impact.onlyOld());
    partial("partial", verdicts);
    partial("partialSameVerdict", reasons);
    json.writeEndObject();
  }

  private void partial(String name, Difference difference) {
    json.writeName(name).writeStartObject();
    json.writeBooleanProperty("complete", difference.partialProved());
    groups("groups", difference.partial());
    json.writeEndObject();
  }

  /** Writes what is known if the policies are too large for a full comparison. */
  private void byRules() {
    if (impact.verdicts().proved()) {
      return;
    }
    strings("changedConditions", revision.changedConditions());
    json.writeBooleanProperty("byRulesComplete", impact.byRulesProved());
    json.writeArrayPropertyStart("byRules");
    for (RuleChange change : impact.byRules()) {
      json.writeStartObject();
      rule("old", change.before());
      rule("new", change.after());
      example(change.example());
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

  private void summaries(Difference difference) {
    json.writeArrayPropertyStart("summary");
    for (GroupSummary summary : difference.summaries()) {
      json.writeStartObject();
      answer("old", summary.before());
      answer("new", summary.after());
      json.writeStringProperty("inCommon", ReferralWords.of(summary.common()));
      facts("facts", summary.common());
      List<String> different = new ArrayList<>();
      summary.different().forEach(fact -> different.add(fact.path()));
      strings("differBy", different);
      json.writeNumberProperty("groups", summary.groups());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void groups(String name, List<ReferralGroup> groups) {
    json.writeArrayPropertyStart(name);
    for (ReferralGroup group : groups) {
      json.writeStartObject();
      answer("old", group.before());
      answer("new", group.after());
      json.writeStringProperty("referrals", ReferralWords.of(group.facts()));
      facts("facts", group.facts());
      example(group.example());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void oneSided(String name, List<OneSidedGroup> groups) {
    json.writeArrayPropertyStart(name);
    for (OneSidedGroup group : groups) {
      json.writeStartObject();
      if (group.reason() != null) {
        json.writeStringProperty("because", ReferralWords.of(group.reason()));
        facts("reason", List.of(group.reason()));
      }
      answer("old", group.before());
      answer("new", group.after());
      facts("facts", group.common());
      example(group.example());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void example(@Nullable Example example) {
    String name = Revision.exampleName(number++);
    if (example != null) {
      json.writeName("example");
      ReferralJson.write(example, name, json);
    }
  }

  private void answer(String name, PolicyAnswer answer) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("verdict", answer.verdict());
    strings("clauses", answer.clauses());
    if (!answer.actions().isEmpty()) {
      strings("actions", answer.actions());
      json.writeBooleanProperty("attention", answer.attention());
    }
    json.writeEndObject();
  }

  private void strings(String name, List<String> strings) {
    json.writeArrayPropertyStart(name);
    strings.forEach(json::writeString);
    json.writeEndArray();
  }

  private void facts(String name, List<FactValues> facts) {
    json.writeArrayPropertyStart(name);
    facts.forEach(this::fact);
    json.writeEndArray();
  }

  private void fact(FactValues values) {
    Fact fact = values.fact();
    json.writeStartObject();
    json.writeStringProperty("path", fact.path());
    if (fact.type() == FactType.SET) {
      set(values);
    } else if (fact.type().isOrdered()) {
      json.writeArrayPropertyStart("ranges");
      for (Interval each : values.values()) {
        json.writeStartObject();
        json.writeStringProperty("from", fact.words(each.min()).get(0));
        json.writeStringProperty("to", fact.words(each.max()).get(0));
        json.writeEndObject();
      }
      json.writeEndArray();
    } else if (fact.type() != FactType.TEXT) {
      List<String> words = new ArrayList<>();
      for (Interval each : values.values()) {
        for (long code = each.min(); code <= each.max(); code++) {
          words.addAll(fact.words(code));
        }
      }
      strings("values", words);
    }
    json.writeBooleanProperty("stated", values.stated());
    json.writeBooleanProperty("notStated", values.unstated());
    if (!values.note().isEmpty()) {
      json.writeStringProperty("note", values.note());
    }
    json.writeEndObject();
  }

  private void set(FactValues values) {
    Fact set = values.fact();
    strings("has", set.words(values.present()));
    strings("hasNot", set.words(values.absent()));
    strings("open", set.words(values.unknown()));
    strings("hasNotOrOpen", set.words(values.notPresent()));
    strings("hasOrOpen", set.words(values.notAbsent()));
    strings("notOpen", set.words(values.notUnknown()));
  }
}
