package clin087.analysis.revision;

import clin087.analysis.revision.Alteration.Part;
import clin087.analysis.revision.Alteration.Sort;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a revision altered, piece by piece. */
public final class Alterations {
  private Alterations() {}

  /** The document: its clauses and the titles of its sections. */
  public static List<Alteration> ofWords(Policy before, Policy after) {
    List<Alteration> all = new ArrayList<>();
    add(all, "section", sections(before), sections(after));
    add(all, "clause", texts(before), texts(after));
    return all;
  }

  /** The encoding: everything else. */
  public static List<Alteration> ofEncoding(Policy before, Policy after) {
    List<Alteration> all = new ArrayList<>();
    Set<String> moved = moved(before, after);
    add(all, "policy", identity(before), identity(after));
    add(all, "verdict", verdicts(before), verdicts(after));
    add(all, "fact", facts(before), facts(after));
    add(all, "rule", rules(before, moved), rules(after, moved));
    add(all, "caution", cautions(before), cautions(after));
    List<Alteration> clauses = new ArrayList<>();
    add(clauses, "clause", encodings(before), encodings(after));
    for (Alteration clause : clauses) {
      // that a clause is new is said of its words
      if (!clause.parts().isEmpty()) {
        all.add(clause);
      }
    }
    return all;
  }

  /** Compares what two policies say of some pieces, part by part, by the identifiers of these. */
  private static void add(
      List<Alteration> all,
      String kind,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after) {
    Set<String> ids = new LinkedHashSet<>(after.keySet());
    ids.addAll(before.keySet());
    for (String id : ids) {
      Sort sort =
          !before.containsKey(id)
              ? Sort.ADDED
              : after.containsKey(id) ? Sort.CHANGED : Sort.REMOVED;
      List<Part> different =
          different(before.getOrDefault(id, Map.of()), after.getOrDefault(id, Map.of()));
      if (!different.isEmpty() || sort != Sort.CHANGED) {
        all.add(new Alteration(sort, kind, id, different));
      }
    }
  }

  private static List<Part> different(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      String old = before.getOrDefault(name, "");
      String now = after.getOrDefault(name, "");
      if (!old.equals(now)) {
        parts.add(new Part(name, old, now));
      }
    }
    return parts;
  }

  private static Map<String, Map<String, String>> sections(Policy policy) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Section section : policy.sections()) {
      all.put(section.id(), Map.of("title", section.title()));
    }
    return all;
  }

  private static Map<String, Map<String, String>> texts(Policy policy) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        all.put(clause.id(), Map.of("text", clause.text()));
      }
    }
    return all;
  }

  private static Map<String, Map<String, String>> encodings(Policy policy) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Section section : policy.sections()) {
      for (Clause clause : section.clauses()) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("encodedBy", String.join(", ", clause.encodedBy()));
        parts.put("informative", orEmpty(clause.informative()));
        all.put(clause.id(), parts);
      }
    }
    return all;
  }

  private static Map<String, Map<String, String>> identity(Policy policy) {
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
    return Map.of("", parts);
  }

  private static Map<String, Map<String, String>> verdicts(Policy policy) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Verdict verdict : policy.verdicts()) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("outcome", verdict.outcome().word());
      parts.put("label", verdict.label());
      parts.put("action", verdict.action());
      parts.put("afterwards", settings(policy, verdict.afterwards()));
      all.put(verdict.id(), parts);
    }
    return all;
  }

  private static Map<String, Map<String, String>> facts(Policy policy) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
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
      all.put(fact.path(), parts);
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
      parts.put("maxLength", limits.maxLength() == 0 ? "" : limits.maxLength() + "");
      parts.put("controlCharacters", limits.controlCharacters() ? "" : "false");
    }
    parts.put("required", limits.required() ? "true" : "");
  }

  /**
   * The rules, with the places of some.
   *
   * @param moved those whose places are told
   */
  private static Map<String, Map<String, String>> rules(Policy policy, Set<String> moved) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Rule rule : policy.rules()) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("clause", rule.clause().id());
      parts.put("seeAlso", String.join(", ", rule.seeAlso()));
      parts.put("when", rule.when().toString());
      parts.put("verdict", rule.verdict().id());
      parts.put("action", rule.action());
      parts.put("interpretation", orEmpty(rule.interpretation()));
      if (moved.contains(rule.id())) {
        parts.put("place", rule.number() + " of " + policy.rules().size());
      }
      all.put(rule.id(), parts);
    }
    return all;
  }

  private static Map<String, Map<String, String>> cautions(Policy policy) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Caution caution : policy.cautions()) {
      Map<String, String> parts = new LinkedHashMap<>();
      List<String> rules = new ArrayList<>();
      for (Rule rule : caution.notReported()) {
        rules.add(rule.id());
      }
      parts.put("when", caution.when() == null ? "" : caution.when().toString());
      parts.put("outcome", caution.outcome() == null ? "" : caution.outcome().word());
      parts.put("notReported", String.join(", ", rules));
      parts.put("clause", caution.clause() == null ? "" : caution.clause().id());
      parts.put("message", caution.message());
      all.put(caution.id(), parts);
    }
    return all;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Settings as the policy that has them writes them. */
  private static String settings(Policy policy, List<Setting> settings) {
    List<String> words = new ArrayList<>();
    for (Setting setting : settings) {
      Fact fact = policy.facts().get(setting.fact());
      words.add(fact.name() + ": " + String.join(", ", fact.words(setting.value())));
    }
    return String.join("; ", words);
  }

  /** The fewest rules that, put elsewhere, give the new order of those that both have. */
  private static Set<String> moved(Policy before, Policy after) {
    List<String> old = ids(before, after);
    List<String> now = ids(after, before);
    if (old.equals(now)) {
      return Set.of();
    }
    Set<String> moved = new LinkedHashSet<>(now);
    for (Wording.Run run : Wording.of(String.join(" ", old), String.join(" ", now))) {
      if (run.fate() == Wording.Fate.KEPT) {
        moved.removeAll(List.of(run.text().split(" ", -1)));
      }
    }
    return moved;
  }

  private static List<String> ids(Policy policy, Policy other) {
    Set<String> known = new LinkedHashSet<>();
    for (Rule rule : other.rules()) {
      known.add(rule.id());
    }
    List<String> ids = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (known.contains(rule.id())) {
        ids.add(rule.id());
      }
    }
    return ids;
  }
}
