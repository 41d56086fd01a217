package clin087.decision;

import clin087.policy.Clause;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects clauses, each of them once. */
final class Clauses {
  private Clauses() {}

  /** The clauses of rules, in the order of the rules. */
  static List<Clause> of(List<Rule> rules) {
    List<Clause> clauses = new ArrayList<>();
    for (Rule rule : rules) {
      add(rule.clause(), clauses);
    }
    return clauses;
  }

  /** Adds a clause unless the list has it. */
  static void add(Clause clause, List<Clause> clauses) {
    if (!has(clauses, clause.id())) {
      clauses.add(clause);
    }
  }

  /** Whether the list has a clause. */
  static boolean has(List<Clause> clauses, String id) {
    for (Clause clause : clauses) {
      if (clause.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** The further clauses that the rules refer to, without the given ones. */
  static List<String> seeAlso(List<Rule> rules, List<Clause> given) {
    List<String> seeAlso = new ArrayList<>();
    for (Rule rule : rules) {
      for (String clause : rule.seeAlso()) {
        if (!seeAlso.contains(clause) && !has(given, clause)) {
          seeAlso.add(clause);
        }
      }
    }
    return seeAlso;
  }
}
