package clin087.page;

import clin087.caseresults.TestText;
import clin087.cases.Aspect;
import clin087.cases.Case.Expectation;
import clin087.cases.TestedCase;
import clin087.cases.TestedCase.Difference;
import clin087.policy.Fact;
import clin087.policy.Policy;
import clin087.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A test case of a policy, as the policy's page shows it.
 *
 * @param name a sentence that says what it is an example of
 * @param given the facts that it gives, in plain English
 * @param verdict what the policy decides
 * @param clauses the clauses that decide it and, if it fails, the expected ones
 * @param failures the differences from its expectations; none if it passes
 */
public record NamedCase(
    String name, List<String> given, String verdict, List<String> clauses, List<String> failures) {
  public NamedCase {
    given = List.copyOf(given);
    clauses = List.copyOf(clauses);
    failures = List.copyOf(failures);
  }

  /** Makes it of a tested case. */
  public static NamedCase of(TestedCase tested, Policy policy) {
    List<String> given = new ArrayList<>();
    for (Fact fact : policy.facts()) {
      long code = tested.example().referral().stated(fact);
      if (code != Fact.UNSTATED) {
        given.add(Words.fact(fact, code));
      }
    }
    Set<String> clauses = new LinkedHashSet<>(Aspect.CLAUSES.of(tested.decision()));
    List<String> failures = new ArrayList<>();
    for (Difference difference : tested.differences()) {
      failures.add(
          TestText.name(difference.aspect())
              + ": expected "
              + TestText.words(difference.expected())
              + ", found "
              + TestText.words(difference.found()));
    }
    for (Expectation expectation : tested.example().expected()) {
      if (!tested.passes() && expectation.aspect() == Aspect.CLAUSES) {
        clauses.addAll(expectation.words());
      }
    }
    String verdict = tested.decision().verdict().id();
    return new NamedCase(
        tested.example().name(), given, verdict, new ArrayList<>(clauses), failures);
  }

  /** Whether it is decided as expected. */
  public boolean passes() {
    return failures.isEmpty();
  }
}
