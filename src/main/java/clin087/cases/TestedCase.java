package clin087.cases;

import clin087.cases.Case.Expectation;
import clin087.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A case compared with what the policy decides.
 *
 * @param asOf the date that it was decided for
 * @param differences the aspects in which the decision differs from the expectations
 */
public record TestedCase(
    Case example, LocalDate asOf, Decision decision, List<Difference> differences) {
  public TestedCase {
    differences = List.copyOf(differences);
  }

  /** An aspect with the expected values and those that were found instead. */
  public record Difference(Aspect aspect, List<String> expected, List<String> found) {
    public Difference {
      expected = List.copyOf(expected);
      found = List.copyOf(found);
    }
  }

  /** Compares a case with the decision. */
  static TestedCase of(Case example, LocalDate asOf, Decision decision) {
    List<Difference> differences = new ArrayList<>();
    for (Expectation expectation : example.expected()) {
      List<String> found = expectation.aspect().of(decision);
      if (!found.equals(expectation.words())) {
        differences.add(new Difference(expectation.aspect(), expectation.words(), found));
      }
    }
    return new TestedCase(example, asOf, decision, differences);
  }

  /** Whether the decision is as expected. */
  public boolean passes() {
    return differences.isEmpty();
  }
}
