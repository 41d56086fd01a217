package clin087.review;

import java.util.List;

/**
 * A test case of a policy, as the policy's page names it.
 *
 * @param name what it is an example of
 * @param clauses the clauses that decide it
 */
public record NamedCase(String name, List<String> clauses) {
  public NamedCase {
    clauses = List.copyOf(clauses);
  }
}
