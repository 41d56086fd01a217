package clin087.cases;

import clin087.cases.Case.Expectation;
import clin087.policy.Caution;
import clin087.policy.Choice;
import clin087.policy.Clause;
import clin087.policy.Fact;
import clin087.policy.FactType;
import clin087.policy.Policy;
import clin087.policy.Rule;
import clin087.policy.Section;
import clin087.policy.Verdict;
import clin087.yaml.Keys;
import clin087.yaml.Node.Scalar;
import clin087.yaml.PolicyProblem;
import clin087.yaml.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the expectations of a case. */
final class ExpectationReader {
  private static final Aspect[] ASPECTS = Aspect.values();

  private final Policy policy;
  private final Problems problems;
  private final Map<Aspect, Set<String>> known = new EnumMap<>(Aspect.class);

  ExpectationReader(Policy policy, Problems problems) {
    this.policy = policy;
    this.problems = problems;
  }

  /** The expected verdict, and whatever else the case names. */
  List<Expectation> read(Keys keys) {
    List<Expectation> expected = new ArrayList<>();
    for (Aspect aspect : ASPECTS) {
      if (aspect == Aspect.VERDICT || keys.get(aspect.key()) != null) {
        expected.add(new Expectation(aspect, words(aspect, keys)));
      }
    }
    return expected;
  }

  private List<String> words(Aspect aspect, Keys keys) {
    List<Scalar> stated =
        aspect.isList() ? keys.scalars(aspect.key()) : List.of(keys.scalar(aspect.key()));
    List<String> words = new ArrayList<>();
    for (Scalar word : stated) {
      Set<String> known = knownOf(aspect);
      if (!word.text().isEmpty() && !known.contains(word.text())) {
        problems.unknown(unknown(aspect), word, known);
      }
      words.add(word.text());
    }
    return words;
  }

  private static PolicyProblem unknown(Aspect aspect) {
    return switch (aspect) {
      case VERDICT, AFTERWARDS -> PolicyProblem.UNKNOWN_VERDICT;
      case RULE, RULES, ACTIONS -> PolicyProblem.UNKNOWN_RULE;
      case CLAUSES -> PolicyProblem.UNKNOWN_CLAUSE;
      case ATTENTION, OPEN -> PolicyProblem.UNKNOWN_VALUE;
      case MISSING, MISSING_FOR_ACTION -> PolicyProblem.UNKNOWN_FACT;
      case CAUTIONS -> PolicyProblem.UNKNOWN_CAUTION;
    };
  }

  private Set<String> knownOf(Aspect aspect) {
    Set<String> already = known.get(aspect);
    if (already == null) {
      already = known(aspect);
      known.put(aspect, already);
    }
    return already;
  }

  /** The values of an aspect that a decision can have. */
  private Set<String> known(Aspect aspect) {
    Set<String> known = new LinkedHashSet<>();
    switch (aspect) {
      case VERDICT, AFTERWARDS -> {
        for (Verdict verdict : policy.verdicts()) {
          known.add(verdict.id());
        }
      }
      case RULE, RULES, ACTIONS -> {
        for (Rule rule : policy.rules()) {
          known.add(rule.id());
        }
      }
      case CLAUSES -> {
        for (Section section : policy.sections()) {
          for (Clause clause : section.clauses()) {
            known.add(clause.id());
          }
        }
      }
      case ATTENTION -> known.addAll(List.of("true", "false"));
      case MISSING, MISSING_FOR_ACTION -> {
        for (Fact fact : policy.factsOfRules()) {
          known.add(fact.name());
        }
      }
      case OPEN -> {
        for (Fact fact : policy.factsOfRules()) {
          for (Choice choice : fact.type() == FactType.SET ? fact.choices() : List.<Choice>of()) {
            known.add(Aspect.member(fact, choice));
          }
        }
      }
      case CAUTIONS -> {
        for (Caution caution : policy.cautions()) {
          known.add(caution.id());
        }
      }
    }
    return known;
  }
}
