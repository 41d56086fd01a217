package clin087.report;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.policy.FactType;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes the value of a fact as a referral states it. */
public final class ValueJson {
  private ValueJson() {}

  /**
   * Writes the value of a code: null for {@link Fact#UNSTATED}; for a set that is known in part, an
   * object of the known members.
   */
  public static void write(Fact fact, long code, JsonGenerator json) {
    if (code == Fact.UNSTATED) {
      json.writeNull();
      return;
    }
    if (fact.type() == FactType.SET) {
      if (fact.open(code) == 0) {
        array(fact.words(code), json);
      } else {
        members(fact, code, json);
      }
      return;
    }
    String word = String.join("", fact.words(code));
    switch (fact.type()) {
      case BOOLEAN -> json.writeBoolean(code == 1);
      case INTEGER, DECIMAL -> json.writeNumber(word);
      default -> json.writeString(word);
    }
  }

  private static void array(List<String> words, JsonGenerator json) {
    json.writeStartArray();
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }

  private static void members(Fact set, long code, JsonGenerator json) {
    List<Choice> choices = set.choices();
    json.writeStartObject();
    for (int i = 0; i < choices.size(); i++) {
      if ((set.open(code) >> i & 1) == 0) {
        json.writeBooleanProperty(choices.get(i).value(), (code >> i & 1) == 1);
      }
    }
    json.writeEndObject();
  }
}
