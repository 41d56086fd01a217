package clin087.report;

import clin087.decision.Decision.Question;
import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/** Writes a question to the referrer as JSON, with everything that a form needs to ask it. */
public final class QuestionJson {
  private final long asOf;

  /**
   * @param asOf the date of the check, which may be the limit of a date
   */
  public QuestionJson(LocalDate asOf) {
    this.asOf = asOf.toEpochDay();
  }

  /** Writes a question, with those of its members that are open. */
  public void write(Question question, JsonGenerator json) {
    Fact fact = question.fact();
    json.writeStartObject();
    json.writeStringProperty("path", fact.path());
    json.writeStringProperty("label", fact.label());
    json.writeStringProperty("question", fact.question());
    if (fact.clause() != null) {
      json.writeStringProperty("clause", fact.clause());
    }
    json.writeStringProperty("type", fact.type().word());
    if (!fact.choices().isEmpty()) {
      values(fact, json);
    }
    if (fact.type() == FactType.SET) {
      json.writeArrayPropertyStart("open");
      for (Choice member : question.open()) {
        json.writeString(member.value());
      }
      json.writeEndArray();
    }
    limits(fact, json);
    json.writeEndObject();
  }

  private static void values(Fact fact, JsonGenerator json) {
    json.writeArrayPropertyStart("values");
    boolean truths = fact.type() == FactType.BOOLEAN;
    for (int i = 0; i < fact.choices().size(); i++) {
      // true before false, as people ask; the codes have the reverse order
      int code = truths ? 1 - i : i;
      json.writeStartObject();
      if (truths) {
        json.writeBooleanProperty("value", code == 1);
      } else {
        json.writeStringProperty("value", fact.choices().get(code).value());
      }
      json.writeStringProperty("label", fact.choices().get(code).label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void limits(Fact fact, JsonGenerator json) {
    if (!fact.type().isOrdered()) {
      return;
    }
    Limits limits = fact.limits();
    if (!limits.unit().isEmpty()) {
      json.writeStringProperty("unit", limits.unit());
    }
    boolean date = fact.type() == FactType.DATE;
    long min = limits.min(asOf);
    if (!date || min != Limits.FIRST_DAY) {
      json.writeName("min");
      ValueJson.write(fact, min, json);
    }
    long max = limits.max(asOf);
    if (!date || max != Limits.LAST_DAY) {
      json.writeName("max");
      ValueJson.write(fact, max, json);
    }
  }
}
