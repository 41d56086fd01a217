package clin087.form;

import clin087.decision.Decision.Notice;
import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import clin087.report.OwnCautions;
import clin087.words.ConditionWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy as the data that the page's script decides by: facts and verdicts named by their
 * positions, values by their codes. What is absent is an empty text, or null.
 */
public record PolicyJson(
    Head policy,
    List<FactJson> facts,
    List<VerdictJson> verdicts,
    List<RuleJson> rules,
    List<CautionJson> cautions,
    Map<String, String> clauses,
    CautionJson nhsNumber) {
  public PolicyJson {
    facts = List.copyOf(facts);
    verdicts = List.copyOf(verdicts);
    rules = List.copyOf(rules);
    cautions = List.copyOf(cautions);
  }

  /** Which policy it is. */
  public record Head(String id, String version, String title, String source, String sha256) {}

  /**
   * A fact.
   *
   * @param assumed the code that is assumed when it is not stated
   * @param min the least code, null for facts that have no order
   */
  public record FactJson(
      String path,
      String label,
      String type,
      List<Choice> choices,
      String question,
      String clause,
      @Nullable Object assumed,
      List<Integer> assumedUnless,
      List<SettingJson> states,
      @Nullable Object min,
      @Nullable Object max,
      int decimals,
      String unit,
      boolean required,
      int maxLength,
      boolean controlCharacters) {
    public FactJson {
      choices = List.copyOf(choices);
      assumedUnless = List.copyOf(assumedUnless);
      states = List.copyOf(states);
    }
  }

  /** A set of which some members may be unknown, a bit each. */
  public record SetJson(long has, long open) {}

  /** A fact given a value. */
  public record SettingJson(int fact, Object code) {}

  /** An answer of the policy. */
  public record VerdictJson(
      String id, String outcome, String label, String action, List<SettingJson> afterwards) {
    public VerdictJson {
      afterwards = List.copyOf(afterwards);
    }
  }

  /**
   * A rule.
   *
   * @param words its condition for people
   */
  public record RuleJson(
      String id,
      String clause,
      List<String> seeAlso,
      ConditionJson when,
      String words,
      int verdict,
      String action,
      boolean attention) {
    public RuleJson {
      seeAlso = List.copyOf(seeAlso);
    }
  }

  /**
   * A caution.
   *
   * @param guards the rules that a referral must not meet unreported
   */
  public record CautionJson(
      String code,
      String clause,
      @Nullable ConditionJson when,
      String outcome,
      List<Integer> guards,
      String message,
      boolean attention) {
    public CautionJson {
      guards = List.copyOf(guards);
    }
  }

  /** The data of a policy. */
  public static PolicyJson of(Policy policy) {
    Identity identity = policy.identity();
    return new PolicyJson(
        new Head(
            identity.id(),
            identity.version(),
            identity.title(),
            identity.source(),
            identity.sha256()),
        policy.facts().stream().map(fact -> fact(fact, policy.facts())).toList(),
        policy.verdicts().stream().map(verdict -> verdict(verdict, policy)).toList(),
        policy.rules().stream().map(PolicyJson::rule).toList(),
        policy.cautions().stream().map(PolicyJson::caution).toList(),
        clauses(policy),
        ofNhsNumber());
  }

  /** The same as JSON that may stand in a script element: no text of it can end the element. */
  public String text() {
    return JsonMapper.shared()
        .writeValueAsString(this)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static FactJson fact(Fact fact, List<Fact> facts) {
    Limits limits = fact.limits();
    boolean ordered = fact.type().isOrdered();
    return new FactJson(
        fact.path(),
        fact.label(),
        fact.type().word(),
        fact.choices(),
        fact.question(),
        text(fact.clause()),
        fact.assumed() == Fact.UNSTATED ? null : code(fact, fact.assumed()),
        fact.assumedUnless(),
        settings(fact.states(), facts),
        ordered ? limit(limits.declaredMin()) : null,
        ordered ? limit(limits.declaredMax()) : null,
        limits.decimals(),
        limits.unit(),
        limits.required(),
        limits.maxLength(),
        limits.controlCharacters());
  }

  private static Object limit(long code) {
    return code == Limits.TODAY ? "today" : code;
  }

  private static Object code(Fact fact, long code) {
    return fact.type() == FactType.SET ? new SetJson(code & fact.members(), fact.open(code)) : code;
  }

  private static List<SettingJson> settings(List<Setting> settings, List<Fact> facts) {
    return settings.stream()
        .map(each -> new SettingJson(each.fact(), code(facts.get(each.fact()), each.value())))
        .toList();
  }

  private static VerdictJson verdict(Verdict verdict, Policy policy) {
    return new VerdictJson(
        verdict.id(),
        verdict.outcome().word(),
        verdict.label(),
        verdict.action(),
        settings(verdict.afterwards(), policy.facts()));
  }

  private static RuleJson rule(Rule rule) {
    return new RuleJson(
        rule.id(),
        rule.clause().id(),
        rule.seeAlso(),
        ConditionJson.of(rule.when()),
        ConditionWords.of(rule.when()),
        rule.verdict().index(),
        rule.action(),
        rule.attention());
  }

  private static CautionJson caution(Caution caution) {
    return new CautionJson(
        caution.id(),
        caution.clause() == null ? "" : caution.clause().id(),
        caution.when() == null ? null : ConditionJson.of(caution.when()),
        caution.outcome() == null ? "" : caution.outcome().word(),
        caution.notReported().stream().map(Rule::index).toList(),
        caution.message(),
        caution.attention());
  }

  private static CautionJson ofNhsNumber() {
    Notice notice = OwnCautions.nhsNumber();
    return new CautionJson(notice.code(), "", null, "", List.of(), notice.message(), false);
  }

  /** The words of the clauses that a decision can quote. */
  private static Map<String, String> clauses(Policy policy) {
    List<String> quoted = new ArrayList<>();
    policy.rules().forEach(rule -> quoted.add(rule.clause().id()));
    policy.facts().forEach(fact -> quoted.add(text(fact.clause())));
    Map<String, String> texts = new LinkedHashMap<>();
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        if (quoted.contains(clause.id())) {
          texts.put(clause.id(), clause.text());
        }
      }
    }
    return texts;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
