package clin087.analysis;

import clin087.analysis.Alteration.Part;
import clin087.analysis.Alteration.Sort;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what a revision altered, piece by piece. */
public final class Alterations {
  private static final String TEXT = "text";

  private Alterations() {}

  /** The document: its clauses and the titles of its sections. */
  public static List<Alteration> ofWords(Policy before, Policy after) {
    List<Alteration> all = new ArrayList<>();
    add(all, "section", before.sections(), after.sections(), Section::id, Alterations::title);
    add(all, "clause", clauses(before), clauses(after), Clause::id, Alterations::text);
    return all;
  }

  /** The encoding: everything else. */
  public static List<Alteration> ofEncoding(Policy before, Policy after) {
    List<Alteration> all = new ArrayList<>();
    add(
        all,
        "policy",
        List.of(before.identity()),
        List.of(after.identity()),
        identity -> "",
        Alterations::identity);
    add(
        all,
        "verdict",
        before.verdicts(),
        after.verdicts(),
        Verdict::id,
        new OfVerdicts(before),
        new OfVerdicts(after));
    add(
        all,
        "fact",
        before.facts(),
        after.facts(),
        Fact::path,
        new OfFacts(before),
        new OfFacts(after));
    Set<String> moved = OfRules.moved(before, after);
    add(
        all,
        "rule",
        before.rules(),
        after.rules(),
        Rule::id,
        new OfRules(before, moved),
        new OfRules(after, moved));
    add(all, "caution", before.cautions(), after.cautions(), Caution::id, Alterations::caution);
    add(all, "clause", clauses(before), clauses(after), Clause::id, Alterations::encodedBy);
    all.removeIf(alteration -> alteration.parts().isEmpty());
    return all;
  }

  private static List<Clause> clauses(Policy policy) {
    List<Clause> clauses = new ArrayList<>();
    for (Section section : policy.sections()) {
      clauses.addAll(section.clauses());
    }
    return clauses;
  }

  private static <T> void add(
      List<Alteration> all,
      String kind,
      List<T> before,
      List<T> after,
      Function<T, String> id,
      Function<T, Map<String, String>> parts) {
    add(all, kind, before, after, id, parts, parts);
  }

  private static <T> void add(
      List<Alteration> all,
      String kind,
      List<T> before,
      List<T> after,
      Function<T, String> id,
      Function<T, Map<String, String>> oldParts,
      Function<T, Map<String, String>> newParts) {
    Map<String, T> old = byId(before, id);
    Map<String, T> now = byId(after, id);
    Set<String> ids = new LinkedHashSet<>(now.keySet());
    ids.addAll(old.keySet());
    for (String each : ids) {
      T one = old.get(each);
      T other = now.get(each);
      Map<String, String> nothing = Map.of();
      List<Part> different =
          different(
              one == null ? nothing : oldParts.apply(one),
              other == null ? nothing : newParts.apply(other));
      Sort sort = one == null ? Sort.ADDED : other == null ? Sort.REMOVED : Sort.CHANGED;
      if (!different.isEmpty() || sort != Sort.CHANGED) {
        all.add(new Alteration(sort, kind, each, different));
      }
    }
  }

  private static <T> Map<String, T> byId(List<T> pieces, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (T piece : pieces) {
      byId.put(id.apply(piece), piece);
    }
    return byId;
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

  private static Map<String, String> title(Section section) {
    return Map.of("title", section.title());
  }

  private static Map<String, String> text(Clause clause) {
    return Map.of(TEXT, clause.text());
  }

  private static Map<String, String> encodedBy(Clause clause) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("encodedBy", String.join(", ", clause.encodedBy()));
    parts.put("informative", orEmpty(clause.informative()));
    return parts;
  }

  private static Map<String, String> identity(Identity identity) {
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
    return parts;
  }

  private static Map<String, String> caution(Caution caution) {
    Map<String, String> parts = new LinkedHashMap<>();
    List<String> rules = new ArrayList<>();
    caution.notReported().forEach(rule -> rules.add(rule.id()));
    parts.put("when", caution.when() == null ? "" : caution.when().toString());
    parts.put("outcome", caution.outcome() == null ? "" : caution.outcome().word());
    parts.put("notReported", String.join(", ", rules));
    parts.put("clause", caution.clause() == null ? "" : caution.clause().id());
    parts.put("message", caution.message());
    return parts;
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

  /** What is said of a verdict. */
  private record OfVerdicts(Policy policy) implements Function<Verdict, Map<String, String>> {
    @Override
    public Map<String, String> apply(Verdict verdict) {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("outcome", verdict.outcome().word());
      parts.put("label", verdict.label());
      parts.put("action", verdict.action());
      parts.put("afterwards", settings(policy, verdict.afterwards()));
      return parts;
    }
  }

  /** What is said of a fact. */
  private record OfFacts(Policy policy) implements Function<Fact, Map<String, String>> {
    @Override
    public Map<String, String> apply(Fact fact) {
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
      fact.assumedUnless().forEach(other -> unless.add(policy.facts().get(other).name()));
      parts.put("defaultUnless", String.join(", ", unless));
      parts.put("states", settings(policy, fact.states()));
      putLimits(parts, fact);
      return parts;
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
  }

  /** What is said of a rule, and where it stands among those that both policies have. */
  private record OfRules(Policy policy, Set<String> moved)
      implements Function<Rule, Map<String, String>> {
    @Override
    public Map<String, String> apply(Rule rule) {
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
      return parts;
    }

    /** The fewest rules that, put elsewhere, give the new order of those that both have. */
    private static Set<String> moved(Policy before, Policy after) {
      List<String> old = ids(before, after);
      List<String> now = ids(after, before);
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
      other.rules().forEach(rule -> known.add(rule.id()));
      List<String> ids = new ArrayList<>();
      policy.rules().forEach(rule -> ids.add(rule.id()));
      ids.retainAll(known);
      return ids;
    }
  }
}
