package clin087.revision;

import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Condition;
import clin087.policy.Condition.Bullet;
import clin087.policy.Condition.Bullets;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Limits;
import clin087.policy.Policy;
import clin087.policy.Policy.Identity;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Setting;
import clin087.policy.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a policy, described by its parts.
 *
 * @param id its identifier; only cautions can share one
 * @param parts the texts of its parts by their names
 */
record PolicyElement(String id, Map<String, String> parts) {
  static List<PolicyElement> sections(Policy policy) {
    List<PolicyElement> all = new ArrayList<>();
    for (Section section : policy.sections()) {
      all.add(new PolicyElement(section.id(), Map.of("title", section.title())));
    }
    return all;
  }

  static List<PolicyElement> clauses(Policy policy) {
    List<PolicyElement> all = new ArrayList<>();
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("text", clause.text());
        parts.put("section", section.id());
        all.add(new PolicyElement(clause.id(), parts));
      }
    }
    return all;
  }

  static List<PolicyElement> encodings(Policy policy) {
    List<PolicyElement> all = new ArrayList<>();
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("encodedBy", String.join(", ", clause.encodedBy()));
        parts.put("informative", orEmpty(clause.informative()));
        all.add(new PolicyElement(clause.id(), parts));
      }
    }
    return all;
  }

  static List<PolicyElement> identity(Policy policy) {
    Identity identity = policy.identity();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("id", identity.id());
    parts.put("title", identity.title());
    parts.put("publisher", identity.publisher());
    parts.put("category", identity.category());
    parts.put("version", identity.version());
    parts.put("published", identity.published());
    parts.put("reviewDue", identity.reviewDue());
    parts.put("source", identity.source());
    parts.put("supersedes", identity.supersedes());
    return List.of(new PolicyElement("", parts));
  }

  static List<PolicyElement> verdicts(Policy policy) {
    List<PolicyElement> all = new ArrayList<>();
    for (Verdict verdict : policy.verdicts()) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("outcome", verdict.outcome().word());
      parts.put("label", verdict.label());
      parts.put("action", verdict.action());
      parts.put("afterwards", settings(policy, verdict.afterwards()));
      all.add(new PolicyElement(verdict.id(), parts));
    }
    return all;
  }

  static List<PolicyElement> facts(Policy policy) {
    List<PolicyElement> all = new ArrayList<>();
    for (Fact fact : policy.facts()) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("label", fact.label());
      parts.put("type", fact.type().word());
      for (Choice choice : fact.choices()) {
        parts.put("value " + choice.value(), choice.label());
      }
      parts.put("question", fact.question());
      parts.put("clause", orEmpty(fact.clause()));
      boolean assumed = fact.assumed() != Fact.UNSTATED;
      String none = fact.type() == FactType.SET ? "none of them" : "";
      String words = assumed ? String.join(", ", fact.words(fact.assumed())) : "";
      parts.put("default", assumed && words.isEmpty() ? none : words);
      List<String> unless = new ArrayList<>();
      for (int other : fact.assumedUnless()) {
        unless.add(policy.facts().get(other).name());
      }
      parts.put("defaultUnless", String.join(", ", unless));
      parts.put("states", settings(policy, fact.states()));
      putLimits(parts, fact);
      all.add(new PolicyElement(fact.path(), parts));
    }
    return all;
  }

  private static void putLimits(Map<String, String> parts, Fact fact) {
    Limits limits = fact.limits();
    if (fact.type() == FactType.INTEGER || fact.type() == FactType.DECIMAL) {
      parts.put("min", fact.words(limits.min()).get(0));
      parts.put("max", fact.words(limits.max()).get(0));
      parts.put("unit", limits.unit());
    }
    if (fact.type() == FactType.DECIMAL) {
      parts.put("decimals", Integer.toString(limits.decimals()));
    }
    if (fact.type() == FactType.TEXT) {
      parts.put("maxLength", limits.maxLength() == 0 ? "" : Integer.toString(limits.maxLength()));
      parts.put("controlCharacters", limits.controlCharacters() ? "" : "false");
    }
    parts.put("required", limits.required() ? "true" : "");
  }

  static List<PolicyElement> rules(Policy policy) {
    List<PolicyElement> all = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("clause", rule.clause().id());
      parts.put("seeAlso", String.join(", ", rule.seeAlso()));
      putCondition(parts, rule.when());
      parts.put("verdict", rule.verdict().id());
      parts.put("action", rule.action());
      parts.put("interpretation", orEmpty(rule.interpretation()));
      all.add(new PolicyElement(rule.id(), parts));
    }
    return all;
  }

  static List<PolicyElement> cautions(Policy policy) {
    List<PolicyElement> all = new ArrayList<>();
    for (Caution caution : policy.cautions()) {
      Map<String, String> parts = new LinkedHashMap<>();
      List<String> rules = new ArrayList<>();
      for (Rule rule : caution.notReported()) {
        rules.add(rule.id());
      }
      putCondition(parts, caution.when());
      parts.put("outcome", caution.outcome() == null ? "" : caution.outcome().word());
      parts.put("notReported", String.join(", ", rules));
      parts.put("clause", caution.clause() == null ? "" : caution.clause().id());
      parts.put("message", caution.message());
      all.add(new PolicyElement(caution.id(), parts));
    }
    return all;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Settings as their policy writes them. */
  private static String settings(Policy policy, List<Setting> settings) {
    List<String> words = new ArrayList<>();
    for (Setting setting : settings) {
      Fact fact = policy.facts().get(setting.fact());
      words.add(fact.name() + ": " + String.join(", ", fact.words(setting.value())));
    }
    return String.join("; ", words);
  }

  /** Adds the clauses that the bullets of a condition name, in their order. */
  private static void addClauses(@Nullable Condition condition, List<String> clauses) {
    if (condition instanceof Bullets bullets) {
      for (Bullet bullet : bullets.bullets()) {
        if (bullet.clause() != null) {
          clauses.add(bullet.clause());
        }
        addClauses(bullet.condition(), clauses);
      }
    }
  }

  private static void putCondition(Map<String, String> parts, @Nullable Condition condition) {
    List<String> clauses = new ArrayList<>();
    addClauses(condition, clauses);
    parts.put("when", condition == null ? "" : condition.toString());
    parts.put("bulletClauses", String.join(", ", clauses));
  }
}
