package clin087.policy;

import java.util.List;

/** A numbered section of the policy document with its own clauses, in the document's order. */
public record Section(String id, String title, List<Clause> clauses) {
  public Section {
    clauses = List.copyOf(clauses);
  }
}
