package clin087.referral;

import clin087.policy.Fact;
import clin087.policy.FactType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads single values that are stated outside a referral. */
public final class SingleValueReader {
  private SingleValueReader() {}

  /**
   * The code of a value of a fact, given as JSON or as a bare word; {@link Fact#UNSTATED} when it
   * is not an allowed value.
   */
  public static long code(Fact fact, String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      long code = json(fact, parser);
      return parser.nextToken() == null ? code : Fact.UNSTATED;
    } catch (JacksonException e) {
      // not JSON, so a bare word
      return fact.type() == FactType.SET ? Fact.UNSTATED : fact.code(text);
    }
  }

  private static long json(Fact fact, JsonParser parser) {
    JsonToken token = parser.nextToken();
    boolean text = fact.type() == FactType.CHOICE || fact.type() == FactType.DATE;
    if (token == null) {
      return Fact.UNSTATED;
    }
    if (fact.type() == FactType.SET && token == JsonToken.START_ARRAY) {
      long members = 0;
      for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        long member =
            token == JsonToken.VALUE_STRING ? fact.code(parser.getString()) : Fact.UNSTATED;
        if (member == Fact.UNSTATED || (members & member) != 0) {
          return Fact.UNSTATED;
        }
        members |= member;
      }
      return members;
    }
    if (fact.type() == FactType.SET && token == JsonToken.START_OBJECT) {
      return members(fact, parser);
    }
    boolean allowed = token.isScalarValue() && (token == JsonToken.VALUE_STRING) == text;
    return allowed ? fact.code(parser.getString()) : Fact.UNSTATED;
  }

  /** A set that is given member by member, each once. */
  private static long members(Fact fact, JsonParser parser) {
    long has = 0;
    long open = fact.open(Fact.UNSTATED);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      long member = fact.code(parser.currentName());
      JsonToken holds = parser.nextToken();
      if (member == Fact.UNSTATED || (open & member) == 0 || !holds.isBoolean()) {
        return Fact.UNSTATED;
      }
      open &= ~member;
      has |= holds == JsonToken.VALUE_TRUE ? member : 0;
    }
    return fact.partly(has, open);
  }
}
