package clin087.analysis;

import clin087.analysis.Case.Expectation;
import clin087.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A case beside what the policy decides.
 *
 * @param asOf the date that it was decided for
 */
public record TestedCase(Case example, LocalDate asOf, Decision decision) {

  /** What was expected of one aspect, and what was found instead. */
  public record Difference(Aspect aspect, List<String> expected, List<String> found) {}

  /** Where the decision is another than the expected one. */
  public List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    for (Expectation expectation : example.expected()) {
      List<String> found = expectation.aspect().of(decision);
      if (!found.equals(expectation.words())) {
        differences.add(new Difference(expectation.aspect(), expectation.words(), found));
      }
    }
    return differences;
  }

  public boolean passes() {
    return differences().isEmpty();
  }
}
