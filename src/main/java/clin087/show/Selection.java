package clin087.show;

import clin087.policy.Caution;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A selection from a policy: all of it, or everything with a certain name.
 *
 * @param whole whether it is the whole policy
 * @param sections the sections, each with its selected clauses
 */
public record Selection(
    Policy policy,
    boolean whole,
    List<Section> sections,
    List<Rule> rules,
    List<Verdict> verdicts,
    List<Caution> cautions,
    List<Fact> facts) {
  public Selection {
    sections = List.copyOf(sections);
    rules = List.copyOf(rules);
    verdicts = List.copyOf(verdicts);
    cautions = List.copyOf(cautions);
    facts = List.copyOf(facts);
  }

  /** The whole policy. */
  public static Selection of(Policy policy) {
    return new Selection(
        policy,
        true,
        policy.sections(),
        policy.rules(),
        policy.verdicts(),
        policy.cautions(),
        policy.facts());
  }

  /**
   * Everything with a name: a section or clause with all that is below it, a rule, a verdict,
   * cautions, or a fact by its path or its name in conditions.
   */
  public static Selection of(Policy policy, String name) {
    return new Selection(
        policy,
        false,
        sections(policy, name),
        policy.rules().stream().filter(rule -> rule.id().equals(name)).toList(),
        policy.verdicts().stream().filter(verdict -> verdict.id().equals(name)).toList(),
        policy.cautions().stream().filter(caution -> caution.id().equals(name)).toList(),
        policy.facts().stream()
            .filter(fact -> fact.path().equals(name) || fact.name().equals(name))
            .toList());
  }

  private static List<Section> sections(Policy policy, String name) {
    List<Section> found = new ArrayList<>();
    for (Section section : policy.sections()) {
      boolean all = Clause.isIn(section.id(), name);
      List<Clause> clauses =
          section.clauses().stream()
              .filter(clause -> all || Clause.isIn(clause.id(), name))
              .toList();
      if (all || !clauses.isEmpty()) {
        found.add(new Section(section.id(), section.title(), clauses));
      }
    }
    return found;
  }

  /** Whether nothing has the name. */
  public boolean isEmpty() {
    return sections.isEmpty()
        && rules.isEmpty()
        && verdicts.isEmpty()
        && cautions.isEmpty()
        && facts.isEmpty();
  }

  /** Every name in a policy. */
  public static Set<String> names(Policy policy) {
    Set<String> names = new TreeSet<>();
    for (Section section : policy.sections()) {
      names.add(section.id());
      section.clauses().forEach(clause -> names.add(clause.id()));
    }
    policy.rules().forEach(rule -> names.add(rule.id()));
    policy.verdicts().forEach(verdict -> names.add(verdict.id()));
    policy.cautions().forEach(caution -> names.add(caution.id()));
    policy.facts().forEach(fact -> names.add(fact.path()));
    policy.facts().forEach(fact -> names.add(fact.name()));
    return names;
  }
}
