package clin087.form;

import clin087.decision.Decision.Question;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Policy;
import clin087.policy.Setting;
import clin087.report.QuestionJson;
import clin087.report.ValueJson;
import clin087.words.QuestionWords;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact as data for the script.
 *
 * @param question as in a decision, without limits that are the date of the check
 * @param values the allowed values of a choice or a set, in the order of their codes
 * @param controls the names of its controls on the page
 * @param assumed the code that is assumed if it is not stated
 * @param assumption the assumption as in a decision
 * @param assumedUnless the facts that make the assumption give way
 * @param min the least code; null for facts without an order
 * @param written the type of its JSON
 * @param statedBy the facts that state it as well
 * @param blank a regular expression of the texts that count as absent
 * @param wrong regular expressions of texts that are wrong; none for a free text, which no rule
 *     looks at
 * @param expected what was expected, for the message about a wrong answer
 */
public record FactJson(
    String path,
    String label,
    String type,
    JsonNode question,
    List<String> values,
    List<String> controls,
    @Nullable Object assumed,
    @Nullable AssumptionJson assumption,
    List<Integer> assumedUnless,
    List<SettingJson> states,
    List<Integer> statedBy,
    @Nullable Object min,
    @Nullable Object max,
    int decimals,
    String written,
    boolean required,
    String blank,
    List<PatternJson> wrong,
    String expected) {
  public FactJson {
    values = List.copyOf(values);
    controls = List.copyOf(controls);
    assumedUnless = List.copyOf(assumedUnless);
    states = List.copyOf(states);
    statedBy = List.copyOf(statedBy);
    wrong = List.copyOf(wrong);
  }

  /** A fact and its value. */
  public record SettingJson(int fact, Object code) {}

  /** An assumption as in a decision. */
  public record AssumptionJson(String path, String label, JsonNode value, String by) {}

  /** A problem, and a JavaScript regular expression of the texts that have it. */
  public record PatternJson(String code, String pattern) {}

  /** The data of a fact. */
  static FactJson of(Fact fact, Policy policy) {
    Limits limits = fact.limits();
    boolean ordered = fact.type().isOrdered();
    boolean assumes = fact.assumed() != Fact.UNSTATED;
    Question question = new Question(fact, List.of());
    return new FactJson(
        fact.path(),
        fact.label(),
        fact.type().word(),
        // the script writes a limit that is the date of the check
        written(json -> new QuestionJson(LocalDate.EPOCH).write(question, json)),
        fact.type() == FactType.BOOLEAN ? List.of() : fact.values(),
        FormControls.names(fact),
        assumes ? code(fact, fact.assumed()) : null,
        assumes ? assumption(fact) : null,
        fact.assumedUnless(),
        settings(fact.states(), policy),
        policy.facts().stream().filter(fact::isStatedBy).map(Fact::index).toList(),
        ordered ? VariableJson.least(fact) : null,
        ordered ? VariableJson.most(fact) : null,
        limits.decimals(),
        written(fact.type()),
        limits.required(),
        limits.required() ? "^\\p{White_Space}*$" : limits.maxLength() > 0 ? "^$" : "(?!)",
        wrong(fact),
        expected(fact));
  }

  private static AssumptionJson assumption(Fact fact) {
    JsonNode value = written(json -> ValueJson.write(fact, fact.assumed(), json));
    return new AssumptionJson(fact.path(), fact.label(), value, "policy");
  }

  private static JsonNode written(Consumer<JsonGenerator> writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
      writer.accept(json);
    }
    return JsonMapper.shared().readTree(text.toString());
  }

  /** The data of facts and their values. */
  static List<SettingJson> settings(List<Setting> settings, Policy policy) {
    return settings.stream()
        .map(
            each ->
                new SettingJson(each.fact(), code(policy.facts().get(each.fact()), each.value())))
        .toList();
  }

  /** A code as the script has it; it has a code for each member of a set. */
  private static Object code(Fact fact, long code) {
    if (fact.type() != FactType.SET) {
      return code;
    }
    List<@Nullable Integer> members = new ArrayList<>();
    for (int i = 0; i < fact.choices().size(); i++) {
      boolean open = (fact.open(code) >> i & 1) == 1;
      members.add(open ? null : (int) (code >> i & 1));
    }
    return members;
  }

  private static String written(FactType type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case INTEGER, DECIMAL -> "number";
      case CHOICE, DATE, TEXT -> "string";
      case SET -> "object";
    };
  }

  private static List<PatternJson> wrong(Fact fact) {
    List<PatternJson> wrong = new ArrayList<>();
    if (fact.type() != FactType.TEXT || fact.isFreeText()) {
      return wrong;
    }
    int most = fact.limits().maxLength();
    if (most > 0) {
      wrong.add(new PatternJson("too-long", "[^]{" + (most + 1L) + "}"));
    }
    if (!fact.limits().controlCharacters()) {
      wrong.add(new PatternJson("control-character", "[\\p{Cc}\\p{Cf}\\u2028\\u2029]"));
    }
    wrong.add(new PatternJson("not-utf8", "\\p{Cs}"));
    return wrong;
  }

  private static String expected(Fact fact) {
    if (fact.type() != FactType.TEXT) {
      return QuestionWords.answers(fact, List.of());
    }
    int most = fact.limits().maxLength();
    return "a text"
        + (most == 0 ? "" : " of at most " + most + " characters")
        + (fact.limits().controlCharacters() ? "" : " without line breaks or invisible characters");
  }
}
