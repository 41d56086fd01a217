package clin087.show;

import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy.Identity;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import clin087.report.IndentedJson;
import clin087.text.Bytes;
import clin087.words.Encodings;
import clin087.words.FactWords;
import clin087.words.Phrase;
import clin087.words.Words;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a policy, or a part of it, as JSON. Both have the same shape.
 *
 * <pre>
 * {"policy": {"id", "version", "title", "publisher", "category", "published", "reviewDue", "source",
 *             "supersedes", "sha256"},
 *  "sections": [{"id", "title", "clauses": [{"id", "text", "informative" or absent,
 *                                            "rules": [RULE], "cautions": [CAUTION]}]}],
 *  "rules": [RULE], "verdicts": [VERDICT], "cautions": [CAUTION], "facts": [FACT]}
 *
 * RULE:    {"number", "id", "clause", "seeAlso": [], "condition": as the policy file words it,
 *           "when": PHRASE, "verdict", "action", "interpretation" or absent, "facts": [paths]}
 * PHRASE:  {"words", "clause" or absent, "parts": [PHRASE] or absent}
 * VERDICT: {"id", "outcome", "label", "action" or absent, "afterwards": {path: words}, "rules": []}
 * CAUTION: {"id", "clause" or absent, "condition" and "when" or neither, "notReported": [rules],
 *           "outcome" or absent, "message"}
 * FACT:    {"path", "name", "label", "question", "type", "takes": words, "values": [{"value",
 *           "label"}], "min", "max", "decimals", "unit" of a number, "required", "maxLength" or
 *           absent, "default" or absent, "defaultUnless": [paths], "states": {path: words},
 *           "statedBy": [paths], "clause" or absent, "rules": [], "cautions": []}
 * </pre>
 */
public final class PolicyJson {
  private final Selection selection;
  private final Encodings encodings;
  private final Words words = new Words(null);
  private final JsonGenerator json;

  private PolicyJson(Selection selection, JsonGenerator json) {
    this.selection = selection;
    this.encodings = new Encodings(selection.policy());
    this.json = json;
  }

  /** Writes one document. */
  public static void write(Selection selection, Bytes out) {
    try (JsonGenerator json = IndentedJson.generator(out)) {
      new PolicyJson(selection, json).write();
    }
    out.write('\n');
  }

  private void write() {
    json.writeStartObject();
    json.writeName("policy");
    identity(selection.policy().identity());
    objects("sections", selection.sections(), this::section);
    objects("rules", selection.rules(), this::rule);
    objects("verdicts", selection.verdicts(), this::verdict);
    objects("cautions", selection.cautions(), this::caution);
    objects("facts", selection.facts(), this::fact);
    json.writeEndObject();
  }

  private void identity(Identity identity) {
    json.writeStartObject();
    json.writeStringProperty("id", identity.id());
    json.writeStringProperty("version", identity.version());
    json.writeStringProperty("title", identity.title());
    json.writeStringProperty("publisher", identity.publisher());
    json.writeStringProperty("category", identity.category());
    json.writeStringProperty("published", identity.published());
    json.writeStringProperty("reviewDue", identity.reviewDue());
    json.writeStringProperty("source", identity.source());
    json.writeStringProperty("supersedes", identity.supersedes());
    json.writeStringProperty("sha256", identity.sha256());
    json.writeEndObject();
  }

  private void section(Section section) {
    json.writeStringProperty("id", section.id());
    json.writeStringProperty("title", section.title());
    objects("clauses", section.clauses(), this::clause);
  }

  private void clause(Clause clause) {
    json.writeStringProperty("id", clause.id());
    json.writeStringProperty("text", clause.text());
    optional("informative", clause.informative());
    objects("rules", encodings.rules(clause), this::rule);
    objects("cautions", encodings.cautions(clause), this::caution);
  }

  private void rule(Rule rule) {
    json.writeNumberProperty("number", rule.number());
    json.writeStringProperty("id", rule.id());
    json.writeBooleanProperty("attention", rule.attention());
    json.writeStringProperty("clause", rule.clause().id());
    strings("seeAlso", rule.seeAlso());
    json.writeStringProperty("condition", rule.when().toString());
    json.writeName("when");
    phrase(words.of(rule.when()));
    json.writeStringProperty("verdict", rule.verdict().id());
    json.writeStringProperty("action", rule.action());
    optional("interpretation", rule.interpretation());
    strings("facts", rule.facts().stream().map(Fact::path).toList());
  }

