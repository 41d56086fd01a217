package clin087.report;

import clin087.decision.Assumption;
import clin087.decision.Decision;
import clin087.decision.Decision.Afterwards;
import clin087.decision.Decision.NextStep;
import clin087.decision.Decision.Notice;
import clin087.decision.Decision.Question;
import clin087.decision.Decision.Step;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Rule;
import clin087.policy.Verdict;
import clin087.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a decision as JSON. */
public final class DecisionJson {
  private final QuestionJson questionJson;
  private final String policyLabel;

  /**
   * @param policyLabel names the policy in every result; empty if the document names it
   */
  DecisionJson(Context context, String policyLabel) {
    this.questionJson = new QuestionJson(context.asOf());
    this.policyLabel = policyLabel;
  }

  /**
   * Writes all fields after the reference.
   *
   * @param inputSha256 of the referral's own bytes, if the decision is to be explained
   */
  void write(
      Decision decision, List<Notice> cautions, @Nullable String inputSha256, JsonGenerator json) {
    json.writeStringProperty("verdict", decision.verdict().id());
    json.writeStringProperty("outcome", decision.verdict().outcome().word());
    json.writeBooleanProperty("attention", decision.attention());
    rules(decision, json);
    clauses(decision.clauses(), json);
    json.writeArrayPropertyStart("seeAlso");
    for (String id : decision.seeAlso()) {
      json.writeString(id);
    }
    json.writeEndArray();
    actions(decision, json);
    alsoMet(decision.alsoMet(), json);
    if (decision.afterwards() != null) {
      afterwards(decision.afterwards(), json);
    }
    json.writeArrayPropertyStart("possibleVerdicts");
    for (Verdict verdict : decision.possible()) {
      json.writeString(verdict.id());
    }
    json.writeEndArray();
    questions("missing", decision.missing(), json);
    questions("missingForAction", decision.missingForAction(), json);
    assumed(decision.assumed(), json);
    cautions(cautions, json);
    if (inputSha256 != null) {
      json.writeStringProperty("inputSha256", inputSha256);
      trace(decision.trace(), json);
    }
    label(json);
  }

  void write(List<Problem> problems, JsonGenerator json) {
    problems(problems, json);
    label(json);
  }

  /** Writes the problems of a referral as a property of the current object. */
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

  private static void rules(Decision decision, JsonGenerator json) {
    Rule rule = decision.rule();
    if (rule != null) {
      json.writeStringProperty("rule", rule.id());
    }
    json.writeArrayPropertyStart("rules");
    for (Rule deciding : decision.deciding()) {
      json.writeString(deciding.id());
    }
    json.writeEndArray();
  }

  private static void clauses(List<Clause> clauses, JsonGenerator json) {
    json.writeArrayPropertyStart("clauses");
    for (Clause clause : clauses) {
      json.writeStartObject();
      json.writeStringProperty("id", clause.id());
      json.writeStringProperty("text", clause.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void actions(Decision decision, JsonGenerator json) {
    if (decision.action() != null) {
      json.writeStringProperty("action", decision.action());
    }
    json.writeArrayPropertyStart("actions");
    for (NextStep step : decision.actions()) {
      json.writeStartObject();
      json.writeStringProperty("action", step.action());
      clauseIds(step.clauses(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void alsoMet(List<Rule> rules, JsonGenerator json) {
    json.writeArrayPropertyStart("alsoMet");
    for (Rule rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("rule", rule.id());
      json.writeStringProperty("clause", rule.clause().id());
      json.writeStringProperty("action", rule.action());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void afterwards(Afterwards afterwards, JsonGenerator json) {
    json.writeName("afterwards").writeStartObject();
    json.writeStringProperty("verdict", afterwards.verdict().id());
    clauseIds(afterwards.clauses(), json);
    json.writeArrayPropertyStart("missing");
    for (Question question : afterwards.missing()) {
      json.writeString(question.fact().path());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void clauseIds(List<Clause> clauses, JsonGenerator json) {
    json.writeArrayPropertyStart("clauses");
    for (Clause clause : clauses) {
      json.writeString(clause.id());
    }
    json.writeEndArray();
  }

  private void questions(String name, List<Question> questions, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    for (Question question : questions) {
      questionJson.write(question, json);
    }
    json.writeEndArray();
  }

  private static void assumed(List<Assumption> assumed, JsonGenerator json) {
    json.writeArrayPropertyStart("assumed");
    for (Assumption assumption : assumed) {
      json.writeStartObject();
      json.writeStringProperty("path", assumption.fact().path());
      json.writeStringProperty("label", assumption.fact().label());
      json.writeName("value");
      ValueJson.write(assumption.fact(), assumption.value(), json);
      json.writeStringProperty("by", assumption.by().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void cautions(List<Notice> notices, JsonGenerator json) {
    json.writeArrayPropertyStart("cautions");
    for (Notice notice : notices) {
      json.writeStartObject();
      json.writeStringProperty("code", notice.code());
      if (notice.clause() != null) {
        json.writeStringProperty("clause", notice.clause().id());
      }
      json.writeStringProperty("message", notice.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the trace as a property of the current object. */
  public static void trace(List<Step> trace, JsonGenerator json) {
    json.writeArrayPropertyStart("trace");
    for (Step step : trace) {
      json.writeStartObject();
      json.writeStringProperty("rule", step.rule().id());
      json.writeStringProperty("clause", step.rule().clause().id());
      json.writeStringProperty("result", step.result().name().toLowerCase(Locale.ROOT));
      json.writeName("facts").writeStartObject();
      List<Fact> facts = step.rule().facts();
      for (int i = 0; i < facts.size(); i++) {
        json.writeName(facts.get(i).path());
        ValueJson.write(facts.get(i), step.values().get(i), json);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
