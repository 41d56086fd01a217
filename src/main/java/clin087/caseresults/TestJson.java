package clin087.caseresults;

import clin087.cases.Aspect;
import clin087.cases.Case;
import clin087.cases.Case.Expectation;
import clin087.cases.TestedCase;
import clin087.cases.TestedCase.Difference;
import clin087.coverage.Coverage;
import clin087.coverage.Coverage.Item;
import clin087.coverage.Coverage.Status;
import clin087.coverage.Point;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.report.DecisionJson;
import clin087.report.HeadJson;
import clin087.report.IndentedJson;
import clin087.report.ValueJson;
import clin087.text.Bytes;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes the test of a policy as JSON, with all that is known of every case and every point. */
public final class TestJson {
  private final TestReport report;
  private final JsonGenerator json;

  private TestJson(TestReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  /** Writes the whole report. */
  public static Bytes write(TestReport report) {
    Bytes out = new Bytes();
    try (JsonGenerator json = IndentedJson.generator(out)) {
      new TestJson(report, json).write();
    }
    return out.text("\n");
  }

  private void write() {
    json.writeStartObject();
    HeadJson.write(report.context(), json);
    json.writeArrayPropertyStart("cases");
    for (TestedCase each : report.cases()) {
      tested(each);
    }
    json.writeEndArray();
    if (report.coverage() != null) {
      coverage(report.coverage());
    }
    json.writeName("summary").writeStartObject();
    json.writeNumberProperty("total", report.cases().size());
    json.writeNumberProperty("failed", report.failed().size());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void tested(TestedCase tested) {
    Case example = tested.example();
    json.writeStartObject();
    json.writeStringProperty("case", example.name());
    json.writeStringProperty("file", example.at().file());
    json.writeNumberProperty("line", example.at().line());
    json.writeBooleanProperty("passes", tested.passes());
    json.writeStringProperty("asOf", tested.asOf().toString());
    given(example);
    json.writeName("expected").writeStartObject();
    for (Expectation expectation : example.expected()) {
      aspect(expectation.aspect(), expectation.words());
    }
    json.writeEndObject();
    json.writeName("found").writeStartObject();
    for (Aspect aspect : Aspect.values()) {
      aspect(aspect, aspect.of(tested.decision()));
    }
    json.writeEndObject();
    List<Difference> differences = tested.differences();
    json.writeArrayPropertyStart("differences");
    for (Difference difference : differences) {
      json.writeString(difference.aspect().key());
    }
    json.writeEndArray();
    if (!differences.isEmpty()) {
      DecisionJson.trace(tested.decision().trace(), json);
    }
    json.writeEndObject();
  }

  private void given(Case example) {
    json.writeName("given").writeStartObject();
    for (Fact fact : report.context().policy().facts()) {
      long code = example.referral().stated(fact);
      if (code != Fact.UNSTATED) {
        json.writeName(fact.name());
        if (fact.type() == FactType.TEXT) {
          json.writeBoolean(true);
        } else {
          ValueJson.write(fact, code, json);
        }
      }
    }
    json.writeEndObject();
  }

  /** Writes the values of an aspect; nothing if it is a single value and absent. */
  private void aspect(Aspect aspect, List<String> words) {
    if (aspect.isList()) {
      json.writeArrayPropertyStart(aspect.key());
      for (String word : words) {
        json.writeString(word);
      }
      json.writeEndArray();
    } else if (!words.isEmpty()) {
      json.writeStringProperty(aspect.key(), words.get(0));
    }
  }

  private void coverage(Coverage coverage) {
    json.writeName("coverage").writeStartObject();
    json.writeNumberProperty("percent", coverage.percent());
    json.writeNumberProperty("covered", coverage.count(Status.COVERED));
    json.writeNumberProperty("total", coverage.total());
    json.writeNumberProperty("notProved", coverage.count(Status.NOT_PROVED));
    json.writeNumberProperty("impossible", coverage.count(Status.IMPOSSIBLE));
    json.writeArrayPropertyStart("points");
    for (Item item : coverage.items()) {
      item(item);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void item(Item item) {
    Point point = item.point();
    json.writeStartObject();
    if (point.clause() != null) {
      json.writeStringProperty("clause", point.clause().id());
    }
    if (point.rule() != null) {
      json.writeStringProperty("rule", point.rule().id());
    }
    if (point.comparison() != null) {
      json.writeStringProperty("comparison", point.comparison().toString());
    }
    json.writeStringProperty("does", word(point.way()));
    json.writeStringProperty("status", word(item.status()).replace('_', '-'));
    json.writeArrayPropertyStart("cases");
    for (Case each : item.cases()) {
      json.writeString(each.name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
