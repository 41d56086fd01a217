package clin087.caseresults;

import clin087.cases.TestedCase;
import clin087.coverage.Coverage;
import clin087.report.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of testing a policy with cases.
 *
 * @param coverage null if it was not asked for
 */
public record TestReport(Context context, List<TestedCase> cases, @Nullable Coverage coverage) {
  public TestReport {
    cases = List.copyOf(cases);
  }

  /** The cases that the policy decides otherwise than expected. */
  public List<TestedCase> failed() {
    List<TestedCase> failed = new ArrayList<>();
    for (TestedCase each : cases) {
      if (!each.passes()) {
        failed.add(each);
      }
    }
    return failed;
  }
}