  private void phrase(Phrase phrase) {
    json.writeStartObject();
    json.writeStringProperty("words", phrase.words());
    optional("clause", phrase.clause());
    if (!phrase.parts().isEmpty()) {
      json.writeArrayPropertyStart("parts");
      phrase.parts().forEach(this::phrase);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void verdict(Verdict verdict) {
    json.writeStringProperty("id", verdict.id());
    json.writeStringProperty("outcome", verdict.outcome().word());
    json.writeStringProperty("label", verdict.label());
    optional("action", verdict.action().isEmpty() ? null : verdict.action());
    settings("afterwards", verdict.afterwards());
    strings("rules", encodings.rules(verdict).stream().map(Rule::id).toList());
  }

  private void caution(Caution caution) {
    json.writeStringProperty("id", caution.id());
    json.writeBooleanProperty("attention", caution.attention());
    optional("clause", caution.clause() == null ? null : caution.clause().id());
    if (caution.when() != null) {
      json.writeStringProperty("condition", caution.when().toString());
      json.writeName("when");
      phrase(words.of(caution.when()));
    }
    strings("notReported", caution.notReported().stream().map(Rule::id).toList());
    optional("outcome", caution.outcome() == null ? null : caution.outcome().word());
    json.writeStringProperty("message", caution.message());
  }

  private void fact(Fact fact) {
    json.writeStringProperty("path", fact.path());
    json.writeStringProperty("name", fact.name());
    json.writeStringProperty("label", fact.label());
    json.writeStringProperty("question", fact.question());
    json.writeStringProperty("type", fact.type().word());
    json.writeStringProperty("takes", FactWords.type(fact));
    objects("values", fact.choices(), this::choice);
    limits(fact);
    boolean assumed = fact.assumed() != Fact.UNSTATED;
    optional("default", assumed ? Words.value(fact, fact.assumed()) : null);
    strings("defaultUnless", encodings.unless(fact).stream().map(Fact::path).toList());
    json.writeBooleanProperty("assumable", fact.assumable());
    settings("states", fact.states());
    strings("statedBy", encodings.statedBy(fact).stream().map(Fact::path).toList());
    optional("clause", fact.clause());
    strings("rules", encodings.rules(fact).stream().map(Rule::id).toList());
    strings("cautions", encodings.cautions(fact).stream().map(one -> one.id()).distinct().toList());
  }

  private void choice(Choice choice) {
    json.writeStringProperty("value", choice.value());
    json.writeStringProperty("label", choice.label());
  }

  private void limits(Fact fact) {
    if (fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL) {
      json.writeName("min").writeNumber(fact.words(fact.limits().min()).get(0));
      json.writeName("max").writeNumber(fact.words(fact.limits().max()).get(0));
      json.writeNumberProperty("decimals", fact.limits().decimals());
      json.writeStringProperty("unit", fact.limits().unit());
    } else if (fact.type() == FactType.DATE) {
      json.writeStringProperty("min", FactWords.limitOf(fact.limits(), true));
      json.writeStringProperty("max", FactWords.limitOf(fact.limits(), false));
    }
    json.writeBooleanProperty("required", fact.limits().required());
    if (fact.limits().maxLength() > 0) {
      json.writeNumberProperty("maxLength", fact.limits().maxLength());
    }
  }

  private void settings(String name, List<Setting> settings) {
    json.writeName(name).writeStartObject();
    for (Setting setting : settings) {
      Fact fact = selection.policy().facts().get(setting.fact());
      json.writeStringProperty(fact.path(), Words.value(fact, setting.value()));
    }
    json.writeEndObject();
  }

  private <T> void objects(String name, List<T> items, Consumer<T> fields) {
    json.writeArrayPropertyStart(name);
    for (T item : items) {
      json.writeStartObject();
      fields.accept(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private void optional(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }
}
