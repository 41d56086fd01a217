package clin087.interview;

import clin087.policy.Choice;
import clin087.policy.Fact;
import clin087.report.IndentedJson;
import clin087.text.Bytes;
import clin087.text.Characters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An unfinished referral: what has been stated so far, and whatever else its file contains. It is
 * kept as maps, lists and values, because the library's own tree would take most of the time to the
 * first question.
 */
public final class ReferralDraft {
  private final Map<String, @Nullable Object> root;

  /** The bytes of its file, as long as nothing more has been stated; else null. */
  private byte @Nullable [] unchanged;

  private ReferralDraft(Map<String, @Nullable Object> root, byte @Nullable [] unchanged) {
    this.root = root;
    this.unchanged = unchanged;
  }

  /** A number as it was written. */
  private record WrittenNumber(String written) {}

  /** A draft that states nothing. */
  public static ReferralDraft empty() {
    return new ReferralDraft(new LinkedHashMap<>(), null);
  }

  /**
   * The draft of a file.
   *
   * @param json one object, which {@code check} has accepted as a referral
   */
  public static ReferralDraft of(byte[] json) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      return new ReferralDraft(object(parser), json.clone());
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new WrittenNumber(parser.getString());
      default -> parser.getString();
    };
  }

  /** A copy that can be changed independently. */
  ReferralDraft copy() {
    return new ReferralDraft(copy(root), unchanged);
  }

  /** Copies the maps; lists can be shared, since they are never changed. */
  private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> field : object.entrySet()) {
      Map<String, @Nullable Object> inner = asObject(field.getValue());
      copy.put(field.getKey(), inner == null ? field.getValue() : copy(inner));
    }
    return copy;
  }

  /** Whether it states anything about a fact; a blank text states nothing. */
  boolean states(Fact fact) {
    Object value = root;
    for (String step : fact.steps()) {
      Map<String, @Nullable Object> object = asObject(value);
      value = object == null ? null : object.get(step);
    }
    return value != null && !(value instanceof String text && Characters.isBlank(text));
  }

  /** States a text. */
  void state(Fact fact, String text) {
    parent(fact).put(lastStep(fact), text);
  }

  /**
   * States a fact that is neither a set nor a text.
   *
   * @param code the code of its value
   */
  void state(Fact fact, long code) {
    String word = fact.words(code).get(0);
    Object value =
        switch (fact.type()) {
          case BOOLEAN -> code == 1;
          case INTEGER, DECIMAL -> new WrittenNumber(word);
          case CHOICE, DATE, TEXT, SET -> word;
        };
    parent(fact).put(lastStep(fact), value);
  }

  /** States that members of a set apply, or that they do not. */
  void state(Fact set, List<Choice> members, boolean apply) {
    Map<String, @Nullable Object> parent = parent(set);
    Map<String, @Nullable Object> known = asObject(parent.get(lastStep(set)));
    if (known == null) {
      known = new LinkedHashMap<>();
    }
    for (Choice member : members) {
      known.put(member.value(), apply);
    }
    parent.put(lastStep(set), isWhole(set, known) ? asArray(set, known) : known);
  }

  private static boolean isWhole(Fact set, Map<String, @Nullable Object> known) {
    for (Choice member : set.choices()) {
      if (!(known.get(member.value()) instanceof Boolean)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> asArray(Fact set, Map<String, @Nullable Object> known) {
    List<String> array = new ArrayList<>();
    for (Choice member : set.choices()) {
      if (Boolean.TRUE.equals(known.get(member.value()))) {
        array.add(member.value());
      }
    }
    return array;
  }

  /** The referral as a file that {@code check} reads. */
  public byte[] json() {
    Bytes bytes = new Bytes();
    if (unchanged != null) {
      bytes.write(unchanged, 0, unchanged.length);
    } else {
      try (JsonGenerator json = IndentedJson.generator(bytes)) {
        write(root, json);
      }
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static void write(@Nullable Object value, JsonGenerator json) {
    Map<String, @Nullable Object> object = asObject(value);
    if (object != null) {
      json.writeStartObject();
      for (Map.Entry<String, @Nullable Object> field : object.entrySet()) {
        json.writeName(field.getKey());
        write(field.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> array) {
      json.writeStartArray();
      for (Object member : array) {
        write(member, json);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof WrittenNumber number) {
      json.writeNumber(number.written());
    } else if (value instanceof String text && Characters.hasLoneSurrogate(text)) {
      json.writeRawValue(escaped(text));
    } else {
      json.writeString((String) value); // may be null
    }
  }

  /** A text that UTF-8 cannot write, with everything but letters and digits escaped. */
  private static String escaped(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c < 0x7F && Character.isLetterOrDigit(c);
      json.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }

  /** The object that contains the field of a fact; it is added if it is missing. */
  private Map<String, @Nullable Object> parent(Fact fact) {
    unchanged = null;
    Map<String, @Nullable Object> object = root;
    List<String> steps = fact.steps();
    for (String step : steps.subList(0, steps.size() - 1)) {
      Map<String, @Nullable Object> inner = asObject(object.get(step));
      if (inner == null) {
        inner = new LinkedHashMap<>();
        object.put(step, inner);
      }
      object = inner;
    }
    return object;
  }

  @SuppressWarnings("unchecked") // every map in it is an object
  private static @Nullable Map<String, @Nullable Object> asObject(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : null;
  }

  private static String lastStep(Fact fact) {
    List<String> steps = fact.steps();
    return steps.get(steps.size() - 1);
  }
}
