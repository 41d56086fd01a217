package clin087.report;

import clin087.decision.Assumption;
import clin087.decision.Decision;
import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.decision.Decision.Step;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.problem.Problem;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The fields of a decision as JSON. */
public final class DecisionJson {
  private final boolean explain;
  private final String policyLabel;

  /**
   * @param policyLabel names the policy in every result; empty where the document does
   */
  DecisionJson(boolean explain, String policyLabel) {
    this.explain = explain;
    this.policyLabel = policyLabel;
  }

  void write(Decision decision, List<Notice> notices, JsonGenerator json) {
    json.writeStringProperty("verdict", decision.verdict().id());
    json.writeStringProperty("outcome", decision.verdict().outcome().word());
    Rule rule = decision.rule();
    if (rule != null) {
      json.writeStringProperty("rule", rule.id());
    }
    json.writeArrayPropertyStart("clauses");
    for (Clause clause : decision.clauses()) {
      json.writeStartObject();
      json.writeStringProperty("id", clause.id());
      json.writeStringProperty("text", clause.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings("seeAlso", decision.seeAlso(), json);
    if (decision.action() != null) {
      json.writeStringProperty("action", decision.action());
    }
    json.writeArrayPropertyStart("alsoMet");
    for (Rule met : decision.alsoMet()) {
      json.writeStartObject();
      json.writeStringProperty("rule", met.id());
      json.writeStringProperty("clause", met.clause().id());
      json.writeStringProperty("action", met.action());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (decision.afterwards() != null) {
      afterwards(decision.afterwards(), json);
    }
    json.writeArrayPropertyStart("possibleVerdicts");
    for (Verdict verdict : decision.possible()) {
      json.writeString(verdict.id());
    }
    json.writeEndArray();
    missing(decision.missing(), json);
    assumed(decision.assumed(), json);
    json.writeArrayPropertyStart("cautions");
    for (Notice notice : decision.cautions()) {
      notice(notice, json);
    }
    for (Notice notice : notices) {
      notice(notice, json);
    }
    json.writeEndArray();
    if (explain) {
      trace(decision.trace(), json);
    }
    label(json);
  }

  void write(List<Problem> problems, JsonGenerator json) {
    problems(problems, json);
    label(json);
  }

  /** Why a referral is invalid, as a property of the object that has been begun. */
  public static void problems(List<Problem> problems, JsonGenerator json) {
    json.writeArrayPropertyStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringProperty("code", problem.code());
      json.writeStringProperty("path", problem.path());
      json.writeNumberProperty("line", problem.line());
      json.writeNumberProperty("column", problem.column());
      json.writeStringProperty("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void label(JsonGenerator json) {
    if (!policyLabel.isEmpty()) {
      json.writeStringProperty("policy", policyLabel);
    }
  }

  private static void afterwards(Afterwards afterwards, JsonGenerator json) {
    json.writeName("afterwards").writeStartObject();
    json.writeStringProperty("verdict", afterwards.verdict().id());
    json.writeArrayPropertyStart("clauses");
    for (Clause clause : afterwards.clauses()) {
      json.writeString(clause.id());
    }
    json.writeEndArray();
    missing(afterwards.missing(), json);
    json.writeEndObject();
  }

  private static void missing(List<Question> missing, JsonGenerator json) {
    json.writeArrayPropertyStart("missing");
    for (Question question : missing) {
      Fact fact = question.fact();
      json.writeStartObject();
      json.writeStringProperty("path", fact.path());
      json.writeStringProperty("question", fact.question());
      json.writeStringProperty("clause", fact.clause() == null ? "" : fact.clause());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void assumed(List<Assumption> assumed, JsonGenerator json) {
    json.writeArrayPropertyStart("assumed");
    for (Assumption assumption : assumed) {
      json.writeStartObject();
      json.writeStringProperty("path", assumption.fact().path());
      json.writeName("value");
      value(assumption.fact(), assumption.value(), json);
      json.writeStringProperty("by", assumption.by().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void notice(Notice notice, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", notice.code());
    json.writeStringProperty("message", notice.message());
    json.writeEndObject();
  }

  /** What was looked at, as a property of the object that has been begun. */
  public static void trace(List<Step> trace, JsonGenerator json) {
    json.writeArrayPropertyStart("trace");
    for (Step step : trace) {
      step(step, json);
    }
    json.writeEndArray();
  }

  private static void step(Step step, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("rule", step.rule().id());
    json.writeStringProperty("clause", step.rule().clause().id());
    json.writeStringProperty("result", step.result().name().toLowerCase(Locale.ROOT));
    json.writeName("facts").writeStartObject();
    List<Fact> facts = step.rule().facts();
    for (int i = 0; i < facts.size(); i++) {
      json.writeName(facts.get(i).path());
      value(facts.get(i), step.values().get(i), json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void strings(String name, List<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** The value of a code, null for {@link Fact#UNSTATED}. */
  public static void value(Fact fact, long code, JsonGenerator json) {
    if (code == Fact.UNSTATED) {
      json.writeNull();
    } else if (fact.type() == FactType.SET) {
      json.writeStartArray();
      for (String word : fact.words(code)) {
        json.writeString(word);
      }
      json.writeEndArray();
    } else if (fact.type() == FactType.BOOLEAN) {
      json.writeBoolean(code == 1);
    } else if (fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL) {
      json.writeNumber(fact.words(code).get(0));
    } else {
      json.writeString(fact.words(code).get(0));
    }
  }
}
