package clin087.decision;

import clin087.policy.Clause;
import clin087.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** Lists of clauses, each clause once. */
final class Clauses {
  private Clauses() {}

  /** The clauses of rules, in their order. */
  static List<Clause> of(List<Rule> rules) {
    List<Clause> clauses = new ArrayList<>();
    for (Rule rule : rules) {
      add(rule.clause(), clauses);
    }
    return clauses;
  }

  /** Adds a clause, unless it is there. */
  static void add(Clause clause, List<Clause> clauses) {
    if (!has(clauses, clause.id())) {
      clauses.add(clause);
    }
  }

  /** Whether a clause is among them. */
  static boolean has(List<Clause> clauses, String id) {
    for (Clause clause : clauses) {
      if (clause.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** The clauses that the rules refer to besides, but for those that are given. */
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
