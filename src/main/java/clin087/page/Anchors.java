package clin087.page;

import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each element of a policy an id on its page, unlike any other. */
final class Anchors {
  private final IdentityHashMap<Object, String> ids = new IdentityHashMap<>();
  private final Map<String, String> clauses = new HashMap<>();
  private final IdentityHashMap<Rule, String> steps = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();

  Anchors(Policy policy) {
    for (Section section : policy.sections()) {
      ids.put(section, fresh("section", section.id()));
      for (Clause clause : section.clauses()) {
        clauses.put(clause.id(), fresh("clause", clause.id()));
      }
    }
    for (Rule rule : policy.rules()) {
      ids.put(rule, fresh("rule", rule.id()));
      steps.put(rule, fresh("step", rule.id()));
    }
    for (Verdict verdict : policy.verdicts()) {
      ids.put(verdict, fresh("verdict", verdict.id()));
    }
    for (Caution caution : policy.cautions()) {
      ids.put(caution, fresh("caution", caution.id()));
    }
    for (Fact fact : policy.facts()) {
      ids.put(fact, fresh("fact", fact.name()));
    }
  }

  /** The id of a section, rule, verdict, caution or fact. */
  String of(Object piece) {
    return found(ids.get(piece), piece);
  }

  /** The id of a clause, by its number. */
  String ofClause(String id) {
    return found(clauses.get(id), id);
  }

  /** The id of a rule in the drawing of the decision. */
  String ofStep(Rule rule) {
    return found(steps.get(rule), rule);
  }

  private static String found(@Nullable String id, Object piece) {
    if (id == null) {
      throw new IllegalArgumentException("not of this policy: " + piece);
    }
    return id;
  }

  private String fresh(String kind, String name) {
    String plain = name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String id = kind + "-" + plain;
    for (int i = 2; !taken.add(id); i++) {
      id = kind + "-" + plain + "--" + i;
    }
    return id;
  }
}
